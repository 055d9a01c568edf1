package ringdown.line;

import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.Level;
import ringdown.audio.progress.CallProgressDetector;
import ringdown.audio.progress.CallProgressEvent;
import ringdown.audio.tone.CadencedTone;
import ringdown.audio.tone.CountryTones;

/** What the exchange says in tones, and whether somebody speaks instead. Belongs to the board's thread. */
final class LineEar {
    private static final int BLOCKS = 40;
    private static final int VOICED = 12;
    private static final double SILENCE_DBM0 = -48;
    /** A steady tone's level in each frame differs by no more: it is sent until its last frame. */
    private static final double SAME_LEVEL_DB = 1;

    private static final double RESIDUE_DB = 24;
    private static final double WORST_ECHO_DB = 5;
    private static final int ECHO_FRAMES = Frames.of(500);

    private final CallProgressDetector detector;
    private final short[] nothing = Frame.silence();
    private final ToneShare share;
    private final boolean[] voiced = new boolean[BLOCKS];
    private int block;
    private int sounding;
    private int voicedBlocks;
    private double sentDbm0 = Level.SILENCE_DBM0;
    private int sentFor;
    private long position;
    private @Nullable CallProgressEvent event;

    /** {@code own}: the line's own busy tone, beside its country's. */
    LineEar(CountryTones tones, @Nullable CadencedTone own) {
        share = new ToneShare(tones, own);
        detector = own == null
                ? new CallProgressDetector(tones, this::heard)
                : CallProgressDetector.learned(tones, own, this::heard);
    }

    private void heard(CallProgressEvent heard) {
        event = heard;
    }

    /** The last digit is out: a steady tone may now be ring back, and what was said before means nothing. */
    void dialled() {
        detector.dialled();
        java.util.Arrays.fill(voiced, false);
        voicedBlocks = 0;
    }

    /**
     * Takes a frame, and what it was before the canceller: an echo is never louder than what was sent, and a canceller takes a tone away
     * whose own echo comes back from the telephone that hears it.
     */
    void received(short[] cancelled, short[] raw) {
        double came = Level.dbm0(raw);
        received(came > sentDbm0 || came < Level.dbm0(cancelled) ? raw : cancelled);
    }

    void received(short[] frame) {
        event = null;
        detector.process(frame, 0, Frame.SAMPLES);
        position += Frame.SAMPLES;
        if (++sentFor > ECHO_FRAMES) {
            sentDbm0 = Level.SILENCE_DBM0;
        }
        if (share.frame(frame)) {
            block();
        }
    }

    /** For how long there has been sound without a pause that is none of the exchange's tones, to 20 ms. */
    int soundMillis() {
        return sounding * 20;
    }

    private void block() {
        sounding = share.kind() == ToneShare.Kind.SOUND ? sounding + 1 : 0;
        boolean speaks = share.kind() == ToneShare.Kind.SOUND && share.dbm0() > sentDbm0 - WORST_ECHO_DB;
        block = (block + 1) % BLOCKS;
        voicedBlocks += (speaks ? 1 : 0) - (voiced[block] ? 1 : 0);
        voiced[block] = speaks;
    }

    /** What went out: its echo is nobody's voice. */
    void sent(short[] frame, boolean sound) {
        detector.sent(sound ? frame : nothing);
        double dbm0 = sound ? Level.dbm0(frame) : Level.SILENCE_DBM0;
        if (dbm0 > sentDbm0 - SAME_LEVEL_DB) {
            sentDbm0 = Math.max(sentDbm0, dbm0);
            sentFor = 0;
        }
    }

    /** Nothing comes from the far end; what the canceller leaves of our own voice is nothing. */
    boolean quiet(short[] frame) {
        return Level.dbm0(frame) < Math.max(SILENCE_DBM0, sentDbm0 - RESIDUE_DB);
    }

    /** Nothing has gone out for half a second. */
    boolean silentHere() {
        return sentDbm0 < SILENCE_DBM0;
    }

    /** What became certain in this frame; null: nothing new. */
    @Nullable
    CallProgressEvent event() {
        return event;
    }

    /** How many samples ago the tone of an event began. */
    int ago(CallProgressEvent of) {
        return (int) Math.max(0, position - of.from());
    }

    /** How many times call waiting tone has been recognised. */
    int callWaitings() {
        return detector.callWaitings();
    }

    /** How long a steady tone like dial tone has lasted, in milliseconds. */
    int steadyMillis() {
        return detector.steadyMillis();
    }

    /** One of the exchange's tones sounds now. */
    boolean tonal() {
        return share.kind() == ToneShare.Kind.TONE;
    }

    /** Somebody speaks, or a machine does: 240 ms of other sound within 800 ms. */
    boolean voice() {
        return voicedBlocks >= VOICED;
    }
}
