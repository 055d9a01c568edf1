package ringdown.switchboard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long a caller in a queue will wait, from how long recent talks took. Pure. */
final class WaitEstimate {
    /** Fewer talks say nothing about the next one. */
    private static final int ENOUGH = 3;

    private WaitEstimate() {}

    /**
     * So many callers, each served for the mean time of recent talks by one of those who serve; empty where nothing is known.
     *
     * @param place 1 for next
     * @param serving how many people serve this queue now
     * @param talkSeconds of their recent talks
     */
    static Optional<Duration> of(int place, int serving, List<Double> talkSeconds) {
        if (serving < 1 || talkSeconds.size() < ENOUGH) {
            return Optional.empty();
        }
        double mean =
                talkSeconds.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return Optional.of(Duration.ofMillis(Math.round(mean * place / serving * 1000)));
    }
}
