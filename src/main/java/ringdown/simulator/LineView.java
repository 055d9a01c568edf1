package ringdown.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An outside line as its exchange sees it.
 *
 * @param state idle, ringing, talking, dialling, released or cut
 * @param dialled what the exchange has decoded since the box last went off hook; null: nothing
 * @param hookSince when the box last went on or off hook; null: never
 */
public record LineView(
        String port,
        State state,
        @Nullable String dialled,
        @Nullable Instant hookSince) {
    /** States in the words of the API. */
    public enum State {
        /** Box on hook, no ring. */
        IDLE("idle"),
        RINGING("ringing"),
        /** Box off hook on an incoming or answered call. */
        TALKING("talking"),
        DIALLING("dialling"),
        /** Far end gone, box still off hook. */
        RELEASED("released"),
        CUT("cut");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** The word in the API. */
        public String word() {
            return word;
        }
    }
}
