package ringdown.line;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.call.LegMail;

/** The far end of an outside line in one call. Commands go to the line, which carries them out in its next frame. */
final class FxoLeg implements Leg {
    private final String id;
    private final FxoLine line;
    private final CopperVoice voice = new CopperVoice();
    private final LegMail mail;
    /** Made by the box to try its lines: stands in no record. */
    private final boolean trial;

    private volatile @Nullable TestTone tone;
    private volatile boolean answered;
    private volatile boolean dialled;
    private volatile Duration goneBefore = Duration.ZERO;

    FxoLeg(String id, FxoLine line, Inbox owner) {
        this(id, line, owner, false);
    }

    FxoLeg(String id, FxoLine line, Inbox owner, boolean trial) {
        this.trial = trial;
        this.id = id;
        this.line = line;
        mail = new LegMail(owner);
    }

    boolean trial() {
        return trial;
    }

    /** What it is to hear. */
    void listensFor(TestTone expected) {
        tone = expected;
    }

    /** One frame as it came. */
    void tested(short[] frame) {
        TestTone expected = tone;
        if (expected != null) {
            expected.received(frame);
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String via() {
        return line.via();
    }

    @Override
    public CopperVoice voice() {
        return voice;
    }

    @Override
    public boolean answered() {
        return answered;
    }

    /** The last digit is out: whomever it calls may ring from now on. */
    boolean dialled() {
        return dialled;
    }

    void answered(boolean now) {
        answered = now;
    }

    @Override
    public void ringing() {
        // The caller hears the exchange's own ring-back.
    }

    @Override
    public void earlySound() {
        // A line has no sound before it is answered.
    }

    @Override
    public void answer() {
        line.command(this, FxoCall::answer);
    }

    @Override
    public void sendDigit(char digit) {
        line.command(this, call -> call.sendDigit(digit));
    }

    @Override
    public void hangUp(HangupCause cause) {
        line.command(this, call -> call.hangUp(cause));
    }

    @Override
    public Duration goneBefore() {
        return goneBefore;
    }

    void goneBefore(Duration time) {
        goneBefore = time;
    }

    @Override
    public LegMail mail() {
        return mail;
    }

    void post(CallEvent.LegEvent event) {
        TestTone expected = tone;
        if (expected != null && event instanceof CallEvent.Gone gone) {
            expected.callOver(gone.byFarEnd());
        }
        dialled |= event instanceof CallEvent.EarlySound;
        mail.post(event);
    }

    @Override
    public String toString() {
        return id;
    }
}
