package ringdown.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list; {@code next} is the cursor of the following one, null at the end. */
public record Page<T>(List<T> items, @Nullable String next) {}
