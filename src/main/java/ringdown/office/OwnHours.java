package ringdown.office;

import java.time.DayOfWeek;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.number.PhoneNumber;
import ringdown.schedule.DayHours;
import ringdown.schedule.HoursPlan;

/**
 * Weekly hours of numbers and teams that differ from the office's. Holidays, moved days and exceptions are the office's for all of them.
 *
 * @param places of lines and trunks, by port ("fxo:1") or name
 * @param numbers of numbers in print; go before those of the place where they arrive
 * @param teams by name
 */
public record OwnHours(
        Map<String, Map<DayOfWeek, DayHours>> places,
        Map<PhoneNumber, Map<DayOfWeek, DayHours>> numbers,
        Map<String, Map<DayOfWeek, DayHours>> teams) {
    /** Everything is open when the office is. */
    public static final OwnHours NONE = new OwnHours(Map.of(), Map.of(), Map.of());

    public OwnHours {
        places = Map.copyOf(places);
        numbers = Map.copyOf(numbers);
        teams = Map.copyOf(teams);
    }

    Optional<Map<DayOfWeek, DayHours>> of(String place, @Nullable PhoneNumber number) {
        return Optional.ofNullable(number).map(numbers::get).or(() -> Optional.ofNullable(places.get(place)));
    }

    /** The office's plan with another week. */
    static HoursPlan plan(HoursPlan office, Map<DayOfWeek, DayHours> week) {
        return new HoursPlan(
                week,
                office.holidays(),
                office.exceptions(),
                office.movedDays(),
                office.shortEve(),
                office.confirmedYears());
    }

    /** Every week that stands somewhere, each once. */
    Set<Map<DayOfWeek, DayHours>> weeks() {
        var weeks = new java.util.LinkedHashSet<Map<DayOfWeek, DayHours>>();
        weeks.addAll(places.values());
        weeks.addAll(numbers.values());
        weeks.addAll(teams.values());
        return weeks;
    }
}
