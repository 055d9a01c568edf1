package ringdown.media;

import ringdown.audio.Frame;
import ringdown.rtp.FrameRing;

/**
 * Hands sound to a thread that may be slow: a disk's, a browser's. Written on the media clock's thread, which never waits for it; what
 * finds no place is dropped and counted. Taken by one other thread.
 */
public final class RingSink implements AudioSink {
    private static final int FRAMES_PER_SECOND = 100;

    private final String name;
    private final FrameRing ring;

    /**
     * Holds so many seconds.
     *
     * @param name for the log
     */
    public RingSink(String name, int seconds) {
        this.name = name;
        this.ring = new FrameRing(seconds * FRAMES_PER_SECOND);
    }

    @Override
    public void write(short[] frame) {
        ring.put(frame);
    }

    /**
     * Taking thread: takes whole frames of 80 samples, as many as wait and fit.
     *
     * @return samples taken, 0 if none wait
     */
    public int take(short[] into) {
        int taken = 0;
        for (int waiting = ring.waiting(); waiting > 0 && taken + Frame.SAMPLES <= into.length; waiting--) {
            ring.take(into, taken);
            taken += Frame.SAMPLES;
        }
        return taken;
    }

    /** Taking thread: frames that wait. */
    public int waiting() {
        return ring.waiting();
    }

    /** Frames that were dropped, because nobody took them in time. */
    public long overruns() {
        return ring.dropped();
    }

    @Override
    public String toString() {
        return "ring " + name + (overruns() == 0 ? "" : " (" + overruns() + " overruns)");
    }
}
