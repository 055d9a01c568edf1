package ringdown.quality;

import java.time.Instant;

/**
 * What a head or director found, by name; nothing else closes a review.
 *
 * @param by the account's name
 * @param text in their own words
 */
public record Verdict(String reviewId, Cause cause, String text, String by, Instant at) {
    public Verdict {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a verdict says what was found");
        }
    }

    /** Categories, so that causes can be counted. */
    public enum Cause {
        /** Too few people for so many calls. */
        UNDERSTAFFED("understaffed"),
        /** Somebody was absent and nobody stood in. */
        ABSENCE("absence"),
        /** Somebody was there and did not lift. */
        NOT_ANSWERING("notAnswering"),
        /** Somebody had said away, break or do not disturb without need. */
        WRONG_STATE("wrongState"),
        /** A telephone, line or the network. */
        TELEPHONE("telephone"),
        /** The rules sent the call the wrong way. */
        SCRIPT("script"),
        /** The talk itself, or the matter, was not served well. */
        SERVICE("service"),
        /** The caller wanted the head, or nothing was wrong. */
        CALLER("caller"),
        /** Something else, as the text says. */
        OTHER("other");

        private final String word;

        Cause(String word) {
            this.word = word;
        }

        /** The word in the API. */
        public String word() {
            return word;
        }

        /** Of that word; unknown words fail with IllegalArgumentException. */
        public static Cause ofWord(String word) {
            for (Cause cause : values()) {
                if (cause.word.equals(word)) {
                    return cause;
                }
            }
            throw new IllegalArgumentException("no cause " + word);
        }
    }
}
