package ringdown.recording;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.audio.Frame;
import ringdown.audio.Mixing;
import ringdown.clock.OfficeClock;
import ringdown.media.AudioSink;
import ringdown.media.RingSink;

/**
 * One recording that runs. Its sinks are written on the media clock's thread and never wait; the recorder's thread writes the file.
 * With two sides the file holds both mixed, frame by frame.
 */
public final class Tape implements AutoCloseable {

    private final SoundFile file;
    private final OfficeClock clock;
    private final Kind kind;
    private final List<RingSink> rings;
    private short[] pending = new short[0];
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean ending;
    private boolean ended;
    private @Nullable IOException failed;
    private long syncedAt;

    /** What is recorded: how often it is synced, and who goes first when the disk is full. */
    public enum Kind {
        /** A caller's message: at least every 2 s. */
        MESSAGE(1),
        /** A talk: every 10 s. */
        TALK(10);

        private final long syncSeconds;

        Kind(long syncSeconds) {
            this.syncSeconds = syncSeconds;
        }
    }

    Tape(SoundFile file, OfficeClock clock, Kind kind, int sides, int ringSeconds) {
        this.file = file;
        this.clock = clock;
        this.kind = kind;
        this.rings = java.util.stream.IntStream.range(0, sides)
                .mapToObj(side -> new RingSink(file.path().getFileName().toString(), ringSeconds))
                .toList();
        this.syncedAt = clock.nanos();
    }

    /** What one side says; side 0, or 1 of two. */
    public AudioSink side(int side) {
        return rings.get(side);
    }

    /** Samples that are in the file. */
    public long samples() {
        return file.samples();
    }

    /** Frames that were lost because the disk stood still. */
    public long dropped() {
        return rings.stream().mapToLong(RingSink::overruns).sum();
    }

    /** Recorder's thread: writes out what waits. True when the tape is done with. */
    boolean turn(Runnable makeRoom) {
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
                    pending = mixed(waiting());
                }
                file.append(pending, pending.length);
                pending = new short[0];
            } while (waiting() > 0);
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

    private int waiting() {
        return rings.stream().mapToInt(RingSink::waiting).min().orElse(0);
    }

    /** So many frames of each side, added up. */
    private short[] mixed(int frames) {
        short[] sum = new short[frames * Frame.SAMPLES];
        rings.getFirst().take(sum);
        for (RingSink side : rings.subList(1, rings.size())) {
            short[] addend = new short[sum.length];
            side.take(addend);
            Mixing.add(addend, sum);
        }
        return sum;
    }

    /** Syncing thread: true if it is this tape's turn. */
    boolean syncDue(long nanos) {
        return nanos - syncedAt >= kind.syncSeconds * 1_000_000_000L;
    }

    void sync(long nanos) {
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
