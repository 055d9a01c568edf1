package ringdown.voicemail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ringdown.Patience;
import ringdown.audio.Wav;
import ringdown.audio.tone.CountryTones;
import ringdown.audio.tone.ToneGenerator;
import ringdown.call.CallerLeft;
import ringdown.call.Handset;
import ringdown.call.Inbox;
import ringdown.clock.BoxClock;
import ringdown.ledger.CallOpened;
import ringdown.ledger.Direction;
import ringdown.ledger.Ending;
import ringdown.ledger.Outcome;
import ringdown.media.MediaClock;
import ringdown.media.SwitchingMatrix;
import ringdown.media.TickSource;
import ringdown.notice.Alarms;
import ringdown.notice.Notices;
import ringdown.recording.Recorder;
import ringdown.store.Store;

/** Real store, real recorder, real media clock in fast motion; only the caller is played. */
@Timeout(300)
class MessageTakerTest {
    private static final String CALL = "call1";
    private static final CountryTones TONES = CountryTones.of("UA");

    @TempDir
    Path dir;

    private final BoxClock clock = new BoxClock(() -> true, Instant.parse("2026-11-21T15:30:00Z"));
    private final Notices notices = new Notices();
    private Store store;
    private Recorder recorder;
    private SwitchingMatrix matrix;
    private MessageTaker taker;
    private volatile @Nullable FarLeg far;

    @BeforeEach
    void open() throws Exception {
        store = Store.open(dir, clock, notices, new Alarms(notices), Patience.LONG);
        recorder = new Recorder(clock, store::makeRoom);
        matrix = new SwitchingMatrix(new MediaClock(new FastTicks()));
        taker = new MessageTaker(store.messages(), recorder, () -> TONES, MessageTaker.Limits.USUAL);
        store.ledger()
                .open(new CallOpened(
                        CALL, clock.now(), Direction.IN, "fxo:1", null, "+380501112233", null, false, null));
    }

    @AfterEach
    void close() {
        matrix.close();
        recorder.close();
        store.close();
        notices.close();
        clock.close();
    }

    private MessageTaker.Taken take(short[] says, Consumer<FarLeg> then) {
        Inbox inbox = new Inbox(clock, CALL);
        FarLeg caller = new FarLeg(inbox, says, then);
        far = caller;
        Handset handset = new Handset(caller, inbox, clock, matrix, event -> {});
        return taker.take(handset, CALL, "201", "+380501112233");
    }

    @Test
    void aMessageOfThreeSecondsIsKeptWithItsSound() throws Exception {
        var taken = (MessageTaker.Taken.Message) take(speech(3), FarLeg::goes);
        assertThat(taken.seconds()).isCloseTo(3, within(0.3));
        assertThat(taken.ended()).isInstanceOf(Handset.Recorded.FarEndLeft.class);
        ended(taken);
        Message message = store.messages().get(taken.id()).orElseThrow();
        assertThat(message.mailbox()).isEqualTo("201");
        short[] sound = Wav.telephone(
                Files.readAllBytes(store.messages().audio(taken.id()).orElseThrow()));
        assertThat(sound.length / 8000.0).isEqualTo(message.seconds());
        assertThat(loudest(sound)).isGreaterThan(3000);
    }

    @Test
    void lessThanTwoSecondsIsNoMessageAndLeavesNothing() throws Exception {
        assertThat(take(speech(1), FarLeg::goes)).isInstanceOf(MessageTaker.Taken.TooShort.class);
        nothingIsLeft();
    }

    @Test
    void theBusyToneOfALineThatWasHungUpIsCutOffAndEndsIt() {
        short[] says = joined(speech(4), busy(12));
        var taken = (MessageTaker.Taken.Message) take(says, far -> {});
        assertThat(taken.seconds()).isCloseTo(4, within(0.4));
        assertThat(taken.ended()).isInstanceOf(Handset.Recorded.Stopped.class);
    }

    /** The line is sure of the tone before the frame that would have told the recording so. */
    @Test
    void theEndToneThatTheLineHeardIsCutOffToo() throws Exception {
        var taken = (MessageTaker.Taken.Message) take(joined(speech(3), busy(1)), far -> far.goesAfterTone(8_000));
        assertThat(taken.seconds()).isCloseTo(3, within(0.1));
        var tooShort = take(joined(speech(1), busy(1)), far -> far.goesAfterTone(8_000));
        assertThat(tooShort).isInstanceOf(MessageTaker.Taken.TooShort.class);
    }

