package ringdown.media;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One connection of the matrix. Its lock is held while a frame passes and while it ends, so that nothing passes once it has ended; it may be ended
 * from within a source or sink.
 */
abstract class Strand implements Connection {
    private final SwitchingMatrix matrix;
    private final List<Voice> voices;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean ended;

    Strand(SwitchingMatrix matrix, List<Voice> voices) {
        this.matrix = matrix;
        this.voices = voices;
    }

    List<Voice> voices() {
        return voices;
    }

    /** Media clock's thread: passes what is due. */
    final void tick() {
        lock.lock();
        try {
            if (!ended) {
                move();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether sound may go on, within {@link #move}: a source may have ended this. */
    final boolean live() {
        return !ended;
    }

    /** Does this while no frame passes; not at all once it has ended. */
    final void quietly(Runnable change) {
        lock.lock();
        try {
            if (!ended) {
                change.run();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whoever overhears that voice gets the frame that its far end has said. */
    final void overheard(Voice voice, short[] frame) {
        AudioSink ear = matrix.ear(voice);
        if (ear != null && !ended) {
            ear.write(frame);
        }
    }

    /** Whether somebody overhears one of the voices. */
    final boolean overheard() {
        return voices.stream().anyMatch(voice -> matrix.ear(voice) != null);
    }

    /** Somebody overhears one of the voices from now on, or no more. */
    void earsChanged() {}

    /** It has taken the place of what its voices were in before. */
    void joined() {
        voices.forEach(voice -> voice.faces(null));
    }

    /** Passes one frame each way. */
    abstract void move();

    /** Stops what does not stop with {@link #move}; without the lock, since it waits for the selector. */
    abstract void leave();

    /** Ends it; the matrix has forgotten it already. */
    final void end() {
        boolean first = false;
        lock.lock();
        try {
            first = !ended;
            ended = true;
        } finally {
            lock.unlock();
        }
        if (first) {
            leave();
        }
    }

    @Override
    public void close() {
        matrix.forget(this);
        end();
    }
}
