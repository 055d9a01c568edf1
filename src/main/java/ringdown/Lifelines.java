package ringdown;

import java.time.Duration;
import ringdown.clock.OfficeClock;
import ringdown.line.AnalogEdge;

/**
 * Says to the analog edge, once a second and from the kind of thread that carries calls, that calls are taken: lifeline relays hold the
 * telephones on the box for as long as it does (LINES rule 17). Begun when the box is ready, ended first when it stops.
 */
final class Lifelines implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final OfficeClock clock;
    private final AnalogEdge analog;
    private OfficeClock.Alarm next;
    private boolean closed;

    Lifelines(OfficeClock clock, AnalogEdge analog) {
        this.clock = clock;
        this.analog = analog;
        this.next = later();
    }

    private OfficeClock.Alarm later() {
        return clock.after(PERIOD, "lifelines", this::beat);
    }

    private synchronized void beat() {
        if (!closed) {
            next = later();
            Thread.ofVirtual().name("lifelines").start(analog::well);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        next.cancel();
    }
}
