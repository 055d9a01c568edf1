package ringdown.line;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.media.AudioSink;
import ringdown.media.AudioSource;
import ringdown.media.Voice;
import ringdown.office.PortUse;

/**
 * The sound of a call on copper: the frame that came in this tick, the frame that goes out in it. Board and media clock run on one
 * thread, so there is no queue and no delay between two of these.
 */
final class CopperVoice implements Voice {
    /** A telephone hears somebody on SIP 6 dB softer (LINES rule 15): they speak into no wires, and are louder than any line is. */
    private static final double LOSS = Math.pow(10, -6 / 20.0);

    private final short[] in = Frame.silence();
    private final short[] out = Frame.silence();
    private boolean outFresh;
    private volatile boolean wire;
    private volatile boolean loss;
    private final boolean telephone;
    private volatile @Nullable Voice facing;
    private final PortUse.Device device;
    private long given;
    private volatile long endToneFrom = Long.MAX_VALUE;
    private volatile long givenNow;

    /** A line, or people at a telephone. */
    CopperVoice() {
        this(PortUse.Device.TELEPHONE, false);
    }

    /** What hangs on a telephone's port. */
    CopperVoice(PortUse.Device device) {
        this(device, device.voice());
    }

    private CopperVoice(PortUse.Device device, boolean telephone) {
        this.device = device;
        this.telephone = telephone;
    }

    @Override
    public boolean machine() {
        return !device.voice();
    }

    @Override
    public boolean patient() {
        return device == PortUse.Device.ALARM;
    }

    /** The other side is a fax, an alarm device or a terminal by the office's word. */
    boolean facesMachine() {
        Voice other = facing;
        return other != null && other.machine();
    }

    /** The other side is an alarm device: it may be silent for as long as it likes. */
    boolean facesPatient() {
        Voice other = facing;
        return other != null && other.patient();
    }

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

    @Override
    public void faces(@Nullable Voice other) {
        wire = other instanceof CopperVoice;
        loss = telephone && other != null && other.rtp() != null;
        facing = other;
    }

    /**
     * Where the other side is told of keys by RFC 4733 it must not hear them as well (LINES rule 16). What hangs there and is no telephone keeps
     * its keys in its sound (rule 14).
     */
    @Override
    public boolean keysApart() {
        Voice other = facing;
        return device == PortUse.Device.TELEPHONE && other != null && other.takesKeys();
    }

    /** It is joined with another port of the highway: they hear each other sample for sample (LINES rule 3). */
    boolean wire() {
        return wire;
    }

    private void give(short[] frame) {
        System.arraycopy(in, 0, frame, 0, Frame.SAMPLES);
        given += Frame.SAMPLES;
        givenNow = given;
    }

    private void take(short[] frame) {
        if (loss) {
            for (int i = 0; i < Frame.SAMPLES; i++) {
                out[i] = (short) Math.round(frame[i] * LOSS);
            }
        } else {
            System.arraycopy(frame, 0, out, 0, Frame.SAMPLES);
        }
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
