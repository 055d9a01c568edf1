package ringdown.line;

import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.OutsideLine;
import ringdown.number.CallerId;

/** A caller on the line, from the first ring on. */
final class IncomingCall extends FxoCall {
    /** No caller ID lasts longer; a receiver that thinks so is wrong, and the caller waits. */
    private static final int LONGEST_WAIT = Frames.of(4000);

    private final OnHookWatch onHook;
    private final KeySender keys = new KeySender();
    private boolean identified;
    private boolean answerAsked;
    private int askedFor;
    private @Nullable TalkWatch talk;

    IncomingCall(FxoLine line, FxoLeg leg, OnHookWatch onHook, boolean identified) {
        super(line, leg);
        this.onHook = onHook;
        this.identified = identified;
    }

    @Override
    void answer() {
        answerAsked = true;
    }

    /** Glare: the line is open already. */
    void alreadyOffHook() {
        talk = new TalkWatch(this, line.setup().tones());
        leg.answered(true);
    }

    @Override
    void received(short[] frame) {
        TalkWatch talking = talk;
        if (talking != null) {
            talking.received(frame);
        } else {
            leg.voice().receivedNothing();
            ringing();
        }
    }

    private void ringing() {
        identify();
        if (answerAsked && (!onHook.receiving() || ++askedFor > LONGEST_WAIT)) {
            takeOffHook();
        } else if (onHook.over()) {
            leg.goneBefore(onHook.silentFor());
            farEndGone(HangupCause.CANCELLED);
        }
    }

    private void identify() {
        CallerId caller = onHook.caller();
        if (!identified && (caller != null || onHook.callerOverdue())) {
            identified = true;
            leg.post(new CallEvent.Identified(leg, caller == null ? CallerId.UNKNOWN : caller));
        }
    }

    /** Never without battery; no battery means that the caller has gone with the line. */
    private void takeOffHook() {
        if (line.battery.present()) {
            line.card.hook(true);
            alreadyOffHook();
        } else {
            farEndGone(HangupCause.CANCELLED);
        }
    }

    @Override
    void sendDigit(char digit) {
        keys.press(digit);
    }

    @Override
    boolean sending(short[] frame) {
        TalkWatch talking = talk;
        if (talking == null) {
            return false;
        }
        boolean sound = keys.sending(frame, leg.voice());
        talking.sent(frame, sound);
        return sound;
    }

    @Override
    OutsideLine.Use use() {
        return talk == null ? OutsideLine.Use.NONE : OutsideLine.Use.IN;
    }

    @Override
    OutsideLine.State state() {
        return talk == null ? OutsideLine.State.RINGING : OutsideLine.State.TALKING;
    }
}
