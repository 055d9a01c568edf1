package ringdown.recording;

import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.audio.Frame;
import ringdown.clock.OfficeClock;
import ringdown.media.AudioSink;
import ringdown.media.RingSink;

/**
 * A message that is being recorded. Its sink is written on the media clock's thread and never waits; the recorder's thread writes the
 * file, and syncs it at least every second.
 */
public final class Tape implements Reel {
    private static final long SYNC_NANOS = 1_000_000_000L;

    private final SoundFile file;
    private final OfficeClock clock;
    private final RingSink ring;
    private short[] pending = new short[0];
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean ending;
    private boolean ended;
    private @Nullable IOException failed;
    private long syncedAt;

    Tape(SoundFile file, OfficeClock clock, int ringSeconds) {
        this.file = file;
        this.clock = clock;
        this.ring = new RingSink(file.path().getFileName().toString(), ringSeconds);
        this.syncedAt = clock.nanos();
    }

    /** What the caller says goes in here. */
    public AudioSink sink() {
        return ring;
    }

    /** Samples that are in the file. */
    public long samples() {
        return file.samples();
    }

    /** Frames that were lost because the disk stood still. */
    public long dropped() {
        return ring.overruns();
    }

    @Override
    public boolean turn(Runnable makeRoom) {
        boolean last;
        lock.lock();
        try {
            last = ending;
        } finally {
            lock.unlock();
        }
        boolean through = flow(makeRoom);
        if (last) {
            end(through);
        }
        return last;
    }

    private boolean flow(Runnable makeRoom) {
        try {
            do {
                if (pending.length == 0) {
                    pending = new short[ring.waiting() * Frame.SAMPLES];
                    ring.take(pending);
                }
                file.append(pending, pending.length);
                pending = new short[0];
            } while (ring.waiting() > 0);
            return true;
        } catch (IOException full) {
            // What could not be written stays in hand and is tried again with the next turn; the ring holds the rest.
            if (failed == null) {
                Logger.error("{} cannot be written: {}", file.path().getFileName(), full.getMessage());
            }
            failed = full;
            makeRoom.run();
            return false;
        }
    }

    @Override
    public boolean syncDue(long nanos) {
        return nanos - syncedAt >= SYNC_NANOS;
    }

    @Override
    public void sync(long nanos) {
        syncedAt = nanos;
        try {
            file.sync();
        } catch (IOException e) {
            Logger.warn("{} cannot be synced: {}", file.path().getFileName(), e.getMessage());
        }
    }

    private void end(boolean through) {
        if (!through) {
            Logger.error(
                    "the end of {} is lost: the disk does not take it",
                    file.path().getFileName());
        }
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends the recording: waits until all that was said is in the file, at most two seconds.
     *
     * @return samples in the file
     */
    public long stop() {
        lock.lock();
        try {
            ending = true;
            long deadline = clock.nanos() + 2_000_000_000L;
            while (!ended && clock.await(changed, deadline)) {
                Logger.trace("waiting for {}", file.path());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return file.samples();
    }

    /** Cuts a stopped recording to so many samples, such as before the busy tone. */
    public void cut(long samples) throws IOException {
        file.cut(samples);
    }

    /** Stops if it still runs, puts everything on disk and closes the file. Closing twice is fine. */
    @Override
    public void close() throws IOException {
        stop();
        if (file.isOpen()) {
            file.sync();
            file.close();
        }
    }
}
