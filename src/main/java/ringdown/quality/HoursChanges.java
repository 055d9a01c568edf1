package ringdown.quality;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringdown.office.Office;
import ringdown.schedule.DayHours;
import ringdown.schedule.HoursOverride;
import ringdown.schedule.HoursPlan;
import ringdown.schedule.Interval;

/** Overrides that should end by themselves, or be hours. Pure. */
final class HoursChanges {
    private static final int HALF_HOUR = 30;

    private final Office office;
    private final ZoneId zone;

    HoursChanges(Office office) {
        this.office = office;
        this.zone = office.info().timeZone();
    }

    /** It ends by itself, at the half hour after it has stood for too long so far. */
    Optional<RuleChange> ends(HoursOverride override, List<Deviation> seen) {
        if (override.until() != null) {
            return Optional.empty();
        }
        int minute = seen.stream()
                .map(one -> one.at().atZone(zone))
                .mapToInt(at -> at.getHour() * 60 + at.getMinute())
                .max()
                .orElse(0);
        int half = (minute + HALF_HOUR - 1) / HALF_HOUR * HALF_HOUR;
        if (half >= Interval.DAY) {
            return Optional.empty();
        }
        LocalTime until = LocalTime.ofSecondOfDay(half * 60L);
        var then = new HoursOverride(override.name(), until, override.greeting(), override.max(), override.ring());
        return Optional.of(RuleChange.of(
                office,
                RuleChange.Word.OVERRIDE_ENDS,
                Rewrite.of(office).override(then),
                "override",
                override.name(),
                "to",
                until.toString()));
    }

    /** What is set by hand on so many days is how the office works. */
    Optional<RuleChange> breakInHours(HoursOverride override, List<Deviation> seen) {
        LocalTime until = override.until();
        if (until == null) {
            return Optional.empty();
        }
        List<ZonedDateTime> set =
                seen.stream().map(one -> one.at().atZone(zone)).toList();
        int[] minutes = set.stream()
                .mapToInt(at -> at.getHour() * 60 + at.getMinute())
                .sorted()
                .toArray();
        int from = (minutes[minutes.length / 2] + HALF_HOUR / 2) / HALF_HOUR * HALF_HOUR;
        int to = until.getHour() * 60 + until.getMinute();
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        set.forEach(at -> days.add(at.getDayOfWeek()));
        HoursPlan then = withBreak(office.hours(), days, from, to);
        return then.equals(office.hours())
                ? Optional.empty()
                : Optional.of(RuleChange.of(
                        office,
                        RuleChange.Word.BREAK_IN_HOURS,
                        Rewrite.of(office).hours(then),
                        "override",
                        override.name(),
                        "from",
                        LocalTime.ofSecondOfDay(from * 60L).toString(),
                        "to",
                        until.toString()));
    }

    private static HoursPlan withBreak(HoursPlan plan, Set<DayOfWeek> days, int from, int to) {
        Map<DayOfWeek, DayHours> week = new EnumMap<>(plan.week());
        days.forEach(day -> week.put(day, withBreak(plan.on(day), from, to)));
        return new HoursPlan(
                week, plan.holidays(), plan.exceptions(), plan.movedDays(), plan.shortEve(), plan.confirmedYears());
    }

    private static DayHours withBreak(DayHours hours, int from, int to) {
        List<Interval> now = new ArrayList<>();
        for (Interval one : hours.intervals()) {
            if (from < to && one.from() < from && to < one.to()) {
                now.add(new Interval(one.from(), from));
                now.add(new Interval(to, one.to()));
            } else {
                now.add(one);
            }
        }
        return new DayHours(now);
    }
}
