package ringdown.line;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.audio.progress.CallProgressEvent;
import ringdown.audio.progress.TonePicture;
import ringdown.call.HangupCause;
import ringdown.call.LineTest;
import ringdown.call.LineTrait;
import ringdown.call.OutsideLine;

/**
 * A line test (LINES rule 18): battery, current, dial tone; then a digit that begins no emergency number gives silence for noise and
 * echo with each of the port's hybrid settings. No call: nothing of it is written down. Belongs to the board's thread; its result is
 * read from any.
 */
final class LineTesting extends FxoCall {
    private static final int CURRENT_AFTER = Frames.of(400);
    private static final int NO_CURRENT = Frames.of(600);
    private static final int DIAL_TONE_WAIT = Frames.of(5000);
    /** So much of dial tone is drawn. */
    private static final int DRAWN = Frames.of(1500);

    private enum Phase {
        LISTENING,
        DRAWING,
        DIGIT,
        SILENCE
    }

    private final LineEar ear;
    private final KeySender keys = new KeySender();
    private final SilenceTest silence;
    private final Instant at;
    private final double volts;
    private final @Nullable Character digit;
    private Phase phase = Phase.LISTENING;
    private int inPhase;
    private int noCurrentFor;
    private @Nullable Pulses pulses;
    private volatile LineTest.State state = LineTest.State.RUNNING;
    private volatile double milliamps;
    private volatile boolean stutter;
    private volatile boolean dialled;
    private volatile @Nullable TonePicture dialTone;
    private volatile @Nullable Double noise;
    private volatile List<Double> losses = List.of();
    private volatile int hybrid;

    LineTesting(FxoLine line, FxoLeg leg, Instant at) {
        super(line, leg);
        ear = line.ear();
        silence = new SilenceTest(line);
        this.at = at;
        volts = line.card.volts(); // what is shown is up to 200 ms old, and may be a parallel telephone's
        digit = TestDigit.of(line.setup());
        hybrid = line.care.hybrid();
    }

    /** Takes the line; without battery the test is over. */
    boolean begin() {
        if (!line.battery.present()) {
            state = LineTest.State.DEAD;
            return false;
        }
        line.card.hook(true);
        return true;
    }

    @Override
    void received(short[] frame) {
        inPhase++;
        ear.received(frame);
        switch (phase) {
            case LISTENING -> listening();
            case DRAWING -> drawing();
            case DIGIT -> digit();
            case SILENCE -> silence();
        }
    }

    private void listening() {
        current();
        CallProgressEvent event = ear.event();
        if (event instanceof CallProgressEvent.DialTone || event instanceof CallProgressEvent.StutterDialTone) {
            stutter = event instanceof CallProgressEvent.StutterDialTone;
            line.standing.dialTone();
            line.standing.diverted(stutter);
            enter(Phase.DRAWING);
        } else if (ear.voice()) {
            state = LineTest.State.CALLER;
            line.arrivals.offerGlare();
        } else if (noCurrentFor > NO_CURRENT) {
            over(LineTest.State.DEAD);
        } else if ((event != null && event.released()) || inPhase > DIAL_TONE_WAIT) {
            state = LineTest.State.SILENT;
            line.arrivals.mayHaveCaller();
        }
    }

    private void current() {
        double now = line.card.milliamps();
        noCurrentFor = now < NO_CURRENT_MA ? noCurrentFor + 1 : 0;
        if (inPhase >= CURRENT_AFTER) {
            milliamps = now;
        }
    }

    private void drawing() {
        milliamps = line.card.milliamps();
        if (inPhase >= DRAWN) {
            short[] heard = line.sound.tape().last(DRAWN);
            line.care.measuring(() -> dialTone = TonePicture.of(heard));
            dial();
        }
    }

    private void dial() {
        Character key = digit;
        if (key == null) {
            over(LineTest.State.DONE);
            return;
        }
        dialled = true;
        if (line.setup().dial().pulse()) {
            pulses = new Pulses(line.card, String.valueOf(key));
        } else {
            keys.press(key);
        }
        enter(Phase.DIGIT);
    }

    private void digit() {
        Pulses dial = pulses;
        if (dial != null) {
            dial.frame();
        }
        if (inPhase > 1 && !keys.busy() && (dial == null || dial.finished())) {
            enter(Phase.SILENCE);
        }
    }

    private void silence() {
        boolean done = silence.received(line.raw());
        noise = silence.noiseDbm0();
        losses = silence.lossesDb();
        if (done) {
            chosen();
            over(LineTest.State.DONE);
        }
    }

    /** The setting with the greatest loss stays; it is what the line has taught. */
    private void chosen() {
        List<Double> all = new ArrayList<>(losses);
        if (!all.isEmpty()) {
            hybrid = silence.best();
            line.care.hybrid(hybrid);
            line.care.notebook.note(LineTrait.HYBRID, String.valueOf(hybrid), all.get(hybrid), null);
        }
    }

    private void enter(Phase next) {
        phase = next;
        inPhase = 0;
    }

    private void over(LineTest.State how) {
        if (how != LineTest.State.DONE) {
            line.care.hybrid(line.care.hybrid()); // whatever was being tried
        }
        state = how;
        line.finish(this, true);
    }

    /** Somebody rings. */
    void stop() {
        over(LineTest.State.RING);
    }

    @Override
    void hangUp(HangupCause cause) {
        over(LineTest.State.NEEDED);
    }

    @Override
    boolean sending(short[] frame) {
        return phase == Phase.SILENCE ? silence.sending(frame) : keys.sending(frame, leg.voice());
    }

    /** How it stands. */
    LineTest result() {
        Character key = digit;
        return new LineTest(
                at,
                state,
                volts,
                milliamps,
                dialTone,
                stutter,
                dialled && key != null ? String.valueOf(key) : null,
                noise,
                line.card.impedance(),
                losses,
                hybrid);
    }

    @Override
    OutsideLine.Use use() {
        return OutsideLine.Use.OUT;
    }

    @Override
    OutsideLine.State state() {
        return OutsideLine.State.DIALLING;
    }
}
