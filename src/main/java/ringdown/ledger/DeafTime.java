package ringdown.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a line could not be heard.
 *
 * @param to null while it lasts
 * @param seen what was seen of it, in plain words
 */
public record DeafTime(String via, Instant from, @Nullable Instant to, Cause cause, String seen) {
    /** Why. */
    public enum Cause {
        /** The box was stopped in order. */
        STOPPED("stopped"),
        /** The box ended without stopping: power, crash, kill. */
        POWER_LOSS("powerLoss"),
        /** No battery on the line. */
        CUT("cut"),
        /** The trunk was not registered. */
        UNREGISTERED("unregistered"),
        /** A fault of the board. */
        FAULT("fault"),
        /** All lines of a number were busy. */
        ALL_BUSY("allBusy");

        private final String word;

        Cause(String word) {
            this.word = word;
        }

        /** The word in the API. */
        public String word() {
            return word;
        }

        /** The cause of that word; unknown words fail with IllegalArgumentException. */
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
