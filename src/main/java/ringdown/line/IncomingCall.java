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

    /** Whatever an exchange tells by itself right behind a burst has begun by then. */
    private static final int AFTER_BURST = 300;

    /** After going off hook, before the first word. */
    private static final int LISTENS = Frames.of(700);

    private final OnHookWatch onHook;
    private final KeySender keys = new KeySender();
    private boolean identified;
    private boolean answerAsked;
    private int listening;
    private int askedFor;
    private @Nullable AonRequest question;
    private @Nullable NumberDisplay display;
    private @Nullable TalkWatch talk;
    private final EarTone ringBack = new EarTone();

    IncomingCall(FxoLine line, FxoLeg leg, OnHookWatch onHook, boolean identified) {
        super(line, leg);
        this.onHook = onHook;
        this.identified = identified;
        display = line.setup().numberDisplay() && !identified ? new NumberDisplay() : null;
        question = line.setup().asksWho() && !identified ? new AonRequest() : null;
    }

    @Override
    void answer() {
        answerAsked = true;
        if (talk != null && listening == 0) {
            answered();
        }
    }

    private void answered() {
        ringBack.sound(null);
        leg.answered(true);
    }

    /** Glare: the line is open already. */
    void alreadyOffHook() {
        talk = new TalkWatch(this);
        answered();
    }

    @Override
    void received(short[] frame) {
        TalkWatch talking = talk;
        if (talking != null) {
            if (listening > 0) {
                leg.voice().receivedNothing();
            }
            talking.received(frame);
            listen(talking);
        } else {
            leg.voice().receivedNothing();
            AonRequest asking = question;
            NumberDisplay telling = display;
            if (telling != null) {
                display(telling, frame);
            } else if (asking == null) {
                ringing();
            } else if (line.card.offHook()) {
                asked(asking, frame);
            } else {
                askSoon();
            }
        }
    }

    /** An exchange that tells who calls only when asked: the line is taken after the first burst (LINES rule 12). */
    private void askSoon() {
        if (onHook.caller() != null) {
            question = null; // it told by itself
        } else if (onHook.over()) {
            ringing();
        } else if (onHook.silentFor().toMillis() >= AFTER_BURST && line.battery.present()) {
            line.card.hook(true);
        }
    }

    /** From then on the caller hears ring back until a person or the box answers. */
    private void asked(AonRequest asking, short[] frame) {
        if (!asking.received(frame)) {
            return;
        }
        question = null;
        identified = true;
        String number = asking.number();
        CallerId caller = number == null ? CallerId.UNKNOWN : line.setup().local(number);
        leg.post(new CallEvent.Identified(leg, caller));
        talk = new TalkWatch(this);
        if (answerAsked) {
            answered();
        } else {
            ringBack.sound(line.setup().tones().ringback());
        }
    }

    /** An exchange that rings for the number first: nobody is answered by that (NTT). */
    private void display(NumberDisplay telling, short[] frame) {
        switch (telling.frame(frame, onHook.turned(), onHook)) {
            case LIFT -> line.card.hook(true);
            case LAY_DOWN -> {
                line.card.hook(false);
                onHook.told(telling.caller());
                identify();
            }
            case OVER -> display = null;
            case WAIT -> {
                if (onHook.over()) {
                    ringing();
                }
            }
        }
    }

    /** A burst that is too old may be the last: the next one, or the end of ringing, tells (LINES rule 2). */
    private void ringing() {
        identify();
        if (answerAsked && onHook.fresh() && (!onHook.receiving() || ++askedFor > LONGEST_WAIT)) {
            takeOffHook();
        } else if (line.battery.inUse()) {
            note("somebody has lifted a telephone beside the box");
            farEndGone(HangupCause.ANSWERED_ELSEWHERE);
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
            talk = new TalkWatch(this);
            listening = LISTENS;
        } else {
            farEndGone(HangupCause.CANCELLED);
        }
    }

    /** Nobody speaks, and nobody hears anything, before it is certain that the caller is there and no dial tone (LINES rule 2). */
    private void listen(TalkWatch talking) {
        if (listening == 0 || isOver() || !soundPasses()) {
            return;
        }
        if (talking.somebodySpeaks()) {
            listening = 0; // whoever speaks is there, and each further moment would cost a word
        } else if (listening > 1 || !talking.dialToneBegins()) {
            listening--;
        }
        if (listening == 0) {
            answered();
        }
    }

    @Override
    boolean key() {
        return talk != null && talk.key();
    }

    @Override
    void sendDigit(char digit) {
        if (!sendsItself(digit)) {
            keys.press(digit);
        }
    }

    @Override
    boolean sending(short[] frame) {
        TalkWatch talking = talk;
        AonRequest asking = question;
        if (talking == null) {
            return asking != null && line.card.offHook() && asking.sending(frame);
        }
        boolean sound =
                talking.speaks(frame) || (leg.answered() ? keys.sending(frame, leg.voice()) : ringBack.sending(frame));
        talking.sent(frame, sound);
        return sound;
    }

    @Override
    OutsideLine.Use use() {
        return !line.card.offHook() ? OutsideLine.Use.RINGING : OutsideLine.Use.IN;
    }

    @Override
    OutsideLine.State state() {
        return !leg.answered() ? OutsideLine.State.RINGING : OutsideLine.State.TALKING;
    }
}
