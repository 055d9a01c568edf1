package ringdown.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import ringdown.schedule.DayHours;
import ringdown.schedule.Interval;
import ringdown.schedule.OfficeHours;

/** Since when the office was closed last, by days: a lunch break is none. Pure. */
public final class Closing {
    private static final int LOOK_BACK_DAYS = 31;

    private final OfficeHours hours;

    Closing(OfficeHours hours) {
        this.hours = hours;
    }

    /** When the office closed on the last day before that of {@code now}; midnight for one that has not been open for a month. */
    public Instant before(Instant now) {
        LocalDate today = now.atZone(zone()).toLocalDate();
        for (int back = 1; back <= LOOK_BACK_DAYS; back++) {
            DayHours day = hours.on(today.minusDays(back));
            if (!day.isClosed()) {
                Instant end = moment(today.minusDays(back), day.intervals().getLast());
                return end.isBefore(now) ? end : now;
            }
        }
        return today.atStartOfDay(zone()).toInstant();
    }

    private Instant moment(LocalDate date, Interval last) {
        LocalTime time = LocalTime.ofSecondOfDay(last.to() % Interval.DAY * 60L);
        return date.plusDays(last.to() / Interval.DAY)
                .atTime(time)
                .atZone(zone())
                .toInstant();
    }

    private ZoneId zone() {
        return hours.zone();
    }
}
