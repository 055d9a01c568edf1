package ringdown.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Brings one talk's recording to its file. The file is made with the first sound, on the recorder's thread and without waiting for the
 * disk; it is put on disk every 10 s on the syncing thread.
 */
final class TalkTape implements Reel {
    private static final long SYNC_NANOS = 9_500_000_000L;
    /** Turns in which a full disk is asked once more for the end of a talk: two seconds. */
    private static final int LAST_TRIES = 20;

    private final TalkRecording talk;
    private final Path path;
    private final Events events;
    private volatile @Nullable SoundFile file;
    private @Nullable ByteBuffer pending;
    private long syncedAt;
    private boolean named;
    private int failures;
    /** There was no room to begin. */
    private boolean refused;

    /** What others must know of it; on the recorder's thread, must not wait. */
    interface Events {
        /** There is a file. */
        void begun(TalkRecording talk, String name);

        /** Whether there is room to go on. */
        boolean room();

        /** The disk is full, or has stood still for longer than the ring holds: what is there stays. */
        void stopped(TalkRecording talk);

        /** All is written, or there was nothing. */
        void over(TalkRecording talk);
    }

    TalkTape(TalkRecording talk, Path path, Events events, long now) {
        this.talk = talk;
        this.path = path;
        this.events = events;
        this.syncedAt = now;
    }

    @Override
    public boolean turn(Runnable makeRoom) {
        boolean last = talk.ended();
        refused |= !last && file == null && !events.room();
        boolean through = refused || flow(makeRoom);
        if (!last && (refused || !events.room() || (!through && talk.ring().dropped() > 0))) {
            talk.close();
            events.stopped(talk);
            return false;
        }
        failures = through ? 0 : failures + 1;
        boolean done = last && (through || failures > LAST_TRIES);
        if (done) {
            finish();
        }
        return done;
    }

    /** True when nothing waits any more. */
    private boolean flow(Runnable makeRoom) {
        SoundFile out = file;
        try {
            if (out == null) {
                if (talk.talked() == 0) {
                    return true;
                }
                out = SoundFile.begin(path, SoundFile.Form.TALK);
                file = out;
                events.begun(talk, path.getFileName().toString());
            }
            int waiting = talk.ring().waiting();
            ByteBuffer frames = pending == null ? talk.ring().take(waiting) : pending;
            pending = frames;
            out.append(frames.duplicate());
            pending = null;
            return true;
        } catch (IOException full) {
            if (failures == 0) {
                Logger.error("{} cannot be written: {}", path.getFileName(), full.getMessage());
            }
            makeRoom.run();
            return false;
        }
    }

    private void finish() {
        SoundFile written = file;
        try {
            if (written != null) {
                written.cut(talk.talked() * (PairRing.FRAME / SoundFile.Form.TALK.frame()));
                written.writeHeader();
            }
        } catch (IOException e) {
            Logger.warn("{} did not end well: {}", path.getFileName(), e.getMessage());
        } finally {
            events.over(talk);
        }
    }

    @Override
    public boolean syncDue(long nanos) {
        return file != null && (!named || nanos - syncedAt >= SYNC_NANOS);
    }

    @Override
    public void sync(long nanos) {
        SoundFile out = file;
        syncedAt = nanos;
        try {
            if (out != null && !named) {
                out.syncWithName();
                named = true;
            } else if (out != null) {
                out.sync();
            }
        } catch (IOException e) {
            Logger.warn("{} cannot be synced: {}", path.getFileName(), e.getMessage());
        }
    }

    @Override
    public void leave() throws IOException {
        SoundFile out = file;
        if (out != null && out.isOpen()) {
            try (out) {
                out.syncWithName();
            }
        }
    }

    @Override
    public void close() {
        talk.close();
    }
}
