package ringdown.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.CallEntry;

/**
 * A call that somebody in charge has to look at, and what they found.
 *
 * @param id opaque; one call may have one of each kind
 * @param cause why it came so far, in one word: that of the first person whose turn it was ("busy", "silent", "unregistered", …),
 *     {@code nobodyElse}, {@code calledAgain} (third call), {@code badRating}
 * @param people why nobody else answered, person by person, in the order of their turns
 * @param verdict null while open
 */
public record Review(
        String id,
        Kind kind,
        CallEntry call,
        String cause,
        List<Missed> people,
        @Nullable Verdict verdict) {
    public Review {
        people = List.copyOf(people);
    }

    /** What brought it here. */
    public enum Kind {
        /** The head was rung because nobody else took the call (SITUATIONS 10). */
        HEAD("head"),
        /** The caller gave a mark of 1 or 2 (SITUATIONS 19). */
        RATING("rating");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in the API. */
        public String word() {
            return word;
        }

        /** The id of the review of that kind of a call. */
        public String id(String callId) {
            return callId + "-" + word;
        }
    }

    /**
     * Somebody who was meant before the head and did not answer.
     *
     * @param person extension, or number of a mobile
     * @param target the words of the script for the stage
     * @param cause "silent", or why they were not rung: "busy", "away", "unregistered" …
     */
    public record Missed(String person, String target, String cause) {}
}
