package ringdown.schedule;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;

/**
 * Who has duty, by the office's wall clock.
 *
 * @param to exclusive
 * @param reserve rings when the person does not answer
 */
public record DutyShift(
        LocalDateTime from,
        LocalDateTime to,
        Extension person,
        @Nullable Extension reserve) {
    public DutyShift {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("ends at " + to + ", not after its beginning at " + from);
        }
    }
}
