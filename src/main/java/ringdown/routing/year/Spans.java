package ringdown.routing.year;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import ringdown.office.Office;

/** The year's spans, and where in them something happens first. */
record Spans(Office office, List<Span> all) {
    Spans {
        all = List.copyOf(all);
    }

    Instant begin() {
        return all.getFirst().from();
    }

    Optional<Instant> first(Predicate<Span> when) {
        return all.stream().filter(when).findFirst().map(Span::from);
    }

    /** The first minute the mode is in force, itself or as what follows another; the first closed one if it never is. */
    Instant closedIn(String mode) {
        return first(span -> span.someClosed() && uses(span, mode))
                .or(() -> first(Span::someClosed))
                .orElse(begin());
    }

    /** Whether callers get into the mode in this span. */
    boolean uses(Span span, String mode) {
        var name = span.mode();
        for (var hops = 0; name != null && hops <= office.afterHours().modes().size(); hops++) {
            if (name.equals(mode)) {
                return true;
            }
            var one = office.afterHours().modes().get(name);
            name = one == null ? null : one.otherwise();
        }
        return false;
    }

    /** The first minute after that day, within the year. */
    Instant after(LocalDate day) {
        return first(span -> span.date().isAfter(day)).orElse(begin());
    }
}
