package ringdown.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringdown.Installed;
import ringdown.Patience;
import ringdown.notice.Alarm;
import ringdown.number.Extension;

/**
 * The scanner with which exchanges on the internet are found, scanned and cracked: SIPVicious of Debian. It sends from 127.0.0.1 whatever it
 * is told, which is the office's own network and never banned; NobodyGetsInTest bans.
 */
class SipviciousTest {
    @TempDir
    Path folder;

    private Process started(TestBox box, String program, Path log, String... words) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(Installed.program(program).toString()));
        command.addAll(List.of("-p", "" + box.address.getPort(), "-x", "127.0.0.1", "-P", "" + TestBox.freePort()));
        command.addAll(List.of(words));
        command.add("127.0.0.1");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("HOME", folder.toString()); // it keeps sessions there
        return builder.start();
    }

    @Test
    void itFindsNoExtensionAndNoPasswordAndTheInstallerIsToldWhoTries() throws Exception {
        try (var box = new TestBox()) {
            box.registered("201");
            for (String method : List.of("REGISTER", "INVITE")) {
                Path log = folder.resolve(method);
                Process scan = started(box, "svwar", log, "--force", "-m", method, "-e", "195-210");
                assertThat(scan.waitFor(Patience.millis(), TimeUnit.MILLISECONDS))
                        .isTrue();
                assertThat(Files.readString(log))
                        .as(method)
                        .doesNotContain("201")
                        .doesNotContain("reqauth");
            }
            Path log = folder.resolve("crack");
            Process crack = started(box, "svcrack", log, "-u", "201", "-r", "1000-9999");
            Patience.until("the installer is told", () -> !box.alarms.list(true).isEmpty());
            crack.destroyForcibly().waitFor();
            assertThat(Files.readString(log)).doesNotContain("s3cret");
            assertThat(box.alarms.list(true)).extracting(Alarm::what).containsExactly("wrongPasswords");
            assertThat(box.edge.bans()).isEmpty();
            assertThat(box.edge.registered(new Extension("201"))).isTrue();
            assertThat(box.registered("202").boxAnswers()).isTrue();
        }
    }
}
