package ringdown.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The office's hours as written in its file. {@link OfficeHours} computes with them.
 *
 * @param week days that are missing are closed
 * @param shortEve how much shorter the day before a holiday is
 * @param confirmedYears years for which the office has looked at the calendar and found it right
 */
public record HoursPlan(
        Map<DayOfWeek, DayHours> week,
        HolidayRule holidays,
        List<ExceptionDays> exceptions,
        List<MovedDay> movedDays,
        Duration shortEve,
        Set<Integer> confirmedYears) {
    public HoursPlan {
        var days = new EnumMap<DayOfWeek, DayHours>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            days.put(day, week.getOrDefault(day, DayHours.CLOSED));
        }
        week = Map.copyOf(days);
        exceptions = List.copyOf(exceptions);
        movedDays = List.copyOf(movedDays);
        confirmedYears = Set.copyOf(confirmedYears);
    }

    /** Open day and night; what holds when the office file has no hours. */
    public static HoursPlan always() {
        var week = new EnumMap<DayOfWeek, DayHours>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, DayHours.ALL_DAY);
        }
        return new HoursPlan(week, new HolidayRule.None(), List.of(), List.of(), Duration.ZERO, Set.of());
    }

    public DayHours on(DayOfWeek day) {
        return week.getOrDefault(day, DayHours.CLOSED);
    }
}
