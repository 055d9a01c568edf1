package ringdown.recording;

import ringdown.audio.Frame;
import ringdown.media.AudioSink;
import ringdown.media.Connection;
import ringdown.media.CrossConnect;

/**
 * The recording of one call's talks, the caller left and the office right. It is as long as what it records: whoever is held or waits for
 * somebody else, and what is said while it is paused, leaves silence of the same length, so that a moment of the call is a place in it; what
 * comes after the last talk is cut off, and so is the tone by which the far end's exchange ends it. Sound comes on the media clock's thread and never waits; the rest is for any thread, and does not wait
 * for the disk either.
 */
public final class TalkRecording implements AutoCloseable {
    private static final short[] SILENCE = Frame.silence();

    private final String callId;
    private final PairRing ring;
    private final Connection ticking;
    private volatile boolean paused;
    private volatile boolean ended;
    /** Frames up to the end of the last talk. */
    private volatile long talked;
    /** Media clock's thread only: a talk has given something since the last tick, or there was none yet. */
    private boolean sounded = true;

    private boolean ticked;

    TalkRecording(String callId, PairRing ring, CrossConnect matrix) {
        this.callId = callId;
        this.ring = ring;
        this.ticking = matrix.everyTick(this::tick);
    }

    /** Media clock's thread, before any sound moves. */
    private void tick() {
        if (!sounded && !ended) {
            ring.put(SILENCE, SILENCE);
        }
        sounded = false;
        ticked = true;
    }

    /**
     * For one talk of the call.
     *
     * @param officeFirst the first of the two is the office's, not the caller's
     */
    public CrossConnect.Tap tap(boolean officeFirst) {
        short[] first = Frame.silence();
        AudioSink one = frame -> System.arraycopy(frame, 0, first, 0, Frame.SAMPLES);
        AudioSink other = officeFirst ? frame -> put(frame, first) : frame -> put(first, frame);
        return new CrossConnect.Tap(one, other);
    }

    private void put(short[] caller, short[] office) {
        if (ended || !ticked) {
            return; // a frame of each side for each tick, and none before the first
        }
        ticked = false;
        sounded = true;
        if (paused) {
            ring.put(SILENCE, SILENCE);
        } else {
            ring.put(caller, office);
        }
        talked = ring.written();
    }

    /** A talk has ended, and so many of its last samples were the exchange's tone: they are no talk. */
    public void cut(int samples) {
        int frames = (samples + Frame.SAMPLES - 1) / Frame.SAMPLES;
        talked = Math.max(0, talked - frames);
    }

    /** From now on silence is recorded, until it goes on. False if that is so already. */
    public boolean pause() {
        boolean was = paused;
        paused = true;
        return !was;
    }

    /** It goes on. False if it does already. */
    public boolean goOn() {
        boolean was = paused;
        paused = false;
        return was;
    }

    /** Nothing of what is said now is recorded. */
    public boolean paused() {
        return paused;
    }

    String callId() {
        return callId;
    }

    PairRing ring() {
        return ring;
    }

    boolean ended() {
        return ended;
    }

    /** Frames up to the end of the last talk. */
    long talked() {
        return talked;
    }

    /** The call is over, or the disk full; the recorder writes out what waits. */
    @Override
    public void close() {
        ended = true;
        ticking.close();
    }

    @Override
    public String toString() {
        return "recording of " + callId + (paused ? ", paused" : "");
    }
}
