package ringdown.office;

import java.time.DayOfWeek;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When each line is called from another one (LINES rule 18).
 *
 * @param at the office's own time; null: never
 * @param answered the day of the week on which the call is answered and listened to; null: never
 */
public record TestCalls(@Nullable LocalTime at, @Nullable DayOfWeek answered) {
    /** As offices are that say nothing of it. */
    public static final TestCalls USUAL = new TestCalls(LocalTime.of(3, 30), DayOfWeek.SUNDAY);
}
