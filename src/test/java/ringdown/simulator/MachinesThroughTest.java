package ringdown.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringdown.audio.SpandspMachine.Kind;

/**
 * Faxes and modems pass (LINES rule 14, issue 4): libspandsp's machines talk through the board's chips, between two ports and between a
 * port and RTP. The whole figures: {@code ./ringdown bench machines}.
 */
class MachinesThroughTest {
    @TempDir
    Path dir;

    @Test
    void aFaxOfTwoPagesPassesBetweenTwoPortsThoughItsClockDiffersByFiftyMillionths() throws Exception {
        try (var run = new MachinesRun(MachinesRun.Way.LINE)) {
            assertThat(run.fax(dir, 2, 12, Kind.V29, 50))
                    .contains("fax done", "taken 2 bad rows 0 rate 9600")
                    .endsWith("pages 2 alike 2 wrong rows 0");
        }
    }

    @Test
    void aFaxAtFourteenThousandFourHundredPassesBetweenTwoPorts() throws Exception {
        try (var run = new MachinesRun(MachinesRun.Way.LINE)) {
            assertThat(run.fax(dir, 1, 12, Kind.V17, 0))
                    .contains("fax done", "taken 1 bad rows 0 rate 14400")
                    .endsWith("pages 1 alike 1 wrong rows 0");
        }
    }

    @Test
    void aModemPassesBetweenTwoPortsWithoutABitError() throws Exception {
        try (var run = new MachinesRun(MachinesRun.Way.LINE)) {
            assertThat(run.modems(20, 50))
                    .matches("modem over: rate 2400 bits \\d{5} wrong 0; modem over: rate 2400 bits \\d{5} wrong 0");
        }
    }

    /** As faint beside what goes out to it as an echo is: whatever is gated is gone. */
    @Test
    void aModemOnALongLoopIsNotTakenForTheEchoOfTheOther() throws Exception {
        try (var run = new MachinesRun(MachinesRun.Way.RTP).loop(22)) {
            assertThat(run.modems(20, 0))
                    .matches("modem over: rate 2400 bits \\d{5} wrong 0; modem over: rate 2400 bits \\d{5} wrong 0");
        }
    }

    /** G.168 §7: two cancellers in a row spoil what machines train on; the port learned its echo in a talk before. */
    @Test
    void theEchoOfAModemThatCancelsItItselfIsLeftToItAndThatOfOthersIsCancelled() throws Exception {
        try (var run = new MachinesRun(MachinesRun.Way.RTP)) {
            assertThat(run.ownEchoDb(12, true))
                    .as("20 dB at the hybrid, 6 on the way to it")
                    .isBetween(-29.0, -23.0);
        }
        try (var run = new MachinesRun(MachinesRun.Way.RTP)) {
            assertThat(run.ownEchoDb(12, false)).isLessThan(-38);
        }
    }

    @Test
    void aFaxPassesFromRtpToATelephonesPortAndBack() throws Exception {
        try (var run = new MachinesRun(MachinesRun.Way.RTP)) {
            assertThat(run.fax(dir, 1, 12, Kind.V17_CORRECTS, 50))
                    .contains("fax done", "taken 1 ", "rate 14400 ecm 1")
                    .endsWith("pages 1 alike 1 wrong rows 0");
        }
    }
}
