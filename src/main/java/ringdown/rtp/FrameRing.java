package ringdown.rtp;

import java.util.concurrent.atomic.AtomicLong;
import ringdown.audio.Frame;

/** Hands frames from one thread, the media clock's, to one other thread. Wait-free; what finds no place is dropped and counted. */
public final class FrameRing {
    private final int slots;
    private final short[] samples;
    private final Counter dropped = new Counter();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();

    /** Holds up to so many frames of 10 ms. */
    public FrameRing(int slots) {
        this.slots = slots;
        this.samples = new short[slots * Frame.SAMPLES];
    }

    /** Writing thread: leaves one frame of 80 samples; tells how many now wait. */
    public int put(short[] frame) {
        long at = written.getPlain();
        int waiting = (int) (at - read.getAcquire());
        if (waiting >= slots) {
            dropped.increment();
            return waiting;
        }
        System.arraycopy(frame, 0, samples, place(at), Frame.SAMPLES);
        written.setRelease(at + 1);
        return waiting + 1;
    }

    /** Reading thread: how many frames wait. */
    public int waiting() {
        return (int) (written.getAcquire() - read.getPlain());
    }

    /** Reading thread: takes the oldest frame; one must be waiting. */
    public void take(short[] into, int offset) {
        long at = read.getPlain();
        System.arraycopy(samples, place(at), into, offset, Frame.SAMPLES);
        read.setRelease(at + 1);
    }

    /** Reading thread: forgets what waits. */
    public void clear() {
        read.setRelease(written.getAcquire());
    }

    /** How many frames found no place so far. */
    public long dropped() {
        return dropped.get();
    }

    private int place(long at) {
        return (int) (at % slots) * Frame.SAMPLES;
    }
}
