package ringdown.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The next call of a line as it comes and goes on the wires, before anything is done to it (LINES rule 18): what an installer hears, or
 * sends to whoever has to see it. Kept in memory until the next one is wanted.
 *
 * @param askedAt when it was wanted
 * @param callId of the call; null: none has come yet
 * @param seconds on the tape so far
 */
public record RawTake(
        State state, Instant askedAt, @Nullable String callId, double seconds) {
    /** How far it has come. */
    public enum State {
        /** For a ring, or a call out. */
        WAITING("waiting"),
        RUNNING("running"),
        DONE("done");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** The word in the API. */
        public String word() {
            return word;
        }
    }

    /**
     * Its sound, 8 kHz, both of one length.
     *
     * @param heard as it came from the line
     * @param sent what stood in the slot outward at the same time
     */
    public record Sound(short[] heard, short[] sent) {}
}
