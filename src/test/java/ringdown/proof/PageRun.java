package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ringdown.Installed;

/** Scenarios of web-ui/e2e in real Chromium against a box that runs. */
final class PageRun {
    private PageRun() {}

    /** Who logs in. */
    record Who(String name, String password) {}

    static void wanted() {
        assumeTrue(
                Files.exists(Path.of("web-ui/node_modules/.bin/playwright")),
                "the page was left out of this build (-Dpage.skip)");
    }

    static void holds(Box box, Who who, String... scenarios) throws IOException, InterruptedException {
        String chromium = System.getenv()
                .getOrDefault("CHROMIUM", Installed.program("chromium").toString());
        Path log = box.folder.resolve("page.log");
        List<String> command = new ArrayList<>(List.of("npm", "run", "e2e", "--"));
        command.add("--output=" + box.folder.resolve("page-results"));
        command.addAll(List.of(scenarios));
        ProcessBuilder page = new ProcessBuilder(command)
                .directory(Path.of("web-ui").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        page.environment().put("CHROMIUM", chromium);
        page.environment().put("RINGDOWN_URL", "http://127.0.0.1:" + box.web());
        page.environment().put("RINGDOWN_NAME", who.name());
        page.environment().put("RINGDOWN_PASSWORD", who.password());
        int code = page.start().waitFor();
        assertThat(code).as(Files.readString(log)).isZero();
    }
}
