package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The page in real Chromium against a running box: every page is seen, and one is the caller. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("chromium")
class PageTest {
    @Test
    void theScenariosOfThePageHoldInChromium() throws Exception {
        PageRun.wanted();
        try (Box box = Box.running(Office.ofTheContract().without("duty: 201"), "2026-11-21T15:00:00+02:00")) {
            leaveAMessage(box);
            box.clockReads("2026-11-23T10:00:00+02:00");
            PageRun.holds(box, new PageRun.Who("installer", "change-me-now"), "page.spec.ts", "call.spec.ts");
        }
    }

    private static void leaveAMessage(Box box) {
        Line line = box.line(1).rings("+380671340001").isAnswered();
        line.hearsMessageTone();
        short[] said = Speech.of(Speech.LONG_B, 5);
        line.says(said).listens(5.5).hangsUp().isFree();
        assertThat(box.endedCall("+380671340001").path("outcome").asString()).isEqualTo("message");
    }
}
