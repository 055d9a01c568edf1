package ringdown.schedule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The statutory days off of a country: holidays, those that move off a weekend, and the days a decree has moved. Facts of the jar, read
 * once per country: every decision about a call asks for them. Safe from any thread.
 */
final class Holidays {
    private static final Map<String, Holidays> READ = new ConcurrentHashMap<>();

    private final String country;
    private final HolidayTable table;
    private final Map<Integer, YearOff> years = new ConcurrentHashMap<>();

    /**
     * @param holidays the days themselves
     * @param off all days on which nobody works by statute: holidays and days off that stand in for them
     */
    private record YearOff(Set<LocalDate> holidays, Set<LocalDate> off) {}

    static Holidays of(String country, @Nullable String region) {
        return READ.computeIfAbsent(
                country + "-" + (region == null ? "" : region), key -> new Holidays(country, region));
    }

    Holidays(String country, @Nullable String region) {
        this.country = country;
        this.table = lines(country + ".holidays")
                .<HolidayTable>map(TextTable::new)
                .orElseGet(() -> new LibraryTable(country, region));
    }

    /** A holiday itself, whose eve is shorter. */
    boolean isHoliday(LocalDate date) {
        return year(date.getYear()).holidays.contains(date);
    }

    /** A holiday or a day off that stands in for one. */
    boolean isOff(LocalDate date) {
        return year(date.getYear()).off.contains(date);
    }

    /** Whether the days off of the year are certain without anybody's confirmation. */
    boolean knows(int year) {
        return table.known() && (!table.decreed() || decree(year).isPresent());
    }

    private YearOff year(int year) {
        return years.computeIfAbsent(year, this::compute);
    }

    private YearOff compute(int year) {
        var holidays = table.holidays(year);
        var off = new TreeSet<>(holidays);
        for (var holiday : holidays) {
            if (isWeekend(holiday) && table.movesFromWeekend(holiday)) {
                off.add(firstFree(holiday, off));
            }
        }
        // A decree may give this year a day off for a holiday of the year before.
        for (var of : List.of(year - 1, year)) {
            decree(of).ifPresent(moves -> moves.forEach(move -> applyMove(move, year, off)));
        }
        return new YearOff(holidays, off);
    }

    private static void applyMove(String move, int year, Set<LocalDate> off) {
        var to = LocalDate.parse(move.split(" ", -1)[1]);
        if (to.getYear() == year) {
            off.add(to);
        }
    }

    private static LocalDate firstFree(LocalDate holiday, Set<LocalDate> off) {
        var day = holiday.plusDays(1);
        while (isWeekend(day) || off.contains(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private Optional<List<String>> decree(int year) {
        return lines(country + "-" + year + ".moved");
    }

    private static Optional<List<String>> lines(String resource) {
        try (var stream = Holidays.class.getResourceAsStream(resource)) {
            if (stream == null) {
                return Optional.empty();
            }
            var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return Optional.of(reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList());
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + resource + " from the jar", broken);
        }
    }
}
