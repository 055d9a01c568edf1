package ringdown.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** A time of day as people agree on one in a talk: "at half past five". Pure. */
public final class AgreedTime {
    private static final int LOOK_AHEAD_DAYS = 14;

    private AgreedTime() {}

    /**
     * The moment that is meant: today if it is still to come, else on the next day on which the office is open then; an office that is
     * never open then means tomorrow.
     *
     * @param hhmm four digits, "1730"
     * @throws IllegalArgumentException for what is no time of day
     */
    public static Instant of(String hhmm, Instant now, OfficeHours hours) {
        if (!hhmm.matches("([01][0-9]|2[0-3])[0-5][0-9]")) {
            throw new IllegalArgumentException("HHMM is wanted, 1730, not \"" + hhmm + "\"");
        }
        LocalTime time = LocalTime.of(Integer.parseInt(hhmm.substring(0, 2)), Integer.parseInt(hhmm.substring(2)));
        LocalDate today = hours.dateOf(now);
        Instant thisDay = at(today, time, hours);
        if (thisDay.isAfter(now)) {
            return thisDay;
        }
        Instant onceMore = today.atTime(time)
                .atZone(hours.zone())
                .withLaterOffsetAtOverlap()
                .toInstant();
        if (onceMore.isAfter(now)) {
            return onceMore; // the hour that autumn doubles is struck twice
        }
        for (int day = 1; day <= LOOK_AHEAD_DAYS; day++) {
            Instant then = at(today.plusDays(day), time, hours);
            if (hours.isOpen(then)) {
                return then;
            }
        }
        return at(today.plusDays(1), time, hours);
    }

    private static Instant at(LocalDate day, LocalTime time, OfficeHours hours) {
        return day.atTime(time).atZone(hours.zone()).toInstant();
    }
}
