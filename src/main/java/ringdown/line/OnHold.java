package ringdown.line;

import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;

/**
 * Who waits on an analog telephone while another call is made on it, and, once the handset lies, whoever was asked: the office has a moment to
 * join the two. Belongs to the board's thread.
 */
final class OnHold {
    /** So long the office may take to put through whoever was on hold, before the telephone rings for them. */
    private static final int PASSING_ON = Frames.of(1_000);

    private @Nullable FxsLeg held;
    private @Nullable FxsLeg asked;

    @Nullable
    FxsLeg held() {
        return held;
    }

    boolean nobody() {
        return held == null && asked == null;
    }

    void put(FxsLeg leg) {
        held = leg;
    }

    /** Whoever waits is talked with again, and waits no more. */
    @Nullable
    FxsLeg taken() {
        FxsLeg waiting = held;
        held = null;
        return waiting;
    }

    /**
     * The handset lies: who waits is meant for whoever was dialled.
     *
     * @param other the call with them; null: the last figure has only just been dialled
     * @return that call goes on, ringing or talking, until the office has joined the two
     */
    boolean passedOn(@Nullable FxsLeg other, String digits) {
        FxsLeg waiting = held;
        if (waiting == null) {
            return false;
        }
        asked = other;
        waiting.mail().post(new CallEvent.TransferAsked(waiting, digits, other));
        return asked != null;
    }

    /** One frame with the handset laid down; whoever is to be rung for after all. */
    @Nullable
    FxsLeg left(int frames) {
        if (held == null || frames > PASSING_ON) {
            endAsked();
        }
        return frames > PASSING_ON ? taken() : null;
    }

    /** The handset is lifted again, or nobody has joined them. */
    void endAsked() {
        FxsLeg other = asked;
        asked = null;
        if (other != null) {
            other.gone(HangupCause.NORMAL, true);
        }
    }

    /** True if the leg was one of these. */
    boolean ended(FxsLeg leg) {
        if (leg == held) {
            held = null;
        } else if (leg == asked) {
            asked = null;
        } else {
            return false;
        }
        return true;
    }

    /** Nobody speaks to them. */
    void frame() {
        if (held != null) {
            held.voice().receivedNothing();
        }
        if (asked != null) {
            asked.voice().receivedNothing();
        }
    }

    /** The box stops. */
    void close() {
        for (FxsLeg leg : new @Nullable FxsLeg[] {held, asked}) {
            if (leg != null) {
                leg.gone(HangupCause.SHUTDOWN, false);
            }
        }
        held = null;
        asked = null;
    }
}
