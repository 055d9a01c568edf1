package ringdown.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Offices of the tests, written short. */
final class Plans {
    static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private Plans() {}

    /** Monday to Friday and Saturday, null: closed on Saturdays. */
    static HoursPlan week(String weekdays, @Nullable String saturday, HolidayRule holidays) {
        var week = new EnumMap<DayOfWeek, DayHours>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, day.getValue() <= 5 ? DayHours.parse(weekdays) : DayHours.CLOSED);
        }
        if (saturday != null) {
            week.put(DayOfWeek.SATURDAY, DayHours.parse(saturday));
        }
        return new HoursPlan(week, holidays, List.of(), List.of(), Duration.ZERO, Set.of());
    }

    static HoursPlan ofContract() {
        return week("09:00-18:00", "10:00-14:00", new HolidayRule.Public());
    }

    static HoursPlan with(HoursPlan plan, List<ExceptionDays> exceptions, List<MovedDay> moved) {
        return new HoursPlan(plan.week(), plan.holidays(), exceptions, moved, plan.shortEve(), plan.confirmedYears());
    }

    static HoursPlan withShortEve(HoursPlan plan, Duration shorter) {
        return new HoursPlan(
                plan.week(), plan.holidays(), plan.exceptions(), plan.movedDays(), shorter, plan.confirmedYears());
    }

    static HoursPlan confirmed(HoursPlan plan, int year) {
        return new HoursPlan(
                plan.week(), plan.holidays(), plan.exceptions(), plan.movedDays(), plan.shortEve(), Set.of(year));
    }

    static OfficeHours inUkraine(HoursPlan plan) {
        return new OfficeHours(plan, "UA", null, KYIV);
    }

    static OfficeHours inRussia(HoursPlan plan) {
        return new OfficeHours(plan, "RU", null, MOSCOW);
    }

    static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }

    static NextOpening opens(String moment) {
        return new NextOpening.At(at(moment), true);
    }
}
