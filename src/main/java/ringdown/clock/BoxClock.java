package ringdown.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.tinylog.Logger;

/**
 * The clock of a running box: the operating system's time plus an offset that the simulator may move forward.
 *
 * <p>Alarms of wall time run in their order on the platform thread "clock", also those that a move passes over: during a move
 * wall time stands at each alarm's own moment while it runs, so work that asks for its next moment gets it in order too.
 */
public final class BoxClock implements OfficeClock, AutoCloseable {
    /** Wall time of the system may be stepped by NTP behind our back; look again at least this often. */
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<Entry> byWall = new PriorityQueue<>(Entry.BY_MOMENT);
    private final PriorityQueue<Entry> byNanos = new PriorityQueue<>(Entry.BY_MOMENT);
    private final String bootId = UUID.randomUUID().toString();
    private final Predicate<Instant> trusted;
    private final Supplier<Instant> system;
    private final SetWatch setWatch;
    private final List<Moves> moves = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private long offsetNanos;
    private long order;
    private boolean moving;
    private volatile boolean closed;

    /** Runs on the system's time, trusted as the supplier says. */
    public BoxClock(BooleanSupplier trusted) {
        this(now -> trusted.getAsBoolean(), null);
    }

    /** Starts at the given wall time, or at the system's for null. */
    public BoxClock(BooleanSupplier trusted, @org.jspecify.annotations.Nullable Instant start) {
        this(now -> trusted.getAsBoolean(), start);
    }

    /** Starts at the given wall time, or at the system's for null; asked each time whether the time it shows can be believed. */
    public BoxClock(Predicate<Instant> trusted, @org.jspecify.annotations.Nullable Instant start) {
        this(trusted, start, Instant::now);
    }

    /** {@code system}: the operating system's wall time, which may be set. */
    BoxClock(Predicate<Instant> trusted, @org.jspecify.annotations.Nullable Instant start, Supplier<Instant> system) {
        this.trusted = trusted;
        this.system = system;
        this.setWatch = new SetWatch(system, this::nanos);
        this.offsetNanos =
                start == null ? 0 : Duration.between(system.get(), start).toNanos();
        this.thread = Thread.ofPlatform().name("clock").daemon(true).unstarted(this::run);
        thread.start();
    }

    @Override
    public Instant now() {
        lock.lock();
        try {
            return system.get().plusNanos(offsetNanos);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public boolean trusted() {
        return trusted.test(now());
    }

    @Override
    public String bootId() {
        return bootId;
    }

    @Override
    public boolean await(Condition condition, long deadlineNanos) throws InterruptedException {
        long left = deadlineNanos - nanos();
        return left > 0 && condition.awaitNanos(left) > 0;
    }

    @Override
    public Alarm at(Instant when, String name, Runnable work) {
        return add(byWall, Entry.wall(when, name, work));
    }

    @Override
    public Alarm after(Duration delay, String name, Runnable work) {
        return add(byNanos, Entry.monotonic(nanos() + delay.toNanos(), name, work));
    }

    private Alarm add(PriorityQueue<Entry> queue, Entry entry) {
        lock.lock();
        try {
            entry.order = order++;
            queue.add(entry);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return entry::cancel;
    }

    /**
     * Moves wall time forward; when it returns, all that fell due up to the moment has run, in order.
     *
     * @throws IllegalArgumentException when the moment lies in the past
     */
    public void moveTo(Instant moment) {
        lock.lock();
        try {
            if (moment.isBefore(now())) {
                throw new IllegalArgumentException("the clock moves forward only: it is " + now() + " already");
            }
            while (moving) {
                changed.awaitUninterruptibly();
            }
            moving = true;
        } finally {
            lock.unlock();
        }
        leaves(now());
        try {
            for (Entry due = nextDue(moment); due != null; due = nextDue(moment)) {
                runEntry(due);
            }
        } finally {
            endMove(moment);
            arrives(now());
        }
    }

    @Override
    public Alarm whenMoved(Moves listener) {
        moves.add(listener);
        return () -> moves.remove(listener);
    }

    private void leaves(Instant before) {
        moves.forEach(listener -> told(() -> listener.leaves(before)));
    }

    private void arrives(Instant after) {
        moves.forEach(listener -> told(() -> listener.arrives(after)));
    }

    private static void told(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException bug) {
            Logger.error(bug, "a move of the clock could not be told");
        }
    }

    private @org.jspecify.annotations.Nullable Entry nextDue(Instant limit) {
        lock.lock();
        try {
            Entry due = byWall.peek();
            if (due == null || due.when.isAfter(limit)) {
                return null;
            }
            byWall.remove();
            if (due.when.isAfter(now())) {
                setNow(due.when);
            }
            return due;
        } finally {
            lock.unlock();
        }
    }

    private void endMove(Instant moment) {
        lock.lock();
        try {
            if (moment.isAfter(now())) {
                setNow(moment);
            }
            moving = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void setNow(Instant moment) {
        offsetNanos = Duration.between(system.get(), moment).toNanos();
    }

    private void run() {
        try {
            while (!closed) {
                stepped();
                Entry due = awaitDue();
                if (due != null) {
                    runEntry(due);
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void stepped() {
        SetWatch.Step step = setWatch.look();
        if (step != null) {
            Duration offset = Duration.between(step.after(), shown(step.after()));
            leaves(step.before().plus(offset));
            arrives(step.after().plus(offset));
        }
    }

    private Instant shown(Instant of) {
        lock.lock();
        try {
            return of.plusNanos(offsetNanos);
        } finally {
            lock.unlock();
        }
    }

    /** Null after a while: time to look at the system's clock again. */
    private @org.jspecify.annotations.Nullable Entry awaitDue() throws InterruptedException {
        lock.lock();
        try {
            Entry due = closed ? null : takeDue();
            if (due == null && !closed) {
                changed.awaitNanos(untilNext());
            }
            return due;
        } finally {
            lock.unlock();
        }
    }

    private @org.jspecify.annotations.Nullable Entry takeDue() {
        Entry soonest = byNanos.peek();
        if (soonest != null && soonest.nanos <= nanos()) {
            return byNanos.remove();
        }
        Entry next = byWall.peek();
        if (!moving && next != null && !next.when.isAfter(now())) {
            return byWall.remove();
        }
        return null;
    }

    private long untilNext() {
        long wait = LOOK_AGAIN_NANOS;
        Entry soonest = byNanos.peek();
        if (soonest != null) {
            wait = Math.min(wait, soonest.nanos - nanos());
        }
        Entry next = byWall.peek();
        if (!moving && next != null) {
            Duration left = Duration.between(now(), next.when);
            wait = left.compareTo(Duration.ofSeconds(1)) < 0 ? Math.min(wait, left.toNanos()) : wait;
        }
        return Math.max(1, wait);
    }

    private static void runEntry(Entry entry) {
        try {
            entry.run();
        } catch (RuntimeException bug) {
            Logger.error(bug, "alarm {} failed", entry.name);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
