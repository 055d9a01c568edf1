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
import ringdown.number.Extension;

/** The scanner with which exchanges on the internet are found, scanned and cracked: SIPVicious of Debian. */
class SipviciousTest {
    private static final String HERE = "127.66.8.1";

    @TempDir
    Path folder;

    /** What it says; ended after a while, since it waits long for what is not answered. */
    private String says(TestBox box, String program, int seconds, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(Installed.program(program).toString()));
        command.addAll(List.of("-p", "" + box.address.getPort(), "-b", HERE, "-x", HERE, "-P", "" + TestBox.freePort()));
        command.addAll(List.of(words));
        command.add("127.0.0.1");
        Path log = folder.resolve(program + words.length);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("HOME", folder.toString()); // it keeps sessions there
        Process process = builder.start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return Files.readString(log);
    }

    @Test
    void itFindsNoExtensionAndNoPasswordAndIsBannedForTrying() throws Exception {
        try (var box = new TestBox()) {
            box.registered("201");
            for (String method : List.of("REGISTER", "INVITE")) {
                String said = says(box, "svwar", 60, "--force", "-m", method, "-e", "195-210");
                assertThat(said).as(method).contains("svwar").doesNotContain("| 201").doesNotContain("reqauth");
            }
            String cracked = says(box, "svcrack", 30, "-u", "201", "-r", "1000-1999");
            assertThat(cracked).doesNotContain("s3cret");
            Patience.until("it is banned, " + cracked, () -> !box.edge.bans().isEmpty());
            assertThat(box.edge.bans()).extracting(Ban::address).containsExactly(HERE);
            assertThat(box.edge.registered(new Extension("201"))).isTrue();
            assertThat(box.registered("202").boxAnswers()).isTrue();
        }
    }
}
