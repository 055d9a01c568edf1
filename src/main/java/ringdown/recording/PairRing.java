package ringdown.recording;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import ringdown.audio.Companding;
import ringdown.audio.Frame;

/**
 * Both sides of a talk on their way from the media clock's thread to the recorder's, as they will lie in the file: A-law, left and right
 * in turn. Wait-free and without allocation for whoever puts; what finds no place is dropped, both sides of it, and counted.
 */
final class PairRing {
    /** Octets of 10 ms. */
    static final int FRAME = 2 * Frame.SAMPLES;

    private static final int FRAMES_PER_SECOND = 100;

    private final int slots;
    private final byte[] octets;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();

    PairRing(int seconds) {
        this.slots = seconds * FRAMES_PER_SECOND;
        this.octets = new byte[slots * FRAME];
    }

    /** Media clock's thread: 10 ms of each side. */
    void put(short[] left, short[] right) {
        long at = written.getPlain();
        if (at - read.getAcquire() >= slots) {
            dropped.setRelease(dropped.getPlain() + 1);
            return;
        }
        int place = (int) (at % slots) * FRAME;
        for (int i = 0; i < Frame.SAMPLES; i++) {
            octets[place++] = Companding.A_LAW.encode(left[i]);
            octets[place++] = Companding.A_LAW.encode(right[i]);
        }
        written.setRelease(at + 1);
    }

    /** Frames put so far that found a place. */
    long written() {
        return written.getAcquire();
    }

    /** Recorder's thread: frames that wait. */
    int waiting() {
        return (int) (written.getAcquire() - read.getPlain());
    }

    /** Recorder's thread: takes so many frames, which must wait. */
    ByteBuffer take(int frames) {
        ByteBuffer out = ByteBuffer.allocate(frames * FRAME);
        long at = read.getPlain();
        for (int i = 0; i < frames; i++) {
            out.put(octets, (int) ((at + i) % slots) * FRAME, FRAME);
        }
        read.setRelease(at + frames);
        return out.flip();
    }

    long dropped() {
        return dropped.getAcquire();
    }
}
