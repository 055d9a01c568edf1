package ringdown.routing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;

/**
 * A promise that stands for this caller.
 *
 * @param owner null: nobody in person
 * @param calls how many calls it covers already
 * @param callsAt when the last of them came in; two are enough to see a third
 */
public record OpenPromise(String id, @Nullable Extension owner, Instant dueAt, int calls, List<Instant> callsAt) {
    public OpenPromise {
        callsAt = List.copyOf(callsAt);
    }
}
