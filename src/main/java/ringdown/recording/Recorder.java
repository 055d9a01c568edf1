package ringdown.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.tinylog.Logger;
import ringdown.clock.OfficeClock;

/**
 * Writes all recordings. Platform thread "recorder" hands what was said to the operating system every 100 ms, so that the end of this
 * process loses no more than that; platform thread "recording-sync" puts the files on disk in turn, since a sync may take long and
 * must not hold up the others' writing. Safe from any thread.
 */
public final class Recorder implements AutoCloseable {
    private static final Duration TURN = Duration.ofMillis(100);
    private static final Duration SYNC_LOOK = Duration.ofMillis(250);
    /** A worn memory card may stand still for seconds. */
    private static final int RING_SECONDS = 10;

    private final OfficeClock clock;
    private final Runnable makeRoom;
    private final List<Reel> tapes = new CopyOnWriteArrayList<>();
    /** Their last turn is over; the syncing thread closes them. */
    private final Queue<Reel> left = new ConcurrentLinkedQueue<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();
    private final Thread writing;
    private final Thread syncing;
    private volatile boolean closed;

    /**
     * Starts its threads.
     *
     * @param makeRoom called when a file cannot be written; must come back soon
     */
    public Recorder(OfficeClock clock, Runnable makeRoom) {
        this.clock = clock;
        this.makeRoom = makeRoom;
        this.writing = Thread.ofPlatform().name("recorder").daemon(true).start(() -> every(TURN, this::write));
        this.syncing =
                Thread.ofPlatform().name("recording-sync").daemon(true).start(() -> every(SYNC_LOOK, this::sync));
    }

    /**
     * Begins to record a message.
     *
     * @param file is made; its directory entry is on disk when this returns
     * @throws IOException when it cannot be made: the disk is full or failing
     */
    public Tape record(Path file) throws IOException {
        Tape tape = new Tape(SoundFile.create(file), clock, RING_SECONDS);
        tapes.add(tape);
        return tape;
    }

    /** From its next turn on. */
    void take(Reel reel) {
        tapes.add(reel);
    }

    private void every(Duration pause, Runnable work) {
        BooleanSupplier again = () -> pause(pause);
        do {
            try {
                work.run();
            } catch (RuntimeException bug) {
                Logger.error(bug, "recording failed");
            }
        } while (again.getAsBoolean());
    }

    private boolean pause(Duration length) {
        lock.lock();
        try {
            if (!closed) {
                clock.await(closing, clock.nanos() + length.toNanos());
            }
        } catch (InterruptedException end) {
            return false;
        } finally {
            lock.unlock();
        }
        return !closed || !tapes.isEmpty() && Thread.currentThread() == writing;
    }

    private void write() {
        for (Reel tape : tapes) {
            if (tape.turn(makeRoom)) {
                left.add(tape);
                tapes.remove(tape);
            }
        }
    }

    private void sync() {
        leave();
        for (Reel tape : tapes) {
            long now = clock.nanos();
            if (tape.syncDue(now)) {
                tape.sync(now);
            }
        }
    }

    private void leave() {
        for (Reel tape = left.poll(); tape != null; tape = left.poll()) {
            try {
                tape.leave();
            } catch (IOException e) {
                Logger.warn("a recording did not end well: {}", e.getMessage());
            }
        }
    }

    /** Ends what still runs. */
    @Override
    public void close() {
        for (Reel tape : tapes) {
            try {
                tape.close();
            } catch (IOException e) {
                Logger.warn(e, "a recording did not end well");
            }
        }
        closed = true;
        lock.lock();
        try {
            closing.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            writing.join();
            syncing.join();
            leave();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
