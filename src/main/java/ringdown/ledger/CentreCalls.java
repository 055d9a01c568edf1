package ringdown.ledger;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.number.PhoneNumber;
import ringdown.office.AfterHours;
import ringdown.office.Office;
import ringdown.office.RingTarget;
import ringdown.schedule.NextOpening;

/** The calls that an outside call centre takes: they stay ours, so what was said must be written down (SITUATIONS 18). Pure. */
public final class CentreCalls {
    private final Office office;

    public CentreCalls(Office office) {
        this.office = office;
    }

    /** What {@link CallEntry#answeredBy} says of them: numbers that a mode after hours rings and that are no person's mobile. */
    public Set<String> numbers() {
        Set<String> numbers = new LinkedHashSet<>();
        office.afterHours().modes().values().stream()
                .map(AfterHours.Mode::ring)
                .map(CentreCalls::outside)
                .flatMap(Optional::stream)
                .filter(number -> office.people().stream().noneMatch(person -> number.equals(person.mobile())))
                .forEach(number -> numbers.add(number.e164()));
        return numbers;
    }

    private static Optional<PhoneNumber> outside(@Nullable RingTarget target) {
        return target instanceof RingTarget.OutsideNumber outside ? Optional.of(outside.number()) : Optional.empty();
    }

    /** Since when it has been waited for what the call was about: the next opening after it; empty: nothing is wanted of it, or not yet. */
    public Optional<Instant> unwrittenSince(CallEntry call, Instant now) {
        Instant end = call.endedAt();
        if (end == null || call.essence() != null || call.outcome() != Outcome.TALKED) {
            return Optional.empty();
        }
        return office.officeHours().nextOpening(end) instanceof NextOpening.At opening
                ? Optional.of(opening.at()).filter(at -> !at.isAfter(now))
                : Optional.empty();
    }
}
