package ringdown.line;

/**
 * What has been learnt of one line.
 *
 * @param idleVolts voltage on hook, 0 while unknown
 * @param longestPauseMillis longest pause heard between rings, 0 while unknown
 * @param breaks how often in a row a break of the loop was followed by busy tone or silence (LINES rule 11)
 * @param reversals the same of a turn of the polarity
 */
public record LineProfile(double idleVolts, int longestPauseMillis, int breaks, int reversals) {
    /** A sign is believed by itself when it has been shown so often. */
    private static final int PROVEN = 3;

    /** A line nobody has listened to yet. */
    public static final LineProfile NEW = new LineProfile(0, 0, 0, 0);

    public LineProfile {
        if (idleVolts < 0 || longestPauseMillis < 0 || breaks < 0 || reversals < 0) {
            throw new IllegalArgumentException("a profile has no negative figures");
        }
    }

    LineProfile heard(double idle, int longestPause) {
        return new LineProfile(idle, longestPause, breaks, reversals);
    }

    LineProfile withoutSigns() {
        return new LineProfile(idleVolts, longestPauseMillis, 0, 0);
    }

    /** The sign has proved true once more, or it was a lie: the talk went on after it. */
    LineProfile showed(ReleaseSign sign, boolean released) {
        return switch (sign) {
            case LOOP_BREAK -> new LineProfile(idleVolts, longestPauseMillis, next(breaks, released), reversals);
            case REVERSAL -> new LineProfile(idleVolts, longestPauseMillis, breaks, next(reversals, released));
        };
    }

    private static int next(int count, boolean released) {
        return released ? Math.min(PROVEN, count + 1) : 0;
    }

    /** The line has shown often enough that the far end has gone when this comes. */
    boolean proven(ReleaseSign sign) {
        return switch (sign) {
            case LOOP_BREAK -> breaks >= PROVEN;
            case REVERSAL -> reversals >= PROVEN;
        };
    }
}
