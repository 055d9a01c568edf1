package ringdown.routing.year;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ringdown.schedule.DutyShift;

/**
 * Minutes in a row at which every decision is the same.
 *
 * @param from the first of them
 * @param open by the office's hours
 * @param someOpen the office, or a number with hours of its own, is open
 * @param someClosed the office, or a number with hours of its own, is closed
 * @param mode of after hours by the calendar, null: none; looked at while closed
 * @param duty the shift that holds, null: nobody's
 */
record Span(
        Instant from,
        LocalDate date,
        boolean open,
        boolean someOpen,
        boolean someClosed,
        @Nullable String mode,
        @Nullable DutyShift duty) {}
