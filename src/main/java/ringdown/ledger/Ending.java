package ringdown.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended; written in one transaction with the promise it opens, joins or closes.
 *
 * @param outcome a closed one
 * @param at when the caller's part ended
 * @param answeredBy extension or mobile number that talked last; null if nobody did
 * @param waitSeconds first ring to a person, or to the end
 * @param talkSeconds with a person
 * @param settled false for a talk the office side cut off within 5 s or in which the caller was never heard (SITUATIONS 1)
 * @param voiceBothSides voice was heard on both sides: a talk of 20 s or more with it keeps a promise
 * @param messageId the message it left, with its length; null if none
 * @param promise the promise to open or join if this ending needs one and none was committed for the call yet; null if it needs none
 */
public record Ending(
        Outcome outcome,
        Instant at,
        @Nullable String answeredBy,
        double waitSeconds,
        double talkSeconds,
        double holdSeconds,
        int transfers,
        boolean settled,
        boolean voiceBothSides,
        @Nullable String messageId,
        @Nullable Double messageSeconds,
        @Nullable PromiseDraft promise) {}
