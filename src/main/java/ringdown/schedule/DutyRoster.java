package ringdown.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who has duty when. */
public record DutyRoster(List<DutyShift> shifts, ZoneId zone) {
    public DutyRoster {
        shifts = List.copyOf(shifts);
    }

    /** When somebody else will have duty, or nobody; empty: the shift that holds then is the last, or there is none. */
    public Optional<Instant> handOverAfter(Instant at) {
        var now = at(at);
        return shifts.stream()
                .flatMap(shift -> Stream.of(shift.from(), shift.to()))
                .map(moment -> moment.atZone(zone).toInstant())
                .filter(moment -> moment.isAfter(at) && !at(moment).equals(now))
                .min(Comparator.naturalOrder());
    }

    /** The shift that holds; of several the one that began last. */
    public Optional<DutyShift> at(Instant at) {
        var local = at.atZone(zone).toLocalDateTime();
        return shifts.stream()
                .filter(shift -> !local.isBefore(shift.from()) && local.isBefore(shift.to()))
                .max((a, b) -> a.from().compareTo(b.from()));
    }
}
