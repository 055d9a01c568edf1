package ringdown.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ringdown.audio.Wav;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Outcome;
import ringdown.voicemail.Message;

/** kill -9 while a message is being recorded, of a real second process. */
class KillTest {
    private static final long FOUR_SECONDS = 32_000;

    @TempDir
    Path dir;

    @Test
    @Timeout(300)
    void theMessagePlaysUpToTheLastSecondAndTheCallIsInterrupted() throws Exception {
        long said = killedAfter(FOUR_SECONDS);
        try (Box box = new Box(dir, Box.MONDAY.plusSeconds(120))) {
            List<CallEntry> interrupted = box.recover();
            box.store.ready();
            assertThat(interrupted).singleElement().matches(c -> c.outcome() == Outcome.INTERRUPTED);
            Message message = box.store.messages().list(null, 50, null).items().getFirst();
            short[] sound = Wav.telephone(
                    Files.readAllBytes(box.store.messages().audio(message.id()).orElseThrow()));
            assertThat(sound.length).isGreaterThanOrEqualTo((int) said);
            assertThat(message.seconds()).isEqualTo(sound.length / 8000.0);
            assertThat(sound).containsOnly((short) 1000);
            assertThat(box.ledger.promises("owed", 50, null).items())
                    .singleElement()
                    .matches(p -> "завтра".equals(p.spokenAs()) && p.dueAt().equals(Box.MONDAY));
            var balance = box.ledger.balance(Instant.EPOCH, box.clock.now(), box.clock.now());
            assertThat(balance.balanced()).isTrue();
            assertThat(balance.promised()).isEqualTo(1);
        }
    }

    /** Returns how many samples the victim had handed to the operating system when it was killed. */
    private long killedAfter(long samples) throws Exception {
        Process victim = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        dir.toString())
                .redirectError(dir.resolve("victim.log").toFile())
                .start();
        long said = 0;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null && said < samples; line = out.readLine()) {
                if (line.startsWith("said ")) {
                    said = Long.parseLong(line.substring(5));
                }
            }
            victim.destroyForcibly().waitFor();
        }
        assertThat(said).as(Files.readString(dir.resolve("victim.log"))).isGreaterThanOrEqualTo(samples);
        return said;
    }
}
