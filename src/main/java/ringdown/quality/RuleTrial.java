package ringdown.quality;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a proposal.
 *
 * @param change and args, diff: as proposed
 * @param by the account that decided
 * @param until when the figures after it are complete
 * @param reason of a dismissal, else null
 * @param endedBy the account that kept it or took it back; null: nobody yet
 */
public record RuleTrial(
        String id,
        Deviation.Group group,
        String change,
        Map<String, String> args,
        FileDiff diff,
        State state,
        String by,
        Instant at,
        Instant until,
        @Nullable String reason,
        @Nullable String endedBy,
        @Nullable Instant endedAt) {
    /** Where it stands; the words of the API are the names in small letters. */
    public enum State {
        /** In force, watched. */
        TRYING,
        /** In force for good. */
        KEPT,
        /** Taken back. */
        UNDONE,
        /** Never in force. */
        DISMISSED
    }

    /** Somebody should say whether it stays. */
    public boolean over(Instant now) {
        return state == State.TRYING && !until.isAfter(now);
    }
}
