package ringdown.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Trouble that somebody must know of.
 *
 * @param what a stable word for the kind ("diskFull", "lineDead", "noSynthesizer", "writtenLate")
 * @param where the place: a port, a trunk, a person, or "box"
 * @param healedAt null while it lasts
 */
public record Alarm(
        String id,
        String what,
        String where,
        Instant since,
        @Nullable Instant healedAt) {}
