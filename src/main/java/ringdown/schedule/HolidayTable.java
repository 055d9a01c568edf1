package ringdown.schedule;

import java.time.LocalDate;
import java.util.Set;

/** The statutory holidays of a country. */
interface HolidayTable {

    /** The holidays themselves, not the days off that stand in for them. */
    Set<LocalDate> holidays(int year);

    /** Whether a holiday on a Saturday or Sunday makes the next working day a day off. */
    boolean movesFromWeekend(LocalDate holiday);

    /** Whether authorities move days each year, so that a year is unknown until its decree is. */
    boolean decreed();

    /** Whether there is anything known about the country at all. */
    boolean known();
}
