package ringdown.line;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a line's ringing.
 *
 * @param last when it last rang; null: never yet
 * @param missedSince our own test call did not ring it, so nobody may have got through since then; null: it rings
 */
public record LineRings(@Nullable Instant last, @Nullable Instant missedSince) {
    /** A line nobody has called yet. */
    public static final LineRings NONE = new LineRings(null, null);
}
