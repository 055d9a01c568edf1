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

/** Calls that reached the head, and talks with a bad mark, until somebody in charge has said what was wrong. Safe from any thread. */
public final class Reviews {
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

    private static Review whole(QualityOnDisk.Reviewed found, CallEntry call) {
        return ReviewRules.of(found.kind(), call, found.verdict());
    }
}
