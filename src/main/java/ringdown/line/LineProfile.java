package ringdown.line;

/**
 * What has been learnt of one line.
 *
 * @param idleVolts voltage on hook, 0 while unknown
 * @param longestPauseMillis longest pause heard between rings, 0 while unknown
 */
public record LineProfile(double idleVolts, int longestPauseMillis) {
    /** A line nobody has listened to yet. */
    public static final LineProfile NEW = new LineProfile(0, 0);

    public LineProfile {
        if (idleVolts < 0 || longestPauseMillis < 0) {
            throw new IllegalArgumentException("a profile has no negative figures");
        }
    }
}
