package ringdown.line;

import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.audio.progress.CallProgressEvent;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.OutsideLine;

/**
 * A call that we make on the line: seize, wait for dial tone, dial, and find out how it ends up. No digit without dial tone, no
 * answer without evidence or long patience (LINES rules 6 to 8).
 */
final class OutgoingCall extends FxoCall {
    private static final int DIAL_TONE_WAIT = Frames.of(5000);
    private static final int BEFORE_DIGITS = Frames.of(150);
    private static final int NO_CURRENT = Frames.of(600);

    private enum Phase {
        /** An emergency call has cleared the line: the exchange needs its time on hook. */
        CLEARING,
        SEIZED,
        DIALLING,
        PROGRESS,
        TALKING
    }

    private final LineSetup setup;
    private final String digits;
    private final KeySender keys = new KeySender();
    private final KeyEar farKeys = new KeyEar(key -> pressed = key);
    private final LineEar ear;
    private final boolean emergency;
    private int clearing;
    private Phase phase = Phase.CLEARING;
    private int inPhase;
    private int withDialTone;
    private int noCurrentFor;
    private @Nullable Pulses pulses;
    private @Nullable Progress progress;
    private @Nullable TalkWatch talk;
    private @Nullable Character pressed;

    /** Seizes the line at once, or after so many frames on hook. */
    OutgoingCall(FxoLine line, FxoLeg leg, LineSetup setup, String digits, boolean emergency, int clearing) {
        super(line, leg);
        this.setup = setup;
        this.digits = digits;
        this.emergency = emergency;
        this.clearing = clearing;
        ear = new LineEar(setup.tones());
        seize();
    }

    private void seize() {
        if (clearing-- <= 0) {
            line.card.hook(true);
            enter(Phase.SEIZED);
        }
    }

    @Override
    void received(short[] frame) {
        inPhase++;
        ear.received(frame);
        switch (phase) {
            case CLEARING -> seize();
            case SEIZED -> seized();
            case DIALLING -> dialling();
            case PROGRESS -> progress(frame);
            case TALKING -> talking(frame);
        }
        if (phase == Phase.CLEARING || phase == Phase.SEIZED || phase == Phase.DIALLING) {
            leg.voice().receivedNothing();
        }
    }

    private void seized() {
        noCurrentFor = line.card.milliamps() < 3 ? noCurrentFor + 1 : 0;
        CallProgressEvent event = ear.event();
        boolean dialTone =
                event instanceof CallProgressEvent.DialTone || event instanceof CallProgressEvent.StutterDialTone;
        withDialTone = dialTone || withDialTone > 0 ? withDialTone + 1 : 0;
        if (withDialTone > BEFORE_DIGITS) {
            line.cleared();
            enter(Phase.DIALLING);
            dial();
        } else if (noCurrentFor > NO_CURRENT) {
            giveUp(HangupCause.UNREACHABLE);
        } else if (withDialTone == 0 && ear.voice()) {
            glare();
        } else if (event != null && event.released() || inPhase > DIAL_TONE_WAIT) {
            Logger.info("{}: no dial tone", line.via());
            giveUp(HangupCause.CONGESTION);
        }
    }

    private void glare() {
        Logger.info("{}: a caller was on the line that was seized", line.via());
        gone(HangupCause.CONGESTION, false);
        line.offerGlare();
    }

    private void giveUp(HangupCause cause) {
        line.finish(this, true);
        gone(cause, true);
    }

    private void dial() {
        if (setup.dial().pulse()) {
            pulses = new Pulses(line.card, digits);
        } else {
            keys.press(digits);
        }
    }

    private void dialling() {
        Pulses dial = pulses;
        if (dial != null) {
            dial.frame();
        }
        if (!keys.busy() && (dial == null || dial.finished())) {
            enter(Phase.PROGRESS);
            ear.dialled();
            progress = new Progress(this, setup.tones());
            leg.post(new CallEvent.EarlySound(leg));
        }
    }

    private void progress(short[] frame) {
        Progress watch = progress;
        if (watch == null) {
            return;
        }
        farKeys.received(frame);
        if (pressed != null) {
            keyed(pressed);
            return;
        }
        switch (watch.received(frame, ear)) {
            case WAITING -> {}
            case ANSWERED -> answered();
            case BUSY -> giveUp(HangupCause.BUSY);
            case CONGESTION -> giveUp(HangupCause.CONGESTION);
            case NO_SUCH_NUMBER -> giveUp(HangupCause.NO_SUCH_NUMBER);
            case LINE_LOST -> giveUp(HangupCause.UNREACHABLE);
        }
    }

    /** Only a person presses keys, and may do so before the line shows by anything else that it is answered. */
    private void keyed(char key) {
        Logger.info("{}: answered, by evidence: key", line.via());
        answered();
        leg.post(new CallEvent.DigitPressed(leg, key));
    }

    private void answered() {
        enter(Phase.TALKING);
        talk = new TalkWatch(this, setup.tones());
        leg.answered(true);
        leg.post(new CallEvent.Answered(leg));
    }

    private void talking(short[] frame) {
        TalkWatch watch = talk;
        if (watch != null) {
            watch.received(frame);
        }
    }

    private void enter(Phase next) {
        phase = next;
        inPhase = 0;
    }

    @Override
    void sendDigit(char digit) {
        keys.press(digit);
    }

    @Override
    boolean sending(short[] frame) {
        boolean sound = keys.sending(frame, leg.voice());
        TalkWatch watch = talk;
        if (watch != null) {
            watch.sent(frame, sound);
        }
        ear.sent(frame, sound);
        if (sound && phase != Phase.TALKING) {
            farKeys.sent(frame);
        }
        return sound;
    }

    @Override
    OutsideLine.Use use() {
        return emergency ? OutsideLine.Use.EMERGENCY : OutsideLine.Use.OUT;
    }

    @Override
    OutsideLine.State state() {
        return phase == Phase.TALKING ? OutsideLine.State.TALKING : OutsideLine.State.DIALLING;
    }
}
