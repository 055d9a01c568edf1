package ringdown.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a line has taught of one trait.
 *
 * @param value as in the evidence; the one that is believed, else the newest one
 * @param amount the median of the figures that agree with it
 * @param agreeing how many readings in a row agree with it
 * @param believed the box goes by it
 * @param changing what the newest readings say instead of what is believed; null: they agree
 * @param evidence newest first
 */
public record LineLesson(
        LineTrait trait,
        String value,
        @Nullable Double amount,
        int agreeing,
        boolean believed,
        @Nullable String changing,
        List<LineEvidence> evidence) {
    public LineLesson {
        evidence = List.copyOf(evidence);
    }
}
