package ringdown.office;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a person is not rung and deputies stand in.
 *
 * @param to the last day, inclusive
 */
public record Absence(
        LocalDate from, LocalDate to, @Nullable String why) {
    public Absence {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("ends on " + to + " before it begins on " + from);
        }
    }

    public boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
