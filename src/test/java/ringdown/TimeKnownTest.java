package ringdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeKnownTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    Path root;

    @Test
    void aBoardWithoutABatteryKnowsTheTimeOnceTheNetworkHasSetIt() throws IOException {
        Files.createDirectories(root.resolve("proc/device-tree"));
        Files.writeString(root.resolve("proc/device-tree/model"), "Raspberry Pi 3");
        Files.createDirectories(root.resolve("run/systemd/timesync"));
        var time = new TimeKnown(false, root);
        assertThat(time.test(NOW)).isFalse();
        Files.createFile(root.resolve("run/systemd/timesync/synchronized"));
        assertThat(time.test(NOW)).isTrue();
    }

    @Test
    void aBatteryClockIsBelievedBeforeTheNetworkIsThere() throws IOException {
        Files.createDirectories(root.resolve("proc/device-tree"));
        Files.writeString(root.resolve("proc/device-tree/model"), "Raspberry Pi 3");
        Files.createDirectories(root.resolve("run/systemd/timesync"));
        Files.createDirectories(root.resolve("sys/class/rtc/rtc0"));
        assertThat(new TimeKnown(false, root).test(NOW)).isTrue();
    }

    @Test
    void aClockBehindWhatIsWrittenAlreadyOrBeforeTheFirstBoxIsWrong() throws IOException {
        Files.createDirectories(root.resolve("proc/device-tree"));
        Files.writeString(root.resolve("proc/device-tree/model"), "Raspberry Pi 3");
        var time = new TimeKnown(false, root);
        time.notBefore(NOW.plusSeconds(60));
        assertThat(time.test(NOW)).isFalse();
        assertThat(time.test(NOW.plusSeconds(60))).isTrue();
        assertThat(new TimeKnown(true, root).test(Instant.EPOCH)).isFalse();
        assertThat(new TimeKnown(true, root).test(NOW)).isTrue();
    }
}
