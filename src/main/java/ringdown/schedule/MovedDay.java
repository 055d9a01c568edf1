package ringdown.schedule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that authorities or the office made a day off or a working day.
 *
 * @param work true: worked although the week or the calendar says off; false: off although the week says worked
 * @param hours of a worked day, null: those of the nearest weekday
 */
public record MovedDay(
        LocalDate date, boolean work, @Nullable DayHours hours) {
    public MovedDay {
        if (!work && hours != null) {
            throw new IllegalArgumentException("a day off has no hours: " + date);
        }
    }
}
