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
 */
public record RingRequest(
        CallerId caller,
        String callId,
        boolean answerNow,
        @Nullable String calledNumber) {}
