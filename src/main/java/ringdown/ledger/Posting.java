package ringdown.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line to be written down, as {@link Books} decided it; the store turns it into rows and writes it in the order given. */
public sealed interface Posting {
    /** A call begins. */
    record Opened(CallOpened call) implements Posting {}

    /** Its caller is known. */
    record Known(String callId, Identity identity) implements Posting {}

    /** The {@code number}-th event of the call. */
    record Happened(String callId, int number, CallEntry.Event event) implements Posting {}

    /** The {@code number}-th stage of the call has begun; {@link Rung} takes its place. */
    record Ringing(String callId, int number, StageEntry stage, Instant since) implements Posting {}

    /** The {@code number}-th stage of the call. */
    record Rung(String callId, int number, StageEntry stage) implements Posting {}

    /** An open call goes from ringing to talking or back; {@code since}: when the talk began, null when it went back. */
    record Moved(
            String callId,
            Outcome outcome,
            @Nullable String answeredBy,
            @Nullable Instant since) implements Posting {}

    /** The call counts through this promise. */
    record Covered(String callId, String promiseId) implements Posting {}

    /** The call is over. {@code outcome} is what it counts as, {@code settled} null unless it was a talk. */
    record Closed(
            String callId,
            Direction direction,
            Outcome outcome,
            @Nullable Boolean settled,
            Ending ending) implements Posting {}

    /** What a person says of the call; null leaves as it is, "" clears. */
    record Described(
            String callId,
            @Nullable String callerClass,
            @Nullable String topic,
            @Nullable String essence,
            @Nullable String handedTo)
            implements Posting {}

    /** The caller gave the talk a mark. */
    record Rated(String callId, int mark) implements Posting {}

    /** The call was recorded. */
    record Recorded(String callId, String recording) implements Posting {}

    /** This became of the promise. */
    record Noted(String promiseId, PromiseEvent event) implements Posting {}

    /** One promise became part of another to the same party: its calls are the other's now. */
    record Merged(String promiseId, String into) implements Posting {}

    /**
     * Calls belong to this contact from now on: those of a card that was joined with it, those of its number that were nobody's, or one
     * call; null: none of that kind.
     */
    record Attributed(
            String contactId,
            String contactName,
            @Nullable String goneId,
            @Nullable String number,
            @Nullable String callId)
            implements Posting {}

    /** The promise stands so from now on. */
    record Promised(Promise promise, Instant at) implements Posting {}
}
