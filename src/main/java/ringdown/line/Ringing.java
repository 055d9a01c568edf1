package ringdown.line;

/**
 * What one caller's ringing has shown, and whether the next burst can still be part of it. Exchanges ring by a clock: a pause that is
 * none of theirs, a ring that ended before its time, a battery that turned in between mean that this caller has gone and another
 * one rings. What a single oddity may be for one line's exchange (a first ring connected in the middle of a pause, a distinctive
 * ring) is no evidence. Belongs to the board's thread.
 */
final class Ringing {
    /** An exchange that sends a caller ID of many letters stretches that pause; the ring follows soon. */
    private static final int CALLER_ID_TO_RING = 1200;

    /** No longer pauses stand inside the distinctive rings of exchanges. */
    private static final int WITHIN_DISTINCTIVE_RING = 600;

    private static final double CUT_SHORT = 0.7;
    private static final double TOO_LONG = 1.2;

    private final RingCadence cadence;
    private final boolean fromSilence;
    private final int[] pauses = new int[8];
    private int pausesSeen;
    private int rings;
    private int inRing;
    private int mostInRing;
    private int firstBurst;
    private int lastBurst;
    private int usualBurst;
    private int longestBurst;
    private int identifiedAt = -1;
    private boolean identified;
    private boolean steady;
    private boolean cutShort;
    private boolean turned;
    private boolean anyPause;

    /** {@code fromSilence}: nobody rang just before. */
    Ringing(RingCadence cadence, boolean fromSilence) {
        this.cadence = cadence;
        this.fromSilence = fromSilence;
    }

    /** A burst of a call has been heard. */
    boolean begun() {
        return rings > 0;
    }

    int rings() {
        return rings;
    }

    /** Another burst of this caller, so long after the one before. */
    void burst(int pause) {
        if (!begun()) {
            rings = 1;
            inRing = 1;
        } else {
            proceed(pause);
        }
        mostInRing = Math.max(mostInRing, inRing);
        identifiedAt = -1;
        anyPause = false;
    }

    private void proceed(int pause) {
        boolean regular = pause >= RingCadence.BETWEEN_RINGS
                && (cadence.fits(pause, false) || cadence.wasPause(pause) || heard(pause));
        if (regular) {
            steady = true;
            cadence.learn(pause);
        }
        if (cadence.joins(pause)) {
            inRing++;
        } else {
            if (rings == 1 && regular && fromSilence) {
                cadence.began(true);
            }
            rings++;
            inRing = 1;
        }
        pauses[pausesSeen++ % pauses.length] = pause;
    }

    /** How long the burst was that has just ended. */
    void ended(int millis) {
        firstBurst = firstBurst == 0 ? millis : firstBurst;
        cutShort = usualBurst > 0 && millis < CUT_SHORT * usualBurst;
        usualBurst = lastBurst > 0 && RingCadence.same(millis, lastBurst) ? millis : usualBurst;
        lastBurst = millis;
        longestBurst = Math.max(longestBurst, millis);
    }

    /** A burst too short to be one: it began when the next was due, so the caller hung up in it. */
    boolean brokenOff(int pause) {
        boolean due = usualBurst > 0 && (cadence.fits(pause, false) || heard(pause));
        cutShort |= due;
        return due;
    }

    /** No burst of this ringing lasts so long: somebody else's has begun in it. */
    boolean tooLong(int millis) {
        return steady && usualBurst > 0 && millis > TOO_LONG * longestBurst + 100;
    }

    /** A caller ID has come, so long after the last burst. */
    void identified(int pause) {
        identified = true;
        identifiedAt = pause;
    }

    /** The next burst is this caller's, whenever it comes. */
    void anyPauseMayFollow() {
        anyPause = true;
    }

    /** The battery has turned in the middle of a pause; before a caller ID that is its announcement. */
    void batteryTurned() {
        turned = rings >= 2 || begun() && identified;
    }

    /**
     * Whether a burst after that pause is another caller's.
     *
     * @param waiting this caller still waits: in doubt the ring is theirs, since whoever rings is answered
     */
    boolean isAnother(int pause, boolean waiting) {
        if (anyPause) {
            return false;
        }
        if (cadence.joins(pause)) {
            return steady && inRing >= Math.max(mostInRing, cadence.burstsInRing());
        }
        if (cutShort || turned || steady && inRing < mostInRing) {
            return true;
        }
        boolean mine = cadence.fits(pause, waiting) || heard(pause) || cadence.wasPause(pause) || stretched(pause);
        return !mine && (steady || identified && pause >= shortest(waiting) || odd(pause));
    }

    private static int shortest(boolean waiting) {
        return waiting ? RingCadence.BETWEEN_RINGS : WITHIN_DISTINCTIVE_RING;
    }

    private boolean heard(int pause) {
        for (int i = 0; i < Math.min(pausesSeen, pauses.length); i++) {
            if (RingCadence.same(pause, pauses[i])) {
                return true;
            }
        }
        return false;
    }

    private boolean stretched(int pause) {
        return identifiedAt >= 0 && pause > cadence.longest() && pause - identifiedAt < CALLER_ID_TO_RING;
    }

    /** A whole first ring, then a pause that is none of this country's. */
    private boolean odd(int pause) {
        boolean odd = pause >= RingCadence.BETWEEN_RINGS
                && rings == 1
                && cadence.whole(firstBurst)
                && cadence.beginsRegularly();
        if (odd) {
            cadence.began(false);
        }
        return odd;
    }
}
