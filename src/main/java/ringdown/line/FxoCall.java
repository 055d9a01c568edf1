package ringdown.line;

import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.OutsideLine;

/** One call on an outside line. Everything runs on the board's thread. */
abstract class FxoCall {
    static final double NO_CURRENT_MA = 3;

    final FxoLine line;
    final FxoLeg leg;
    private boolean over;

    FxoCall(FxoLine line, FxoLeg leg) {
        this.line = line;
        this.leg = leg;
    }

    /** Looks at the frame that came in; every 10 ms. */
    abstract void received(short[] frame);

    /** Fills the frame that goes out; false for silence. */
    abstract boolean sending(short[] frame);

    /** What the line is doing, for the page. */
    abstract OutsideLine.State state();

    /** What the line is used for. */
    abstract OutsideLine.Use use();

    /** We answer the caller. */
    void answer() {}

    /** We press a key for the far end. */
    void sendDigit(char digit) {}

    /** The frame that came last is a key's, not a voice's. */
    boolean key() {
        return false;
    }

    /** A port that closes the loop by a command takes its time; until then nobody hears anything. */
    final boolean soundPasses() {
        FxoSigns signs = line.card.signs();
        return signs == null || signs.sounding();
    }

    /** The port has a dial of its own, which goes before tones in the sound; false: it has none. */
    final boolean sendsItself(char digit) {
        FxoSigns signs = line.card.signs();
        if (signs != null) {
            signs.dial(String.valueOf(digit), false);
        }
        return signs != null;
    }

    /** It has turned out to be a call for help. */
    void forHelp() {}

    /** We hang up. */
    void hangUp(HangupCause cause) {
        line.finish(this, false);
        gone(cause, false);
    }

    /** The far end has gone. */
    void farEndGone(HangupCause cause) {
        line.finish(this, true);
        gone(cause, true);
    }

    /** Gone has been posted. */
    final boolean isOver() {
        return over;
    }

    /** What was decided, with its evidence, into the call's record. */
    final void note(String what) {
        line.note(leg, what);
    }

    final void gone(HangupCause cause, boolean byFarEnd) {
        over = true;
        leg.answered(false);
        leg.post(new CallEvent.Gone(leg, cause, byFarEnd));
    }
}
