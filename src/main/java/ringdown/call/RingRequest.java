package ringdown.call;

import org.jspecify.annotations.Nullable;
import ringdown.number.CallerId;

/**
 * What a telephone shows and how it rings.
 *
 * @param caller number and name to be shown (the contact's name where it is known)
 * @param callId the ledger's id, for logs
 * @param answerNow ask the phone to answer by itself (intercom, a promise dialled from the page); a phone may refuse
 * @param calledNumber the office's number that was called, for a label on the display; null for internal calls
 * @param second whoever talks on it already may be told by a tone that somebody else calls
 * @param bell who rings, by the sound of the bell
 * @param help whoever calls may be the dispatcher: a telephone that is off hook without a call is not busy for them (LINES rule 1)
 */
public record RingRequest(
        CallerId caller,
        String callId,
        boolean answerNow,
        @Nullable String calledNumber,
        boolean second,
        Bell bell,
        boolean help) {
    /** Bells that a telephone tells apart. */
    public enum Bell {
        /** Somebody outside: the country's own ringing. */
        OUTSIDE,
        /** A colleague. */
        INSIDE,
        /** Somebody at the door. */
        DOOR
    }

    /** As a call from outside rings on a telephone that is idle. */
    public RingRequest(CallerId caller, String callId, boolean answerNow, @Nullable String calledNumber) {
        this(caller, callId, answerNow, calledNumber, false, Bell.OUTSIDE);
    }

    /** As anybody rings who is no dispatcher. */
    public RingRequest(
            CallerId caller,
            String callId,
            boolean answerNow,
            @Nullable String calledNumber,
            boolean second,
            Bell bell) {
        this(caller, callId, answerNow, calledNumber, second, bell, false);
    }

    /** The same for a telephone on which somebody talks. */
    public RingRequest toSecond() {
        return new RingRequest(caller, callId, answerNow, calledNumber, true, bell, help);
    }

    /** The same for whoever may be the dispatcher. */
    public RingRequest forHelp() {
        return new RingRequest(caller, callId, answerNow, calledNumber, second, bell, true);
    }
}
