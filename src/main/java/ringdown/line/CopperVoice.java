package ringdown.line;

import java.util.Arrays;
import ringdown.audio.Frame;
import ringdown.media.AudioSink;
import ringdown.media.AudioSource;
import ringdown.media.Voice;

/**
 * The sound of a call on copper: the frame that came in this tick, the frame that goes out in it. Board and media clock run on one
 * thread, so there is no queue and no delay between two of these.
 */
final class CopperVoice implements Voice {
    private final short[] in = Frame.silence();
    private final short[] out = Frame.silence();
    private boolean outFresh;
    private long given;
    private volatile long endToneFrom = Long.MAX_VALUE;
    private volatile long givenNow;

    @Override
    public AudioSource source() {
        return this::give;
    }

    @Override
    public AudioSink sink() {
        return this::take;
    }

    @Override
    public int endToneSamples() {
        return (int) Math.max(0, givenNow - endToneFrom);
    }

    private void give(short[] frame) {
        System.arraycopy(in, 0, frame, 0, Frame.SAMPLES);
        given += Frame.SAMPLES;
        givenNow = given;
    }

    private void take(short[] frame) {
        System.arraycopy(frame, 0, out, 0, Frame.SAMPLES);
        outFresh = true;
    }

    void received(short[] frame) {
        System.arraycopy(frame, 0, in, 0, Frame.SAMPLES);
    }

    /** Nothing comes from the far end in this tick. */
    void receivedNothing() {
        Arrays.fill(in, (short) 0);
    }

    /** The last so many samples were no speech: the end tone began there, and nothing after it is speech. */
    void endTone(int samplesAgo) {
        endToneFrom = Math.max(0, given - samplesAgo);
    }

    /** Fills the frame with what was spoken into the voice in this tick; false if nothing was. */
    boolean takeOut(short[] frame) {
        boolean fresh = outFresh;
        if (fresh) {
            System.arraycopy(out, 0, frame, 0, Frame.SAMPLES);
            outFresh = false;
        }
        return fresh;
    }
}
