package ringdown.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which hours the office keeps on a date: exceptions go before moved days, these before holidays, these before the week. */
final class DayCalendar {
    private static final List<DayOfWeek> WORKDAYS =
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    private final HoursPlan plan;
    private final Holidays statutory;

    DayCalendar(HoursPlan plan, String country, @Nullable String region) {
        this.plan = plan;
        this.statutory = Holidays.of(country, region);
    }

    DayHours on(LocalDate date) {
        for (var exception : plan.exceptions().reversed()) {
            if (exception.covers(date)) {
                return exception.hours();
            }
        }
        for (var moved : plan.movedDays().reversed()) {
            if (moved.date().equals(date)) {
                return movedHours(moved);
            }
        }
        return isOff(date) ? DayHours.CLOSED : beforeHoliday(date, plan.on(date.getDayOfWeek()));
    }

    /** Whether the year's days off are certain. */
    boolean knows(int year) {
        return switch (plan.holidays()) {
            case HolidayRule.None none -> true;
            case HolidayRule.Own own -> true;
            case HolidayRule.Public statutoryDays -> plan.confirmedYears().contains(year) || statutory.knows(year);
        };
    }

    private DayHours movedHours(MovedDay moved) {
        if (!moved.work()) {
            return DayHours.CLOSED;
        }
        var hours = moved.hours();
        return hours == null
                ? beforeHoliday(moved.date(), likeAWorkday(moved.date().getDayOfWeek()))
                : hours;
    }

    /** A Saturday that is worked has Friday's hours, a Sunday Monday's. */
    private DayHours likeAWorkday(DayOfWeek day) {
        var like = switch (day) {
            case SATURDAY -> DayOfWeek.FRIDAY;
            case SUNDAY -> DayOfWeek.MONDAY;
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
        if (!plan.on(like).isClosed()) {
            return plan.on(like);
        }
        return WORKDAYS.stream()
                .map(plan::on)
                .filter(hours -> !hours.isClosed())
                .findFirst()
                .orElse(plan.on(day));
    }

    private DayHours beforeHoliday(LocalDate date, DayHours hours) {
        return isHoliday(date.plusDays(1))
                ? hours.shorterBy((int) plan.shortEve().toMinutes())
                : hours;
    }

    private boolean isOff(LocalDate date) {
        return switch (plan.holidays()) {
            case HolidayRule.None none -> false;
            case HolidayRule.Own own -> own.dates().contains(date);
            case HolidayRule.Public statutoryDays -> statutory.isOff(date);
        };
    }

    /** Closed although its weekday is worked. */
    boolean isOutOfTheWeek(LocalDate date) {
        return on(date).isClosed() && !plan.on(date.getDayOfWeek()).isClosed();
    }

    boolean isHoliday(LocalDate date) {
        return switch (plan.holidays()) {
            case HolidayRule.None none -> false;
            case HolidayRule.Own own -> own.dates().contains(date);
            case HolidayRule.Public statutoryDays -> statutory.isHoliday(date);
        };
    }
}
