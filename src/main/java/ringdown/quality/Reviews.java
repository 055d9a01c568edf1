package ringdown.quality;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Ledger;
import ringdown.ledger.Page;
import ringdown.ledger.Promise;

/** Calls that reached the head, and talks with a bad mark, until somebody in charge has said what was wrong. Safe from any thread. */
public final class Reviews {
    private static final int CALLS_BEFORE_THE_HEAD_AT_ONCE = 2;

    private final Ledger ledger;
    private final QualityOnDisk disk;

    Reviews(Ledger ledger, QualityOnDisk disk) {
        this.ledger = ledger;
        this.disk = disk;
    }

    /**
     * Newest first.
     *
     * @param open true: without a verdict, false: with one, null: both
     */
    public Page<Review> list(@Nullable Boolean open, int limit, @Nullable String after) {
        Page<QualityOnDisk.Reviewed> page = disk.reviews(open, limit, after);
        Map<String, CallEntry> calls =
                ledger
                        .calls(page.items().stream()
                                .map(QualityOnDisk.Reviewed::callId)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(CallEntry::id, Function.identity()));
        return new Page<>(
                page.items().stream()
                        .flatMap(one ->
                                Stream.ofNullable(calls.get(one.callId())).map(call -> whole(one, call)))
                        .toList(),
                page.next());
    }

    /** One of them. */
    public Optional<Review> get(String id) {
        return disk.review(id).flatMap(one -> ledger.call(one.callId()).map(call -> whole(one, call)));
    }

    /** How many wait for a verdict. */
    public int open() {
        return disk.openReviews();
    }

    /** Closes it; false if somebody has before. */
    public boolean decide(Verdict verdict) {
        return disk.decide(verdict);
    }

    private Review whole(QualityOnDisk.Reviewed found, CallEntry call) {
        return ReviewRules.of(found.kind(), call, thirdCall(call), found.verdict());
    }

    private boolean thirdCall(CallEntry call) {
        return Optional.ofNullable(call.promiseId()).flatMap(ledger::promiseById).map(Promise::calls).stream()
                        .flatMap(calls -> ledger.calls(calls).stream())
                        .filter(other -> other.startedAt().isBefore(call.startedAt()))
                        .count()
                >= CALLS_BEFORE_THE_HEAD_AT_ONCE;
    }
}
