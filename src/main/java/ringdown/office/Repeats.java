package ringdown.office;

import java.time.Duration;

/**
 * When a change of the rules is proposed: as soon as the same deviation has been noted so many times.
 *
 * @param within the time in which they count
 * @param trial how long a change is tried
 */
public record Repeats(int times, Duration within, Duration trial) {
    public static final Repeats USUAL = new Repeats(5, Duration.ofDays(14), Duration.ofDays(14));

    public Repeats {
        if (times < 1 || within.isZero() || trial.isZero()) {
            throw new IllegalArgumentException("at least one deviation in some time, tried for some time");
        }
    }
}
