package ringdown.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call that the exchange is to put through.
 *
 * @param number as people write it; null: the caller withholds it
 * @param name null: none is sent
 * @param longest after so long the caller gives up; more than nothing
 * @param way where the call does not come as calls do
 */
public record RingOrder(
        @Nullable String number, @Nullable String name, RingScheme scheme, Duration longest, RingWay way) {
    /** A caller gives up after a minute, where nothing else is said. */
    public static final Duration ORDINARY = Duration.ofSeconds(60);

    /** A call that comes as calls do. */
    public RingOrder(@Nullable String number, @Nullable String name, RingScheme scheme, Duration longest) {
        this(number, name, scheme, longest, RingWay.ORDINARY);
    }

    public RingOrder {
        if (longest.isNegative() || longest.isZero() || longest.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("an exchange rings for more than 0 and at most 3600 s");
        }
        if (number != null && !number.matches("\\+?[0-9 ()\\-]{1,30}")) {
            throw new IllegalArgumentException("\"" + number + "\" is no telephone number");
        }
    }

    /** The exchange has something to tell of the caller. */
    boolean tells() {
        return number != null || name != null || scheme == RingScheme.WAV;
    }
}
