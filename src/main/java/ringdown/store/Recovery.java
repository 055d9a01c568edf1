package ringdown.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Direction;
import ringdown.ledger.Ending;
import ringdown.ledger.Ledger;
import ringdown.ledger.Outcome;
import ringdown.ledger.PromiseDraft;

/**
 * After a crash: calls that are still open are ended at the last evidence. A call in is {@code interrupted} with its promise, spoken
 * or new; others failed and owe nothing.
 */
final class Recovery {
    private final Database database;
    private final Ledger ledger;
    private final Instant evidence;

    Recovery(Database database, Ledger ledger, Instant evidence) {
        this.database = database;
        this.ledger = ledger;
        this.evidence = evidence;
    }

    /** Returns the calls that were interrupted, as they stand now. */
    List<CallEntry> run(Function<CallEntry, PromiseDraft> forInterrupted) {
        List<CallEntry> interrupted = new ArrayList<>();
        for (CallEntry call : ledger.live()) {
            boolean in = call.direction() == Direction.IN;
            PromiseDraft draft = in && call.promiseId() == null ? forInterrupted.apply(call) : null;
            ledger.close(call.id(), ending(call, in ? Outcome.INTERRUPTED : Outcome.FAILED, draft));
            if (in) {
                ledger.call(call.id()).ifPresent(interrupted::add);
            }
        }
        return interrupted;
    }

    private Ending ending(CallEntry call, Outcome outcome, @org.jspecify.annotations.Nullable PromiseDraft draft) {
        Instant at = last(call);
        Instant talkingAt = talkingAt(call.id()).orElse(at);
        return new Ending(
                outcome,
                at,
                call.answeredBy(),
                seconds(call.startedAt(), talkingAt),
                seconds(talkingAt, at),
                call.holdSeconds(),
                call.transfers(),
                true,
                false,
                null,
                null,
                draft);
    }

    private Instant last(CallEntry call) {
        return call.startedAt().isAfter(evidence) ? call.startedAt() : evidence;
    }

    private Optional<Instant> talkingAt(String callId) {
        return database.read(db -> db.createQuery("SELECT talking_at FROM calls WHERE id = :id")
                .bind("id", callId)
                .map((row, context) -> Optional.ofNullable(Rows.momentOrNull(row, "talking_at")))
                .findOne()
                .flatMap(at -> at));
    }

    private static double seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis() / 1000.0);
    }
}
