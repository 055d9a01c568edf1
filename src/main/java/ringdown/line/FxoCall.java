package ringdown.line;

import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.OutsideLine;

/** One call on an outside line. Everything runs on the board's thread. */
abstract class FxoCall {
    final FxoLine line;
    final FxoLeg leg;

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

    final void gone(HangupCause cause, boolean byFarEnd) {
        leg.answered(false);
        leg.post(new CallEvent.Gone(leg, cause, byFarEnd));
    }
}
