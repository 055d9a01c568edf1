package ringdown.routing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;

/**
 * A promise that stands for this caller.
 *
 * @param owner null: nobody in person
 * @param calls how many calls it covers already
 */
public record OpenPromise(String id, @Nullable Extension owner, Instant dueAt, int calls) {}
