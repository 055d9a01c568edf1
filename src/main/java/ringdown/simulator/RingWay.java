package ringdown.simulator;

import org.jspecify.annotations.Nullable;

/**
 * How a call comes in where it does not come as calls do.
 *
 * @param glareMs for so long nothing rings, though the call stands on the line already: whoever seizes it meets the caller; null: it rings at once
 * @param splashMs the first burst lasts only so long, 20 to 2000; without a number or a name nothing follows it; null: an ordinary one
 * @param leavesAfter the caller hangs up in the pause after that many bursts; 0: does not
 */
public record RingWay(@Nullable Integer glareMs, @Nullable Integer splashMs, int leavesAfter) {
    /** As calls come. */
    public static final RingWay ORDINARY = new RingWay(null, null, 0);

    /** Never rings: whoever seizes the line has the caller on it. */
    public static final int UNTIL_SEIZED = Integer.MAX_VALUE;

    public RingWay {
        if (glareMs != null && glareMs < 0) {
            throw new IllegalArgumentException("glare lasts no time below 0");
        }
        if (splashMs != null && (splashMs < 20 || splashMs > 2000)) {
            throw new IllegalArgumentException("splashMs is 20 to 2000, not " + splashMs);
        }
        if (leavesAfter < 0 || leavesAfter > 100) {
            throw new IllegalArgumentException("hangUpInPause is the pause after burst 1 to 100, not " + leavesAfter);
        }
    }
}
