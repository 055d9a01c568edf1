package ringdown.routing.year;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ringdown.schedule.DutyShift;

/**
 * Minutes in a row at which every decision is the same.
 *
 * @param from the first of them
 * @param mode of after hours by the calendar, null: none; looked at while closed
 * @param duty the shift that holds, null: nobody's
 */
record Span(
        Instant from,
        LocalDate date,
        boolean open,
        @Nullable String mode,
        @Nullable DutyShift duty) {}
