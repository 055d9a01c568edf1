package ringdown.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import ringdown.number.PhoneNumber;
import ringdown.office.Office;
import ringdown.schedule.DayHours;
import ringdown.schedule.Interval;
import ringdown.schedule.OfficeHours;

/** Since when the office was closed last, by days: a lunch break is none. A number with hours of its own closes by these. Pure. */
public final class Closing {
    private static final int LOOK_BACK_DAYS = 31;

    private final Office office;

    Closing(Office office) {
        this.office = office;
    }

    /** When the first of its numbers closed on the last day before that of {@code now}. */
    public Instant before(Instant now) {
        return office.servingHours().stream()
                .map(hours -> before(now, hours))
                .min(Comparator.naturalOrder())
                .orElse(now);
    }

    /** The call came after its own number had closed. */
    public boolean follows(CallFact call, Instant now) {
        PhoneNumber called = call.called() != null && call.called().matches("\\+[1-9][0-9]{2,14}")
                ? new PhoneNumber(call.called())
                : null;
        return !call.startedAt().isBefore(before(now, office.officeHours(call.via(), called)));
    }

    /** True if all numbers close together. */
    public boolean uniform() {
        return office.servingHours().size() == 1;
    }

    /** Midnight for hours in which nothing has been open for a month. */
    private static Instant before(Instant now, OfficeHours hours) {
        LocalDate today = now.atZone(hours.zone()).toLocalDate();
        for (int back = 1; back <= LOOK_BACK_DAYS; back++) {
            DayHours day = hours.on(today.minusDays(back));
            if (!day.isClosed()) {
                Instant end = moment(today.minusDays(back), day.intervals().getLast(), hours.zone());
                return end.isBefore(now) ? end : now;
            }
        }
        return today.atStartOfDay(hours.zone()).toInstant();
    }

    private static Instant moment(LocalDate date, Interval last, ZoneId zone) {
        LocalTime time = LocalTime.ofSecondOfDay(last.to() % Interval.DAY * 60L);
        return date.plusDays(last.to() / Interval.DAY).atTime(time).atZone(zone).toInstant();
    }
}
