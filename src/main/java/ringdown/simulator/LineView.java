package ringdown.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An outside line as its exchange sees it.
 *
 * @param state idle, ringing, talking, dialling, released or cut
 * @param dialled what the exchange has decoded since the box last went off hook; null: nothing
 * @param hookSince when the box last went on or off hook; null: never
 * @param seizures how often the box has gone off hook on an idle line (not: to answer) since the start
 * @param pulse how the last digits were dialled; null: not by pulses, or by single ones
 * @param answered the last call, in or out, was answered as far as the exchange is concerned
 * @param chargedSeconds for so long the caller of the last call, in or out, has to pay
 * @param releasedMs so long after the far end had gone the box laid down; null: it has not, or was first
 */
public record LineView(
        String port,
        State state,
        @Nullable String dialled,
        @Nullable Instant hookSince,
        int seizures,
        @Nullable Pulse pulse,
        boolean answered,
        double chargedSeconds,
        @Nullable Integer releasedMs) {
    /**
     * Speed and break of dialled pulses.
     *
     * @param pps pulses a second
     * @param breakPercent part of each in which the loop was open
     */
    public record Pulse(double pps, double breakPercent) {}

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
