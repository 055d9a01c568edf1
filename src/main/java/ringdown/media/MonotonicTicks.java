package ringdown.media;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import ringdown.clock.OfficeClock;

/**
 * Ticks from monotonic time, for a box without a PCM highway. A delay up to 100 ms is made good; a longer one costs silence, since a
 * burst of old sound would help nobody.
 */
public final class MonotonicTicks implements TickSource {
    private static final long TICK_NANOS = 10_000_000L;
    private static final int MADE_GOOD = 10;

    private final OfficeClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();
    private final AtomicLong lost = new AtomicLong();
    private boolean closed;
    private long next;

    public MonotonicTicks(OfficeClock clock) {
        this.clock = clock;
        this.next = clock.nanos() + TICK_NANOS;
    }

    @Override
    public int await() {
        lock.lock();
        try {
            while (!closed && clock.nanos() - next < 0) {
                clock.await(closing, next);
            }
            return closed ? 0 : due();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 0;
        } finally {
            lock.unlock();
        }
    }

    private int due() {
        long due = (clock.nanos() - next) / TICK_NANOS + 1;
        next += due * TICK_NANOS;
        lost.addAndGet(Math.max(0, due - MADE_GOOD));
        return (int) Math.min(due, MADE_GOOD);
    }

    @Override
    public long lost() {
        return lost.get();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            closing.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return "monotonic time";
    }
}
