package ringdown.schedule;

import java.time.LocalDate;

/**
 * Days on which the office keeps other hours than the week says; goes before holidays and moved days.
 *
 * @param to the last day, inclusive; equal to {@code from} for a single date
 */
public record ExceptionDays(LocalDate from, LocalDate to, DayHours hours) {
    public ExceptionDays {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("ends on " + to + " before it begins on " + from);
        }
    }

    boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
