package ringdown.switchboard;

import java.time.Instant;

/** How a call from a list went: seen by the box, or said by a key afterwards. */
public sealed interface CallOutResult {
    /** Somebody was reached; one of the others follows, unless the box dies before it is known. */
    record Begun() implements CallOutResult {}

    /** They have talked. */
    record Talked() implements CallOutResult {}

    /** Nobody answered, or not the one who was meant. */
    record NotReached() implements CallOutResult {}

    /** They want to be called then. */
    record Later(Instant at) implements CallOutResult {}
}
