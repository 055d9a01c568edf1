package ringdown.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Who has duty when. */
public record DutyRoster(List<DutyShift> shifts, ZoneId zone) {
    public DutyRoster {
        shifts = List.copyOf(shifts);
    }

    /** The shift that holds; of several the one that began last. */
    public Optional<DutyShift> at(Instant at) {
        var local = at.atZone(zone).toLocalDateTime();
        return shifts.stream()
                .filter(shift -> !local.isBefore(shift.from()) && local.isBefore(shift.to()))
                .max((a, b) -> a.from().compareTo(b.from()));
    }
}
