package ringdown.office;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.schedule.DayHours;
import ringdown.schedule.DutyShift;
import ringdown.schedule.ExceptionDays;
import ringdown.schedule.HolidayRule;
import ringdown.schedule.HoursOverride;
import ringdown.schedule.HoursPlan;
import ringdown.schedule.MovedDay;

/** Reads {@code hours:}, {@code overrides:} and {@code duty:}. */
final class HoursReader {
    private HoursReader() {}

    static HoursPlan read(Section file) {
        var section = file.section("hours");
        if (section == null) {
            return HoursPlan.always();
        }
        var plan = new HoursPlan(
                week(section),
                holidays(section),
                exceptions(section),
                movedDays(section),
                section.as("shortEve", HoursReader::shortEve, Duration.ZERO),
                Set.copyOf(section.listOf("confirmedYears", HoursReader::year)));
        section.end();
        return plan;
    }

    /** {@code hours: {week: {mon-fri: "08:00-20:00"}}} of a number or team, or the days at once; null: the office's. */
    static @Nullable Map<DayOfWeek, DayHours> own(Section one) {
        var item = one.get("hours");
        if (item == null) {
            return null;
        }
        var section = item.section();
        var week = section.has("week") ? week(section) : days(section);
        if (section.has("week")) {
            section.end();
        }
        if (week.values().stream().allMatch(DayHours::isClosed)) {
            item.fault("is never open");
        }
        return week;
    }

    private static Map<DayOfWeek, DayHours> week(Section section) {
        var item = section.required("week");
        return item == null ? new EnumMap<>(DayOfWeek.class) : days(item.section());
    }

    private static Map<DayOfWeek, DayHours> days(Section section) {
        var week = new EnumMap<DayOfWeek, DayHours>(DayOfWeek.class);
        section.entries().forEach((key, hours) -> {
            try {
                var days = Scalars.days(key);
                var read = hours.as(DayHours::parse);
                days.forEach(day -> put(week, day, read, hours));
            } catch (IllegalArgumentException wrong) {
                hours.fault(String.valueOf(wrong.getMessage()));
            }
        });
        return week;
    }

    private static void put(Map<DayOfWeek, DayHours> week, DayOfWeek day, @Nullable DayHours hours, Item at) {
        if (hours != null && week.putIfAbsent(day, hours) != null) {
            at.fault("\"" + Scalars.day(day) + "\" has its hours already");
        }
    }

    private static HolidayRule holidays(Section section) {
        var item = section.get("holidays");
        if (item == null) {
            return new HolidayRule.None();
        }
        if (item.isList()) {
            return new HolidayRule.Own(item.listOf(Scalars::date));
        }
        var words = Map.<String, HolidayRule>of(
                "public",
                new HolidayRule.Public(),
                "none",
                new HolidayRule.None(),
                "own",
                new HolidayRule.Own(List.of()));
        var rule = item.as(Scalars.oneOf(words));
        return rule == null ? new HolidayRule.None() : rule;
    }

    private static List<ExceptionDays> exceptions(Section section) {
        var days = new ArrayList<ExceptionDays>();
        for (var item : section.items("exceptions")) {
            var one = item.section();
            var several = one.has("from") || one.has("to");
            var from = one.requiredAs(several ? "from" : "date", Scalars::date);
            var to = several ? one.requiredAs("to", Scalars::date) : from;
            var hours = open(one);
            one.end();
            if (from != null && to != null && hours != null) {
                item.make(() -> days.add(new ExceptionDays(from, to, hours)));
            }
        }
        return days;
    }

    private static @Nullable DayHours open(Section one) {
        if (one.flag("closed")) {
            if (one.has("open")) {
                one.self().fault("is closed and open at once");
            }
            return DayHours.CLOSED;
        }
        return one.requiredAs("open", DayHours::parse);
    }

    private static List<MovedDay> movedDays(Section section) {
        var days = new ArrayList<MovedDay>();
        for (var item : section.items("movedDays")) {
            var one = item.section();
            var date = one.requiredAs("date", Scalars::date);
            var work = one.has("work");
            if (work == one.has("off")) {
                item.fault("says either off or work");
            }
            var hours = work ? workHours(one) : null;
            one.get("off");
            one.end();
            if (date != null) {
                days.add(new MovedDay(date, work, hours));
            }
        }
        return days;
    }

    /** {@code work}, {@code work: true} or {@code work: "10:00-15:00"}. */
    private static @Nullable DayHours workHours(Section one) {
        var item = one.get("work");
        return item == null || "true".equals(item.text()) ? null : item.as(DayHours::parse);
    }

    private static Duration shortEve(String text) {
        var time = Scalars.duration(text);
        if (time.compareTo(Duration.ofHours(12)) > 0) {
            throw new IllegalArgumentException("is at most 12h");
        }
        return time;
    }

    private static int year(String text) {
        var year = Scalars.count(text);
        if (year < LocalDate.EPOCH.getYear() || year > 2099) {
            throw new IllegalArgumentException("is a year, not \"" + text + "\"");
        }
        return year;
    }

    static List<HoursOverride> overrides(Section file) {
        var overrides = new ArrayList<HoursOverride>();
        var names = new HashMap<String, Integer>();
        for (var item : file.items("overrides")) {
            var one = item.section();
            var name = one.requiredName("name");
            if (name != null && names.putIfAbsent(name, item.line()) != null) {
                item.fault("override \"" + name + "\" stands on line " + names.get(name) + " already");
            }
            var until = one.requiredAs("until", text -> text);
            var hour = until == null || until.equals("released") ? null : one.as("until", Scalars::hour);
            var override = new HoursOverride(
                    name == null ? "" : name,
                    hour,
                    one.text("greeting"),
                    one.as("max", Scalars::duration),
                    one.as("ring", Scalars.oneOf(Map.of("mobiles", "mobiles"))));
            one.end();
            overrides.add(override);
        }
        return overrides;
    }

    static List<DutyShift> duty(Section file, Draft draft) {
        var shifts = new ArrayList<DutyShift>();
        for (var item : file.items("duty")) {
            var one = item.section();
            var from = one.requiredAs("from", Scalars::moment);
            var to = one.requiredAs("to", Scalars::moment);
            var person = one.required("person") == null ? null : draft.person(one, "person");
            var reserve = draft.person(one, "reserve");
            one.end();
            if (from != null && to != null && person != null) {
                item.make(() -> shifts.add(new DutyShift(from, to, person, reserve)));
            }
        }
        return shifts;
    }
}
