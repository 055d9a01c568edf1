package ringdown.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;

/**
 * Which talk somebody means who keys a code during it or after it: the one they are in, else the one that they left last, also where they
 * have put the other side through to somebody else who talks on. Pure, but for the ledger it reads.
 */
final class RecentTalk {
    /** A key that is pressed later than this does not mean the last talk. */
    private static final Duration LAST_TALK = Duration.ofHours(12);

    private static final int LOOKED_THROUGH = 100;

    private final Ledger ledger;
    private final String who;

    RecentTalk(Ledger ledger, Extension who) {
        this.ledger = ledger;
        this.who = who.digits();
    }

    Optional<CallEntry> before(Instant now) {
        return ledger.live().stream()
                .filter(call -> isOutside(call) && who.equals(call.answeredBy()))
                .max(Comparator.comparing(CallEntry::startedAt))
                .or(() -> left(now));
    }

    private Optional<CallEntry> left(Instant now) {
        Instant from = now.minus(LAST_TALK);
        return Stream.of(
                        ledger.live().stream(),
                        page(from, who).stream(),
                        page(from, null).stream()) // whoever has put somebody through no longer stands as who answered
                .flatMap(calls -> calls)
                .filter(call -> isOutside(call) && leftAt(call) != null)
                .max(Comparator.comparing(this::leftAtLast));
    }

    private List<CallEntry> page(Instant from, @Nullable String person) {
        return ledger.calls(new CallQuery(from, null, null, null, null, null, person, LOOKED_THROUGH, null))
                .items();
    }

    private Instant leftAtLast(CallEntry call) {
        Instant at = leftAt(call);
        return at == null ? Instant.MIN : at;
    }

    /** When they left it; null: they are none of those who talked in it. */
    private @Nullable Instant leftAt(CallEntry call) {
        return who.equals(call.answeredBy()) ? call.endedAt() : call.passedOnBy(who);
    }

    private static boolean isOutside(CallEntry call) {
        return call.direction() != Direction.INTERNAL;
    }
}
