package ringdown.quality;

import java.util.List;
import java.util.Optional;
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
        return new Page<>(
                page.items().stream().flatMap(one -> whole(one).stream()).toList(), page.next());
    }

    /** One of them. */
    public Optional<Review> get(String id) {
        return disk.review(id).flatMap(this::whole);
    }

    /** How many wait for a verdict. */
    public int open() {
        return disk.openReviews();
    }

    /** Closes it; false if somebody has before. */
    public boolean decide(Verdict verdict) {
        return disk.decide(verdict);
    }

    private Optional<Review> whole(QualityOnDisk.Reviewed found) {
        return ledger.call(found.callId())
                .map(call -> ReviewRules.of(found.kind(), call, thirdCall(call), found.verdict()));
    }

    private boolean thirdCall(CallEntry call) {
        return Optional.ofNullable(call.promiseId()).flatMap(ledger::promiseById).map(Promise::calls).stream()
                        .flatMap(List::stream)
                        .flatMap(id -> ledger.call(id).stream())
                        .filter(other -> other.startedAt().isBefore(call.startedAt()))
                        .count()
                >= CALLS_BEFORE_THE_HEAD_AT_ONCE;
    }
}
