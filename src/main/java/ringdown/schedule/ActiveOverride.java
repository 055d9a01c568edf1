package ringdown.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** An override that somebody has set. */
public record ActiveOverride(HoursOverride override, Instant since) {

    /** When it ends by itself: the next time the clock shows its hour. Empty: when somebody releases it. */
    public Optional<Instant> endsAt(ZoneId zone) {
        var until = override.until();
        if (until == null) {
            return Optional.empty();
        }
        var set = since.atZone(zone);
        var end = set.toLocalDate().atTime(until).atZone(zone);
        return Optional.of((end.isAfter(set)
                        ? end
                        : set.toLocalDate().plusDays(1).atTime(until).atZone(zone))
                .toInstant());
    }

    /** Whether it has stood for longer than it should: then the head is rung (SITUATIONS rule 12). */
    public boolean tooLong(Instant at) {
        var most = override.max();
        return most != null && !at.isBefore(since.plus(most));
    }

    public boolean holds(Instant at, ZoneId zone) {
        return !at.isBefore(since) && endsAt(zone).map(at::isBefore).orElse(true);
    }
}
