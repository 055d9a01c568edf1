package ringdown.web;

import java.time.Instant;

/** Moves wall time on a simulated board; {@link ringdown.clock.BoxClock#moveTo} and whatever must know of it. */
@FunctionalInterface
public interface ClockMover {
    /**
     * Returns when all that fell due up to the moment has run, in order.
     *
     * @throws IllegalArgumentException when the moment lies in the past
     */
    void moveTo(Instant moment);
}
