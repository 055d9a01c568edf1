package ringdown.proof;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A line's own page in real Chromium: tested, taught, and undone (LINES 18). */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("chromium")
class LinesPageTest {
    @Test
    void anInstallerSeesWhatALineHasTaughtAndTakesItBack() throws Exception {
        PageRun.wanted();
        try (Box box = Box.running(Office.ofTheContract(), "2026-11-23T10:00:00+02:00")) {
            box.line(1).behaves(Map.of("tones", Map.of("busy", "480+620 350,350")));
            for (int i = 1; i <= 3; i++) {
                String number = "+38067130000" + i;
                box.line(1)
                        .rings(number, "etsi-before-ring")
                        .isAnswered()
                        .hangsUp()
                        .isFree();
                box.endedCall(number);
            }
            PageRun.holds(box, new PageRun.Who("installer", "change-me-now"), "lines.spec.ts");
        }
    }
}