    @Test
    void nothingButTheBusyToneIsNoMessage() throws Exception {
        assertThat(take(busy(12), far -> {})).isInstanceOf(MessageTaker.Taken.TooShort.class);
        nothingIsLeft();
    }

    @Test
    void pausesBetweenWordsCountButACoughBeforeALongSilenceDoesNot() throws Exception {
        var spoken = take(joined(speech(1), joined(new short[6_000], speech(1))), FarLeg::goes);
        assertThat(spoken).isInstanceOf(MessageTaker.Taken.Message.class);
        short[] cough = java.util.Arrays.copyOf(speech(1), 2_400);
        assertThat(take(joined(cough, new short[24_000]), FarLeg::goes))
                .isInstanceOf(MessageTaker.Taken.TooShort.class);
    }

    @Test
    void theHashKeyEndsIt() {
        var taken = (MessageTaker.Taken.Message) take(speech(3), far -> far.presses('#'));
        assertThat(taken.ended()).isInstanceOf(Handset.Recorded.KeyPressed.class);
    }

    @Test
    void tenSecondsOfSilenceEndItAndAreCutOff() {
        var taken = (MessageTaker.Taken.Message) take(speech(3), far -> {});
        assertThat(taken.ended()).isInstanceOf(Handset.Recorded.Stopped.class);
        assertThat(taken.seconds()).isCloseTo(4, within(0.3));
    }

    @Test
    void aCallerWhoLeavesDuringTheToneLeavesNothing() throws Exception {
        Inbox inbox = new Inbox(clock, CALL);
        FarLeg far = new FarLeg(inbox, new short[0], leg -> {});
        Handset handset = new Handset(far, inbox, clock, matrix, event -> {});
        far.goes();
        assertThatThrownBy(() -> taker.take(handset, CALL, "201", null)).isInstanceOf(CallerLeft.class);
        nothingIsLeft();
    }

    private void nothingIsLeft() throws Exception {
        try (Stream<Path> files = Files.list(dir.resolve("messages"))) {
            assertThat(files).isEmpty();
        }
        assertThat(store.messages().list(null, 50, null).items()).isEmpty();
    }

    private void ended(MessageTaker.Taken.Message taken) {
        store.ledger()
                .close(
                        CALL,
                        new Ending(
                                Outcome.MESSAGE,
                                clock.now(),
                                null,
                                9,
                                0,
                                0,
                                0,
                                true,
                                false,
                                taken.id(),
                                taken.seconds(),
                                null));
    }

    /** Noise that rises and falls four times a second. */
    private static short[] speech(int seconds) {
        Random random = new Random(5);
        short[] sound = new short[seconds * 8000];
        for (int i = 0; i < sound.length; i++) {
            double envelope = 0.6 + 0.4 * Math.sin(2 * Math.PI * i / 2000.0);
            sound[i] = (short) (envelope * 3000 * random.nextGaussian());
        }
        return sound;
    }

    private static short[] busy(int seconds) {
        short[] sound = new short[seconds * 8000];
        ToneGenerator.endless(TONES.busy(), -10).read(sound, 0, sound.length);
        return sound;
    }

    private static short[] joined(short[] a, short[] b) {
        short[] both = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static int loudest(short[] sound) {
        int most = 0;
        for (short sample : sound) {
            most = Math.max(most, Math.abs(sample));
        }
        return most;
    }

    /**
     * Twenty times as fast as life, but never faster than the threads beside it: while the call's has not done what is due, or the
     * recorder's is far behind, no time goes by.
     */
    private final class FastTicks implements TickSource {
        private static final int FRAMES_BEHIND = 400;

        private volatile boolean closed;

        @Override
        public int await() {
            do {
                LockSupport.parkNanos(500_000);
            } while (!closed && stands());
            return closed ? 0 : 1;
        }

        private boolean stands() {
            FarLeg caller = far;
            if (caller == null || !caller.speaks()) {
                return false;
            }
            String now = matrix.toString();
            boolean recorded = now.contains("message(");
            boolean nobody = now.endsWith("[]");
            return caller.acted() ? !nobody : recorded ? behind(caller) : !nobody || caller.spoken() == 0;
        }

        private boolean behind(FarLeg caller) {
            try (Stream<Path> files = Files.list(dir.resolve("messages"))) {
                long octets =
                        files.mapToLong(file -> file.toFile().length()).max().orElse(0);
                return caller.spoken() > octets / 160 + FRAMES_BEHIND;
            } catch (IOException gone) {
                return false;
            }
        }

        @Override
        public long lost() {
            return 0;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
