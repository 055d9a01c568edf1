package ringdown.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A named departure from the hours, set by one button or key.
 *
 * @param until the hour at which it ends by itself, null: until somebody releases it, and then no hour is spoken (SITUATIONS rule 12)
 * @param greeting null: the after-hours one
 * @param max after which the head is rung
 * @param ring "mobiles" or null
 */
public record HoursOverride(
        String name,
        @Nullable LocalTime until,
        @Nullable String greeting,
        @Nullable Duration max,
        @Nullable String ring) {
    /** So far ahead the hour is that of the night or the day that goes on, whatever the calendar says. */
    private static final Duration SOON = Duration.ofHours(12);

    /**
     * Whether its hour has passed for today: whoever sets "until 14:00" at 14:10 comes late and does not mean tomorrow's. One that would
     * end before the office opens next, or within half a day, is meant: closed early until the morning, a break of the night shift.
     */
    public boolean over(Instant now, OfficeHours hours) {
        if (until == null) {
            return false;
        }
        var today = now.atZone(hours.zone()).toLocalDate();
        var end = today.atTime(until).atZone(hours.zone()).toInstant();
        if (end.isAfter(now)) {
            return false;
        }
        var tomorrow = today.plusDays(1);
        var next = tomorrow.atTime(until).atZone(hours.zone()).toInstant();
        boolean soon = !next.isAfter(now.plus(SOON));
        return !soon
                && opensBefore(
                        hours.nextOpening(tomorrow.atStartOfDay(hours.zone()).toInstant()), hours);
    }

    private boolean opensBefore(NextOpening opening, OfficeHours hours) {
        return opening instanceof NextOpening.At next
                && next.at().atZone(hours.zone()).toLocalTime().isBefore(until);
    }
}
