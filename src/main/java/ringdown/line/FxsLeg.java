package ringdown.line;

import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.call.LegMail;
import ringdown.office.PortUse;

/** One call on an analog telephone. Commands wait for the port's next frame. */
final class FxsLeg implements Leg {
    /** What the earpiece gets. */
    enum Ear {
        /** Nothing yet. */
        SILENCE,
        /** The port's own ring back: the called party rings. */
        RING_BACK,
        /** The voice. */
        VOICE
    }

    private final String id;
    private final FxsLine line;
    private final CopperVoice voice;
    private final LegMail mail;
    private volatile boolean answered;
    private Ear ear = Ear.SILENCE;

    FxsLeg(String id, FxsLine line, Inbox owner, PortUse.Device device) {
        voice = new CopperVoice(device);
        this.id = id;
        this.line = line;
        mail = new LegMail(owner);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String via() {
        return line.id();
    }

    @Override
    public CopperVoice voice() {
        return voice;
    }

    @Override
    public boolean answered() {
        return answered;
    }

    Ear ear() {
        return ear;
    }

    /** From now on both hear each other. */
    void connected() {
        answered = true;
        ear = Ear.VOICE;
    }

    @Override
    public void ringing() {
        line.command(() -> ear = ear == Ear.SILENCE ? Ear.RING_BACK : ear);
    }

    @Override
    public void earlySound() {
        line.command(() -> ear = Ear.VOICE);
    }

    @Override
    public void answer() {
        line.command(this::connected);
    }

    @Override
    public void sendDigit(char digit) {
        line.command(() -> line.sendDigit(this, digit));
    }

    @Override
    public void hangUp(HangupCause cause) {
        line.command(() -> line.hangUp(this, cause));
    }

    @Override
    public LegMail mail() {
        return mail;
    }

    void gone(HangupCause cause, boolean byFarEnd) {
        answered = false;
        mail.post(new CallEvent.Gone(this, cause, byFarEnd));
    }

    @Override
    public String toString() {
        return id;
    }
}
