package ringdown.switchboard;

import java.time.Instant;

/** How a call from a list went: seen by the box, or said by a key afterwards. */
public sealed interface CallOutResult {
    /** The call it is about, as the ledger knows it. */
    String callId();

    /** Somebody was reached; one of the others follows, unless the box dies before it is known. */
    record Begun(String callId) implements CallOutResult {}

    /** They have talked. */
    record Talked(String callId) implements CallOutResult {}

    /** Nobody answered, or not the one who was meant. */
    record NotReached(String callId) implements CallOutResult {}

    /** They want to be called then. */
    record Later(String callId, Instant at) implements CallOutResult {}
}
