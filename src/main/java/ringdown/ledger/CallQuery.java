package ringdown.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which calls are wanted, newest first; null means any. {@code after} is the cursor of the page before, {@code limit} 1 to 500. */
public record CallQuery(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String via,
        @Nullable String caller,
        @Nullable String outcome,
        @Nullable String callerClass,
        @Nullable String person,
        int limit,
        @Nullable String after) {}
