package ringdown.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.tinylog.Logger;
import ringdown.clock.OfficeClock;

/**
 * The one writer: platform thread "store-writer" (a native call pins a virtual thread's carrier). It takes all that waits into one
 * transaction, so that a hundred calls cost one flush. Whoever asks waits at most {@link #PATIENCE}; when the disk is slower, what is
 * written stays in the queue, in its order, and nobody waits again until the queue is empty. A full or failing disk is tried again
 * until there is room; nothing is thrown away.
 */
final class Writer implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMillis(300);
    private static final Duration LONG_PATIENCE = Duration.ofSeconds(10);
    private static final int GROUP = 500;
    private static final Duration TRY_AGAIN = Duration.ofMillis(500);
    /** Orderly stop: how long a failing disk may hold up the end. */
    private static final Duration LAST_TRY = Duration.ofSeconds(5);

    private final OfficeClock clock;
    private final WriterDisk disk;
    private final DiskTrouble trouble;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Write> waiting = new ArrayDeque<>();
    private final Thread thread;
    private long asked;
    private long written;
    private boolean late;
    private boolean closing;
    private long closeDeadline;

    /** {@code patience}: so long a call waits, {@link #PATIENCE} in a box that runs. */
    Writer(OfficeClock clock, WriterDisk disk, DiskTrouble trouble, Duration patience) {
        this.patience = patience;
        this.clock = clock;
        this.disk = disk;
        this.trouble = trouble;
        this.thread = Thread.ofPlatform().name("store-writer").daemon(true).start(this::run);
    }

    /** Queues; never waits. Returns the number to {@link #await}. */
    long queue(Write write) {
        lock.lock();
        try {
            if (closing) {
                throw new IllegalStateException("the store is closed: " + write.name() + " came too late");
            }
            waiting.addLast(write);
            changed.signalAll();
            return ++asked;
        } finally {
            lock.unlock();
        }
    }

    /** True once it is on disk; false when the disk is too slow: it stays queued, and the alarm is raised. */
    boolean await(long number) {
        long deadline = clock.nanos() + patience.toNanos();
        lock.lock();
        try {
            while (written < number && !late) {
                if (!clock.await(changed, deadline) && written < number) {
                    late = true;
                }
            }
            if (written >= number) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        trouble.late();
        if (idle()) {
            trouble.healed(); // the disk was ready while that was said
        }
        return false;
    }

    /** For what is no call: waits for a slow disk too, though not for ever. True once it is on disk (or was refused). */
    boolean awaitLong(long number) {
        long deadline = clock.nanos() + LONG_PATIENCE.toNanos();
        lock.lock();
        try {
            while (written < number) {
                if (!clock.await(changed, deadline) && written < number) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** True if nobody waits for a commit: the time to checkpoint. */
    boolean idle() {
        lock.lock();
        try {
            return written == asked;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            for (List<Write> group = take(); !group.isEmpty(); group = take()) {
                write(group);
            }
        } catch (InterruptedException end) {
            Logger.warn("the store's writer was interrupted");
        } finally {
            disk.close();
        }
    }

    private List<Write> take() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closing) {
                changed.await();
            }
            List<Write> group = new ArrayList<>();
            while (!waiting.isEmpty() && group.size() < GROUP) {
                group.add(waiting.removeFirst());
            }
            return group;
        } finally {
            lock.unlock();
        }
    }

    private void write(List<Write> group) throws InterruptedException {
        while (true) {
            WriterDisk.Result result = disk.commit(group);
            switch (result) {
                case WriterDisk.Result.Done _ -> {
                    done(group);
                    return;
                }
                case WriterDisk.Result.Refused refused -> {
                    oneByOne(group, refused);
                    return;
                }
                case WriterDisk.Result.Trouble bad -> {
                    trouble.found(bad);
                    if (!pause()) {
                        Logger.error("{} entries were lost: the disk does not take them", group.size());
                        done(List.of());
                        return;
                    }
                }
            }
        }
    }

    /** A fault of one entry must not hold up the others: it alone is dropped, and the log says so. */
    private void oneByOne(List<Write> group, WriterDisk.Result.Refused refused) throws InterruptedException {
        if (group.size() == 1) {
            Logger.error(
                    refused.cause(),
                    "{} could not be written and is dropped",
                    group.getFirst().name());
            count(1);
            return;
        }
        for (Write single : group) {
            write(List.of(single));
        }
    }

    private void done(List<Write> group) {
        count(group.size());
        for (Write write : group) {
            try {
                write.committed().run();
            } catch (RuntimeException bug) {
                Logger.error(bug, "after {}", write.name());
            }
        }
    }

    private void count(int more) {
        boolean caughtUp;
        lock.lock();
        try {
            written += more;
            caughtUp = waiting.isEmpty();
            late &= !caughtUp;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (caughtUp) {
            trouble.healed();
        }
    }

    /** False when the box stops and its last patience is over. */
    private boolean pause() throws InterruptedException {
        lock.lock();
        try {
            late = true;
            changed.signalAll();
            long until = clock.nanos() + TRY_AGAIN.toNanos();
            while (clock.nanos() < until) {
                if (closing && clock.nanos() > closeDeadline) {
                    return false;
                }
                clock.await(changed, until);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Writes all that waits, then ends. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (!closing) {
                closing = true;
                closeDeadline = clock.nanos() + LAST_TRY.toNanos();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
