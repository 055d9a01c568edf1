package ringdown.rtp;

import java.util.concurrent.atomic.AtomicLong;
import ringdown.audio.Frame;

/** Hands frames to be sent from the media clock's thread to the selector's. Wait-free; drops the newest when full. */
final class FrameRing {
    private static final int SLOTS = 32;

    private final short[] samples = new short[SLOTS * Frame.SAMPLES];
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();

    /** Media clock's thread: leaves one frame; tells how many now wait. */
    int put(short[] frame) {
        long at = written.getPlain();
        int waiting = (int) (at - read.getAcquire());
        if (waiting < SLOTS) {
            System.arraycopy(frame, 0, samples, place(at), Frame.SAMPLES);
            written.setRelease(at + 1);
        }
        return waiting + 1;
    }

    /** Selector's thread: how many frames wait. */
    int waiting() {
        return (int) (written.getAcquire() - read.getPlain());
    }

    /** Selector's thread: takes the oldest frame; one must be waiting. */
    void take(short[] into, int offset) {
        long at = read.getPlain();
        System.arraycopy(samples, place(at), into, offset, Frame.SAMPLES);
        read.setRelease(at + 1);
    }

    /** Selector's thread: forgets what waits. */
    void clear() {
        read.setRelease(written.getAcquire());
    }

    private static int place(long at) {
        return (int) (at % SLOTS) * Frame.SAMPLES;
    }
}
