package ringdown.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.office.CallerClass;
import ringdown.office.Office;

/**
 * In which order people are called back (SITUATIONS 4 and 5): overdue ones first, then by the priority of the class, then by who
 * called first; callers who did not wait come last. Pure.
 */
public final class CallingOrder {
    private final List<String> classes;

    public CallingOrder(Office office) {
        classes = office.classes().stream().map(CallerClass::name).toList();
    }

    /** The promises in their order at that moment. */
    public List<Promise> of(List<Promise> promises, Instant now) {
        Comparator<Promise> order = Comparator.<Promise, Boolean>comparing(
                        p -> p.matter().passing())
                .thenComparing(p -> p.overdueAt().isAfter(now))
                .thenComparingInt(p -> rank(p.matter().callerClass()))
                .thenComparing(Promise::madeAt)
                .thenComparing(Promise::id);
        return promises.stream().sorted(order).toList();
    }

    private int rank(@Nullable String callerClass) {
        int at = classes.indexOf(callerClass);
        return at < 0 ? classes.size() : at;
    }
}
