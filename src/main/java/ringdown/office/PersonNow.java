package ringdown.office;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One person at one moment.
 *
 * @param ready telephones that would ring now: registered, plugged in, idle
 * @param idleSince end of the last talk, null: none yet
 */
public record PersonNow(
        PersonState state, Set<Phone> ready, @Nullable Instant idleSince) {
    public PersonNow {
        ready = Set.copyOf(ready);
    }
}
