package ringdown.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ringdown.office.PersonState;

/** What a person says of themselves; {@code until} null: until something else is said. */
record Said(PersonState state, @Nullable Instant until) {
    PersonState at(Instant now) {
        return until == null || now.isBefore(until) ? state : PersonState.AVAILABLE;
    }
}
