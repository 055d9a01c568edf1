package ringdown.line;

/**
 * Bursts of ringing, rings, the end of ringing, and whether a burst is another caller's (LINES rule 10). A ring is one burst, or
 * several with a short pause where the country rings so. Belongs to the board's thread.
 */
final class RingWatch {
    /** A call begins with a burst of this length; a shorter one is an event. */
    private static final int CALL_MILLIS = 350;

    private static final int HOLE = Frames.of(60);
    private static final int NEVER_MILLIS = 3_600_000;

    private final RingCadence cadence;
    private Ringing ringing;
    private int burst;
    private int quiet;
    private int pause = Frames.of(NEVER_MILLIS);
    private int before;
    private boolean inBurst;
    private boolean counted;
    private boolean seen;
    private boolean another;

    RingWatch(RingCadence cadence) {
        this.cadence = cadence;
        ringing = new Ringing(cadence, true);
    }

    /**
     * One frame.
     *
     * @param voltage ringing voltage is on the line
     * @param waiting whoever rings still waits; false: we turned them away, and must not take the next caller for them
     */
    void frame(boolean voltage, boolean waiting) {
        another = false;
        pause = Math.min(pause + 1, Frames.of(NEVER_MILLIS));
        if (voltage) {
            if (!inBurst) {
                begin();
            }
            burst += quiet + 1;
            quiet = 0;
            if (!counted && Frames.millis(burst) >= CALL_MILLIS) {
                count(waiting);
            } else if (counted && ringing.tooLong(Frames.millis(burst))) {
                next();
            }
        } else if (seen && ++quiet > HOLE && inBurst) {
            end();
        }
    }

    private void begin() {
        before = pause;
        inBurst = true;
        counted = false;
        seen = true;
        burst = 0;
        quiet = 0;
    }

    /** The burst is long enough to be one. */
    private void count(boolean waiting) {
        counted = true;
        int parted = Frames.millis(before);
        if (!ringing.begun()) {
            cadence.parted(parted);
            ringing.burst(parted);
        } else if (ringing.isAnother(parted, waiting)) {
            cadence.parted(parted);
            next();
        } else {
            ringing.burst(parted);
        }
    }

    private void next() {
        another = true;
        ringing = new Ringing(cadence, false);
        ringing.burst(0);
    }

    private void end() {
        inBurst = false;
        int millis = Frames.millis(burst);
        if (counted) {
            ringing.ended(millis);
            pause = quiet;
        } else if (!ringing.begun() || ringing.brokenOff(Frames.millis(before))) {
            pause = quiet;
        }
    }

    /** The burst that has just proved to be one is another caller's; true in that frame only. */
    boolean another() {
        return another;
    }

    /** Who rings has been told, or told again: by a caller ID, whose exchange keeps its cadence. */
    void identified() {
        ringing.identified(Frames.millis(pause));
    }

    /** The caller ID was another one's, whose ring follows or has just been heard. */
    void otherIdentified() {
        boolean rung = ringing.begun();
        ringing = new Ringing(cadence, false);
        if (rung) {
            ringing.burst(0);
            ringing.anyPauseMayFollow();
        }
        ringing.identified(Frames.millis(pause));
    }

    /** Polarity has turned, or the battery failed for a moment. */
    void batteryTurned() {
        if (!inBurst && Frames.millis(quiet) > CALL_MILLIS) {
            ringing.batteryTurned();
        }
    }

    /** Ringing voltage is on the line now, or was a moment ago. */
    boolean sounding() {
        return seen && quiet <= HOLE;
    }

    /** A burst long enough for a call has been seen since the last {@link #forget}. */
    boolean call() {
        return ringing.begun();
    }

    /** Anything at all has been seen since then. */
    boolean seen() {
        return seen;
    }

    /** How many rings have ended. */
    int endedRings() {
        boolean between = seen && !(inBurst && counted) && !cadence.joins(Frames.millis(pause));
        return between ? ringing.rings() : Math.max(0, ringing.rings() - 1);
    }

    /** No burst for so long that nobody rings any more. */
    boolean over() {
        return seen && !inBurst && Frames.millis(pause) >= cadence.over();
    }

    /** The line was off hook: the time since the last burst was not counted, and is no pause. */
    void answered() {
        forget();
        pause = Frames.of(NEVER_MILLIS);
    }

    /** Ringing is over: the next burst begins anew. */
    void forget() {
        seen = false;
        inBurst = false;
        quiet = 0;
        ringing = new Ringing(cadence, true);
    }
}
