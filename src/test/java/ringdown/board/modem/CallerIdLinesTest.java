package ringdown.board.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringdown.audio.callerid.Absence;
import ringdown.audio.callerid.CallerIdHeard;
import ringdown.audio.callerid.CallerIdMessage;

/** What modems write about a caller. */
class CallerIdLinesTest {
    private static CallerIdHeard heard(String... lines) {
        CallerIdLines reader = new CallerIdLines();
        for (String line : lines) {
            assertThat(reader.line(line)).as(line).isTrue();
        }
        return java.util.Objects.requireNonNull(reader.take());
    }

    private static CallerIdMessage message(String... lines) {
        return ((CallerIdHeard.Received) heard(lines)).message();
    }

    @Test
    void linesComeWithAndWithoutSpacesAndInAnyOrder() {
        for (List<String> lines : List.of(
                List.of("DATE = 1122", "TIME = 2215", "NMBR = 380501112233", "NAME = LILIYA"),
                List.of("NAME=LILIYA", "NMBR=380501112233", "TIME=2215", "DATE=1122"))) {
            CallerIdMessage message = message(lines.toArray(String[]::new));
            assertThat(message.number()).isEqualTo("380501112233");
            assertThat(message.name()).isEqualTo("LILIYA");
            assertThat(message.when()).isEqualTo("11222215");
        }
    }

    @Test
    void whyANumberIsMissingIsUnderstoodInLettersAndWords() {
        assertThat(message("NMBR = P", "NAME = P").numberAbsence()).isEqualTo(Absence.HIDDEN);
        assertThat(message("NMBR = PRIVATE").numberAbsence()).isEqualTo(Absence.HIDDEN);
        assertThat(message("NMBR=O").numberAbsence()).isEqualTo(Absence.OUT_OF_AREA);
        assertThat(message("NMBR = OUT OF AREA").numberAbsence()).isEqualTo(Absence.OUT_OF_AREA);
    }

    @Test
    void aRawMessageIsReadAndOneWhoseSumDoesNotHoldIsNot() {
        String raw = "80200108303332343039303207084A4F484E20444F45020A38303035353531323132";
        assertThat(message("MESG = " + raw + "84").number()).isEqualTo("8005551212");
        assertThat(message("MESG = " + raw + "84").name()).isEqualTo("JOHN DOE");
        assertThat(message("MESG=" + raw).number()).as("without its sum").isEqualTo("8005551212");
        assertThat(heard("MESG = " + raw + "7C")).isInstanceOf(CallerIdHeard.Damaged.class);
        assertThat(heard("MESG = 8020")).isInstanceOf(CallerIdHeard.Damaged.class);
    }

    @Test
    void otherLinesAreNone() {
        assertThat(new CallerIdLines().line("RING")).isFalse();
        assertThat(new CallerIdLines().line("NO CARRIER")).isFalse();
    }
}
