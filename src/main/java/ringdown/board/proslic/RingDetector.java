package ringdown.board.proslic;

/**
 * Ringing voltage out of what an Si3050's two comparators show at each look and what they have latched since the last one. The
 * slowest ringing (15 Hz) near the threshold leaves at most one look of 8 ms without a sign, so two looks without one end it; a single
 * sign, as a reversal or a spark makes it, is none (facts 2.4). Belongs to its driver.
 */
final class RingDetector {
    /** Between looks; no divisor of a half wave of 25 or 50 Hz, or it would lock to them (LINES rule 5). */
    static final int EVERY = 8;

    private static final int HOLD = 24;
    private static final int WINDOW = 40;

    private int hold;
    private int sinceSign = WINDOW;
    private boolean ringing;

    /** One look. */
    void look(boolean sign) {
        sinceSign = Math.min(WINDOW, sinceSign + EVERY);
        hold = Math.max(0, hold - EVERY);
        if (sign) {
            ringing |= sinceSign < WINDOW;
            sinceSign = 0;
            hold = HOLD;
        }
        ringing &= hold > 0;
    }

    boolean ringing() {
        return ringing;
    }

    /** No sign of ringing for so long that the line's voltage is its battery's alone. */
    boolean quiet() {
        return hold == 0;
    }

    /** Off hook, nothing rings. */
    void clear() {
        ringing = false;
        hold = 0;
        sinceSign = WINDOW;
    }
}
