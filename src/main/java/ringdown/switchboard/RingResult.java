package ringdown.switchboard;

import ringdown.ledger.StageEntry;

/** How a ring ended; the caller's going is {@link ringdown.call.CallerLeft}. */
sealed interface RingResult {
    /** Somebody took it; the others ring no more. */
    record Taken(Bells.Bell by) implements RingResult {}

    /** Nobody did. */
    record Nobody(StageEntry.Result why) implements RingResult {}
}
