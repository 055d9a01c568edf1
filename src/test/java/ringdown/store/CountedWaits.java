package ringdown.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import ringdown.clock.OfficeClock;

/** A clock that notes how long the thread that made it was told to wait: no busy machine makes that longer. */
final class CountedWaits implements OfficeClock {
    private final OfficeClock clock;
    private final Thread whose = Thread.currentThread();
    /** By the moment at which each was to end. */
    private final Map<Long, Duration> waits = new TreeMap<>();

    CountedWaits(OfficeClock clock) {
        this.clock = clock;
    }

    /** What it was told so far. */
    Map<Long, Duration> waits() {
        return waits;
    }

    @Override
    public boolean await(Condition condition, long deadlineNanos) throws InterruptedException {
        if (Thread.currentThread() == whose) {
            waits.putIfAbsent(deadlineNanos, Duration.ofNanos(deadlineNanos - nanos()));
        }
        return clock.await(condition, deadlineNanos);
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public long nanos() {
        return clock.nanos();
    }

    @Override
    public boolean trusted() {
        return clock.trusted();
    }

    @Override
    public String bootId() {
        return clock.bootId();
    }

    @Override
    public Alarm at(Instant when, String name, Runnable work) {
        return clock.at(when, name, work);
    }

    @Override
    public Alarm after(Duration delay, String name, Runnable work) {
        return clock.after(delay, name, work);
    }

    @Override
    public Alarm whenMoved(Moves listener) {
        return clock.whenMoved(listener);
    }
}
