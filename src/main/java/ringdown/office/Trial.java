package ringdown.office;

import java.time.LocalDate;
import ringdown.number.Extension;

/** A period in which every talk that has no class is put on its taker's list (SITUATIONS rule 21); {@code to} inclusive. */
public record Trial(LocalDate from, LocalDate to, Extension responsible) {
    public Trial {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("ends on " + to + " before it begins on " + from);
        }
    }
}
