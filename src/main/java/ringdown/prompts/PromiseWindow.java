package ringdown.prompts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The moments of a promise, as they stand when the caller hears it.
 *
 * @param now the moment of speaking: it decides what is today and tomorrow
 * @param dueAt when calling back starts; not after {@code now} in working hours
 * @param overdueAt until when it will have been done; null where no end is named
 * @param zone the office's zone
 * @param certainty what may be said about days and hours
 * @param sayClock whether the caller lives by another clock, so that the office's is named
 */
public record PromiseWindow(
        Instant now, Instant dueAt, @Nullable Instant overdueAt, ZoneId zone, Certainty certainty, boolean sayClock) {
    /** A beginning is said to five minutes, rounded down. */
    static final int STEP_MINUTES = 5;

    /** An end is said to the half hour, rounded up, as deadlines are. */
    static final int END_STEP_MINUTES = 30;

    /** What may be said about a moment to come. */
    public enum Certainty {
        KNOWN,
        /** The calendar of that year is not confirmed by the office: no date. */
        YEAR_UNKNOWN,
        /** The office is away and nobody knows for how long: no moment, but that it will be when they are back. */
        UNTIL_RETURN,
        /** The box does not know what time it is: no moment at all. */
        CLOCK_UNTRUSTED
    }

    public PromiseWindow {
        if (overdueAt != null && overdueAt.isBefore(dueAt)) {
            throw new IllegalArgumentException("a promise due at " + dueAt + " cannot be overdue at " + overdueAt);
        }
    }

    /** A promise with a known moment, to a caller who lives by the office's clock. */
    public static PromiseWindow known(Instant now, Instant dueAt, @Nullable Instant overdueAt, ZoneId zone) {
        return new PromiseWindow(now, dueAt, overdueAt, zone, Certainty.KNOWN, false);
    }

    LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    boolean dueNow() {
        return !dueAt.isAfter(now);
    }

    boolean hasEndAhead() {
        return overdueAt != null && overdueAt.isAfter(now);
    }

    /** An end at midnight belongs to the day that it ends. */
    LocalDate endDay() {
        return end().minusNanos(1).toLocalDate();
    }

    LocalDate startDay() {
        return start().toLocalDate();
    }

    LocalTime startHour() {
        return start().toLocalTime();
    }

    LocalTime endHour() {
        return end().toLocalTime();
    }

    private ZonedDateTime start() {
        return roundedDown(dueAt.atZone(zone), STEP_MINUTES);
    }

    private ZonedDateTime end() {
        if (overdueAt == null) {
            throw new IllegalStateException("this promise has no end");
        }
        var end = overdueAt.atZone(zone);
        var rounded = roundedDown(end, END_STEP_MINUTES);
        return rounded.equals(end) ? end : rounded.plusMinutes(END_STEP_MINUTES);
    }

    private static ZonedDateTime roundedDown(ZonedDateTime moment, int step) {
        return moment.truncatedTo(ChronoUnit.MINUTES).minusMinutes(moment.getMinute() % step);
    }
}
