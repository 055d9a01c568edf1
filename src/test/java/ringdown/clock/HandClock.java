package ringdown.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;

/** Time that stands still until a test moves it, for rooms that set no alarms. */
public final class HandClock implements OfficeClock {
    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    private final AtomicLong nanos = new AtomicLong();

    /** Time goes on by so much. */
    public void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Override
    public Instant now() {
        return START.plusNanos(nanos());
    }

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public boolean trusted() {
        return true;
    }

    @Override
    public String bootId() {
        return "by hand";
    }

    /** Looks again and again, since nobody is signalled when time is moved. */
    @Override
    public boolean await(Condition condition, long deadlineNanos) throws InterruptedException {
        boolean signalled = condition.await(1, TimeUnit.MILLISECONDS);
        return signalled || nanos() - deadlineNanos < 0;
    }

    @Override
    public Alarm at(Instant when, String name, Runnable work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Alarm after(Duration delay, String name, Runnable work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Alarm whenMoved(Moves listener) {
        return () -> {};
    }
}
