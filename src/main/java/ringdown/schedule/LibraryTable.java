package ringdown.schedule;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A country whose table jollyday has and nobody here has corrected. Its own substitute days are in the table already. */
final class LibraryTable implements HolidayTable {
    /** Countries where the government moves days each year. */
    private static final Set<String> DECREED = Set.of("BY", "CN", "KZ", "UZ");

    private final String country;
    private final String region;
    private final boolean known;

    LibraryTable(String country, @Nullable String region) {
        this.country = country;
        this.region = region == null ? "" : region.toLowerCase(Locale.ROOT);
        this.known = HolidayManager.getSupportedCalendarCodes().stream().anyMatch(country::equalsIgnoreCase);
    }

    @Override
    public Set<LocalDate> holidays(int year) {
        var days = new TreeSet<LocalDate>();
        if (known) {
            var manager = HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
            var found = region.isEmpty()
                    ? manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY)
                    : manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, region);
            found.stream().map(Holiday::getDate).forEach(days::add);
        }
        return days;
    }

    @Override
    public boolean movesFromWeekend(LocalDate holiday) {
        return false;
    }

    @Override
    public boolean decreed() {
        return DECREED.contains(country);
    }

    @Override
    public boolean known() {
        return known;
    }
}
