package ringdown;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.tinylog.Logger;
import ringdown.clock.OfficeClock;

/**
 * Gives back to the system what calls have left on the heap, while no call is up: the collector itself would rather let the heap grow to
 * its limit, and then stop everything for a whole collection in the middle of a talk. On the clock's thread.
 */
final class Tidying implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofSeconds(5);
    private static final long WORTH_IT = 16L << 20;

    private final OfficeClock clock;
    private final BooleanSupplier quiet;
    private OfficeClock.Alarm next;
    private long kept;
    private boolean closed;

    /** @param quiet true while no call is up */
    Tidying(OfficeClock clock, BooleanSupplier quiet) {
        this.clock = clock;
        this.quiet = quiet;
        collect(); // what the start has left
        this.next = later();
    }

    private OfficeClock.Alarm later() {
        return clock.after(PERIOD, "tidying", this::look);
    }

    private synchronized void look() {
        if (closed) {
            return;
        }
        next = later();
        if (used() - kept > WORTH_IT && quiet.getAsBoolean()) {
            collect();
            Logger.debug("the heap is down to {} MB", kept >> 20);
        }
    }

    private void collect() {
        System.gc();
        kept = used();
    }

    private static long used() {
        Runtime heap = Runtime.getRuntime();
        return heap.totalMemory() - heap.freeMemory();
    }

    @Override
    public synchronized void close() {
        closed = true;
        next.cancel();
    }
}
