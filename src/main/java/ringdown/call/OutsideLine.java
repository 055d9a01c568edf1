package ringdown.call;

import org.jspecify.annotations.Nullable;

/** A way out of the office and into it: an analog line or a trunk. Safe from any thread. */
public interface OutsideLine {
    /** "fxo:1" or the trunk's name. */
    String via();

    /** What it is doing. */
    State state();

    /** True if it can be dialled on now (a trunk: has channels left), whether or not the office wants that. */
    boolean free();

    /** What a call on it is for; a trunk has room for many and needs not be asked. */
    default Use use() {
        return Use.NONE;
    }

    /**
     * Ends the call on it, so that an emergency call can go out (LINES rule 1); an emergency call goes on. The line then takes
     * {@link #dial} of an emergency number at once, and dials when the exchange is ready.
     */
    default void preempt() {}

    /** What a line is used for. */
    enum Use {
        /** No call that could be ended. */
        NONE,
        /** The office called. */
        OUT,
        /** A caller talks, listens or waits; not one who only rings: a ringing line cannot be cleared. */
        IN,
        /** An emergency call of the office. */
        EMERGENCY
    }

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
