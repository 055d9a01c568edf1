package ringdown.schedule;

import java.time.LocalDate;
import java.util.List;

/** Which holidays the office keeps. */
public sealed interface HolidayRule {

    /** The statutory calendar of the country, even where emergency law suspends the days off. */
    record Public() implements HolidayRule {}

    /** The office works on holidays. */
    record None() implements HolidayRule {}

    /** Only these dates. */
    record Own(List<LocalDate> dates) implements HolidayRule {
        public Own {
            dates = List.copyOf(dates);
        }
    }
}
