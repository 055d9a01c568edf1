package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import ringdown.Installed;

/** The page in real Chromium against a running box: the scenarios of web-ui/e2e. */
@Execution(ExecutionMode.CONCURRENT)
class PageTest {
    @Test
    void theScenariosOfThePageHoldInChromium() throws Exception {
        assumeTrue(
                Files.exists(Path.of("web-ui/node_modules/.bin/playwright")),
                "the page was left out of this build (-Dpage.skip)");
        String chromium = System.getenv()
                .getOrDefault("CHROMIUM", Installed.program("chromium").toString());
        try (Box box = Box.running(Office.ofTheContract().without("duty: 201"), "2026-11-21T15:00:00+02:00")) {
            leaveAMessage(box);
            box.clockReads("2026-11-23T10:00:00+02:00");
            Path log = box.folder.resolve("page.log");
            ProcessBuilder page = new ProcessBuilder("npm", "run", "e2e")
                    .directory(Path.of("web-ui").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            page.environment().put("CHROMIUM", chromium);
            page.environment().put("RINGDOWN_URL", "http://127.0.0.1:" + box.web());
            page.environment().put("RINGDOWN_NAME", "installer");
            page.environment().put("RINGDOWN_PASSWORD", "change-me-now");
            int code = page.start().waitFor();
            assertThat(code).as(Files.readString(log)).isZero();
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
