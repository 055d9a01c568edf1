package ringdown.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Ledger;
import ringdown.ledger.Promise;
import ringdown.number.Extension;
import ringdown.routing.OpenPromise;

/** Which promise stands for the caller of a question "what happens if": the real one, none, or one that is only imagined. Stateless. */
enum StandingPromise {
    /** The one that is owed to the caller at this moment, if any. */
    NOW("now"),
    /** None, whatever is owed. */
    NONE("none"),
    /** They have called once before, long enough ago: the second call. */
    ONCE("once"),
    /** They have called twice just now: the third call. */
    TWICE("twice");

    static final Set<String> WORDS = Set.of("now", "none", "once", "twice");

    private static final int TO_SEE_A_THIRD = 2;
    private static final Duration LONG_AGO = Duration.ofDays(60);

    private final String word;

    StandingPromise(String word) {
        this.word = word;
    }

    static StandingPromise ofWord(String word) {
        for (StandingPromise one : values()) {
            if (one.word.equals(word)) {
                return one;
            }
        }
        throw new IllegalArgumentException("no promise " + word);
    }

    /** The promise for a call at that moment. */
    @Nullable
    OpenPromise of(Ledger ledger, @Nullable String contactId, @Nullable String number, Instant at) {
        return switch (this) {
            case NOW ->
                number == null && contactId == null
                        ? null
                        : ledger.owed(contactId, number)
                                .map(promise -> real(promise, ledger))
                                .orElse(null);
            case NONE -> null;
            case ONCE -> new OpenPromise("", null, at, 1, List.of(at.minus(LONG_AGO)));
            case TWICE -> new OpenPromise("", null, at, TO_SEE_A_THIRD, List.of(at, at));
        };
    }

    private static OpenPromise real(Promise promise, Ledger ledger) {
        List<String> calls = promise.calls();
        String owner = promise.owner();
        return new OpenPromise(
                promise.id(),
                owner == null ? null : new Extension(owner),
                promise.dueAt(),
                calls.size(),
                calls.subList(Math.max(0, calls.size() - TO_SEE_A_THIRD), calls.size()).stream()
                        .flatMap(id -> ledger.call(id).stream())
                        .map(CallEntry::startedAt)
                        .toList());
    }
}
