package ringdown.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call as it stands in the ledger, with everything GET /api/calls shows. Lengths are seconds. */
public record CallEntry(
        String id,
        Instant startedAt,
        @Nullable Instant endedAt,
        Direction direction,
        String via,
        @Nullable String called,
        @Nullable String callerNumber,
        @Nullable String callerName,
        boolean hidden,
        @Nullable String contactId,
        @Nullable String contactName,
        @Nullable String callerClass,
        @Nullable String topic,
        @Nullable String essence,
        @Nullable String handedTo,
        Outcome outcome,
        @Nullable Boolean settled,
        @Nullable String answeredBy,
        double waitSeconds,
        double talkSeconds,
        double holdSeconds,
        int transfers,
        List<StageEntry> stages,
        @Nullable String recording,
        @Nullable Integer rating,
        @Nullable String promiseId,
        List<Event> events) {
    /** Something that happened in the call, in plain words. */
    public record Event(Instant at, String what) {}
}
