package ringdown.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ringdown.Patience;
import ringdown.audio.Frame;
import ringdown.clock.BoxClock;
import ringdown.ledger.CallOpened;
import ringdown.ledger.Direction;
import ringdown.media.CrossConnect;
import ringdown.notice.Alarms;
import ringdown.notice.Notices;
import ringdown.store.Store;

/** Real store, real recorder; the media clock is turned by hand. */
@Timeout(180)
class TalkRecorderTest {
    private static final String CALL = "call1";

    @TempDir
    Path dir;

    private final BoxClock clock = new BoxClock(() -> true, Instant.parse("2026-11-23T08:00:00Z"));
    private final Notices notices = new Notices();
    private final Alarms alarms = new Alarms(notices);
    private final HandTicks ticks = new HandTicks();
    private Store store;
    private Recorder recorder;

    @BeforeEach
    void open() throws Exception {
        store = Store.open(dir, clock, notices, alarms, Patience.LONG);
        recorder = new Recorder(clock, store::makeRoom);
        store.ledger()
                .open(new CallOpened(
                        CALL, clock.now(), Direction.IN, "fxo:1", null, "+380501112233", null, false, null));
    }

    @AfterEach
    void close() {
        recorder.close();
        store.close();
        notices.close();
        clock.close();
    }

    private TalkRecorder with(Recordings recordings) {
        return new TalkRecorder(recorder, recordings, store.ledger(), ticks, clock, alarms, () -> {});
    }

    private void say(CrossConnect.Tap tap, int frames, int a, int b) {
        for (int i = 0; i < frames; i++) {
            ticks.tick();
            tap.a().write(frame(a));
            tap.b().write(frame(b));
        }
    }

    private void wait(int frames) {
        for (int i = 0; i < frames; i++) {
            ticks.tick();
        }
    }

    private static short[] frame(int value) {
        short[] frame = new short[Frame.SAMPLES];
        Arrays.fill(frame, (short) value);
        return frame;
    }

    private static void until(BooleanSupplier holds) {
        while (!holds.getAsBoolean()) {
            assertThat(Thread.interrupted()).as("the time is over").isFalse();
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Left and right at that second. */
    private static void assertSides(byte[] wav, double second, int left, int right) {
        ByteBuffer samples = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        int at = 44 + 4 * (int) (second * 8000);
        assertThat((int) samples.getShort(at)).isCloseTo(left, within(Math.abs(left) / 20 + 10));
        assertThat((int) samples.getShort(at + 2)).isCloseTo(right, within(Math.abs(right) / 20 + 10));
    }

    private static byte[] wav(Path file) throws Exception {
        try (TalkSound sound = TalkSound.open(file)) {
            return sound.from(0).readAllBytes();
        }
    }

    @Test
    void eachSideHasItsChannelAndHoldAndPausesKeepTheirPlaceAsSilence() throws Exception {
        TalkRecorder talks = with(store.recordings());
        TalkRecording talk = talks.begin(CALL);
        say(talk.tap(false), 100, 1000, 2000);
        wait(100); // held
        assertThat(talks.pause(CALL, true, "201")).isTrue();
        CrossConnect.Tap second = talk.tap(true);
        say(second, 100, 4000, 5000);
        talks.pause(CALL, false, "201");
        say(second, 100, 6000, 3000);
        wait(300); // the call goes on without a talk
        talk.close();
        recorder.close();
        byte[] wav = wav(store.recordings().sound(CALL).orElseThrow());
        assertThat(wav).hasSize(44 + 400 * 80 * 4);
        assertSides(wav, 0.5, 1000, 2000);
        assertSides(wav, 1.5, 0, 0);
        assertSides(wav, 2.5, 0, 0);
        assertSides(wav, 3.5, 3000, 6000);
        assertThat(store.ledger().call(CALL).orElseThrow().events().toString())
                .contains("recording paused by 201")
                .contains("recording goes on by 201");
    }

    @Test
    void aCallWithoutATalkHasNoFile() {
        TalkRecorder talks = with(store.recordings());
        TalkRecording talk = talks.begin(CALL);
        wait(50);
        talk.close();
        recorder.close();
        assertThat(store.recordings().place(CALL)).doesNotExist();
        assertThat(store.ledger().call(CALL).orElseThrow().recording()).isNull();
    }

    @Test
    void onAFullDiskTheRecordingStopsWithAnAlarmAndIsHeardUpToThere() throws Exception {
        Crowded disk = new Crowded(store.recordings());
        TalkRecorder talks = with(disk);
        TalkRecording talk = talks.begin(CALL);
        CrossConnect.Tap tap = talk.tap(false);
        say(tap, 100, 1000, 2000);
        until(() -> store.recordings().sound(CALL).isPresent());
        disk.room = 100;
        until(() -> alarms.list(true).stream().anyMatch(a -> a.what().equals("recordingStopped")));
        assertThat(disk.asked).isPositive();
        say(tap, 100, 1000, 2000);
        recorder.close();
        assertThat(wav(store.recordings().sound(CALL).orElseThrow())).hasSize(44 + 100 * 80 * 4);
        assertThat(store.ledger().call(CALL).orElseThrow().events().toString()).contains("the disk is full");
        disk.room = Long.MAX_VALUE;
        until(() -> alarms.list(true).isEmpty());
    }

    @Test
    void aRecordingCutInTheMiddleOfAFrameIsMended() throws Exception {
        Path file = Files.write(dir.resolve("torn.wav"), new byte[44 + 16_001]);
        assertThat(Repair.talk(file)).isEqualTo(1.0);
        try (TalkSound sound = TalkSound.open(file)) {
            assertThat(sound.seconds()).isEqualTo(1.0);
            assertThat(sound.length()).isEqualTo(44 + 32_000);
        }
    }
}
