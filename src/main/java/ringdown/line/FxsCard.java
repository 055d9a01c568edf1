package ringdown.line;

/** A port that feeds a telephone: battery, ringing voltage, loop detection, as an Si3210 has them. */
public non-sealed interface FxsCard extends LineCard {
    /** What the port puts on the wires. */
    enum Feed {
        /** Nothing: the loop is open (power denial). */
        OPEN,
        /** Battery; sound passes on hook too, which caller ID needs. */
        FORWARD,
        /** Battery reversed. */
        REVERSE,
        /** Ringing voltage; no sound passes. */
        RINGING
    }

    /** Changes what is on the wires. */
    void feed(Feed feed);

    /** Current flows: the telephone is off hook. Holds while ringing too (ring trip). False while the feed is open. */
    boolean loopClosed();

    /** Gains in dB of what is heard from the telephone and of what it hears, as near as the port can set them; they hold at once. */
    void levels(double heard, double sent);

    /** Lights or darkens the neon lamp of the telephone with high voltage on hook. */
    void lamp(boolean on);
}
