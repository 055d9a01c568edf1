package ringdown.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ringdown.audio.Frame;
import ringdown.audio.Wav;
import ringdown.clock.BoxClock;

@Timeout(180)
class RecorderTest {
    @TempDir
    Path dir;

    @Test
    void allThatWasSaidIsInTheFileOnceItIsStopped() throws Exception {
        Path file = dir.resolve("whole.wav");
        try (BoxClock clock = new BoxClock(() -> true);
                Recorder recorder = new Recorder(clock, () -> {});
                Tape tape = recorder.record(file)) {
            for (int i = 0; i < 300; i++) {
                tape.sink().write(frame(120));
            }
            assertThat(tape.stop()).isEqualTo(300L * Frame.SAMPLES);
        }
        assertThat(Wav.telephone(Files.readAllBytes(file))).hasSize(300 * 80).containsOnly((short) 120);
    }

    @Test
    void whatWasSaidIsInTheFileSoonAndReadableWithoutAnEnd() throws Exception {
        Path file = dir.resolve("message.wav");
        try (BoxClock clock = new BoxClock(() -> true);
                Recorder recorder = new Recorder(clock, () -> {});
                Tape tape = recorder.record(file)) {
            for (int i = 0; i < 100; i++) {
                tape.sink().write(frame(100));
            }
            while (tape.samples() < 8000) {
                LockSupport.parkNanos(1_000_000);
            }
            Path copy = Files.copy(file, dir.resolve("copy.wav"));
            assertThat(Repair.wav(copy)).isEqualTo(1.0);
            assertThat(Wav.telephone(Files.readAllBytes(copy))).hasSize(8000);
            assertThat(Repair.wav(copy)).isEqualTo(1.0);
        }
    }

    @Test
    void aFileCutInTheMiddleOfASampleIsMended() throws Exception {
        Path file = dir.resolve("torn.wav");
        byte[] whole = Wav.bytes(new short[4000]);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1001));
        assertThat(Repair.wav(file)).isEqualTo(3499 / 8000.0);
        assertThat(Wav.telephone(Files.readAllBytes(file))).hasSize(3499);
        Files.write(file, new byte[7]);
        assertThat(Repair.wav(file)).isZero();
    }

    private static short[] frame(int value) {
        short[] frame = new short[Frame.SAMPLES];
        Arrays.fill(frame, (short) value);
        return frame;
    }
}
