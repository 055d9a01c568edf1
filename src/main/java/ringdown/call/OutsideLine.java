package ringdown.call;

import org.jspecify.annotations.Nullable;

/** A way out of the office and into it: an analog line or a trunk. Safe from any thread. */
public interface OutsideLine {
    /** "fxo:1" or the trunk's name. */
    String via();

    /** What it is doing. */
    State state();

    /** True if calls go out over it now (FREE, and a trunk has channels left). */
    boolean free();

    /**
     * Dials. Always returns a leg; Gone with the cause at once if the line cannot be taken.
     *
     * @param number E.164 or the digits dialled for a short code; the line writes it as its provider wants it
     * @param shown the office's number to be shown, where the line can; null for the line's own
     */
    Leg dial(String number, @Nullable String shown, Inbox inbox);

    /** States as the page and GET /api/health show them. */
    enum State {
        /** On hook, alive. */
        IDLE("idle"),
        /** A caller rings. */
        RINGING("ringing"),
        /** A call is on it. */
        TALKING("talking"),
        /** We dial. */
        DIALLING("dialling"),
        /** The far end has gone, we are about to go on hook. */
        RELEASED("released"),
        /** No battery, trunk not registered. */
        DEAD("dead"),
        /** Voltage low without us: a parallel telephone talks. */
        IN_USE("inUse");

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
