package ringdown.office;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ringdown.schedule.DayHours;
import ringdown.schedule.DutyShift;
import ringdown.schedule.ExceptionDays;
import ringdown.schedule.HolidayRule;
import ringdown.schedule.HoursOverride;
import ringdown.schedule.HoursPlan;
import ringdown.schedule.MovedDay;

/** Writes hours, overrides and duty. */
final class HoursWriter {
    private HoursWriter() {}

    static Keys hours(HoursPlan plan) {
        var hours = new Keys().put("week", week(plan));
        switch (plan.holidays()) {
            case HolidayRule.None none -> hours.put("holidays", "none");
            case HolidayRule.Public statutory -> hours.put("holidays", "public");
            case HolidayRule.Own own -> hours.put("holidays", own.dates().isEmpty() ? "own" : own.dates());
        }
        return hours.list("exceptions", plan.exceptions(), HoursWriter::exception)
                .list("movedDays", plan.movedDays(), HoursWriter::movedDay)
                .written("shortEve", plan.shortEve(), Duration.ZERO)
                .list("confirmedYears", plan.confirmedYears().stream().sorted().toList());
    }

    /** Of a number or a team; empty where they are the office's. */
    static Keys own(@Nullable Map<DayOfWeek, DayHours> week) {
        return week == null ? new Keys() : new Keys().put("week", week(OwnHours.plan(HoursPlan.always(), week)));
    }

    /** Neighbouring days of equal hours are written together. */
    private static Map<String, Object> week(HoursPlan plan) {
        var week = new Keys();
        for (var first = 1; first <= 7; ) {
            var hours = plan.on(DayOfWeek.of(first));
            var last = first;
            while (last < 7 && plan.on(DayOfWeek.of(last + 1)).equals(hours)) {
                last++;
            }
            if (!hours.isClosed()) {
                week.put(span(first, last), hours);
            }
            first = last + 1;
        }
        return week.map();
    }

    private static String span(int first, int last) {
        var from = Scalars.day(DayOfWeek.of(first));
        return first == last ? from : from + "-" + Scalars.day(DayOfWeek.of(last));
    }

    private static Keys exception(ExceptionDays days) {
        var keys = new Keys();
        if (days.from().equals(days.to())) {
            keys.put("date", days.from());
        } else {
            keys.put("from", days.from()).put("to", days.to());
        }
        return closedOrOpen(keys, days.hours());
    }

    private static Keys closedOrOpen(Keys keys, DayHours hours) {
        return hours.isClosed() ? keys.put("closed", true) : keys.put("open", hours);
    }

    private static Keys movedDay(MovedDay day) {
        var keys = new Keys().put("date", day.date());
        if (!day.work()) {
            return keys.put("off", true);
        }
        var hours = day.hours();
        return keys.put("work", hours == null ? (Object) true : hours);
    }

    static Keys override(HoursOverride one) {
        var until = one.until();
        return new Keys()
                .put("name", one.name())
                .put("until", until == null ? "released" : until)
                .put("greeting", one.greeting())
                .written("max", one.max(), null)
                .put("ring", one.ring());
    }

    static Keys shift(DutyShift shift) {
        return new Keys()
                .put("from", shift.from())
                .put("to", shift.to())
                .put("person", shift.person())
                .put("reserve", shift.reserve());
    }
}
