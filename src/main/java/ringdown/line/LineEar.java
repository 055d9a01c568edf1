package ringdown.line;

import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.Level;
import ringdown.audio.progress.CallProgressDetector;
import ringdown.audio.progress.CallProgressEvent;
import ringdown.audio.tone.CountryTones;

/** What the exchange says in tones, and whether somebody speaks instead. Belongs to the board's thread. */
final class LineEar {
    private static final int BLOCKS = 40;
    private static final int VOICED = 12;
    private static final double WORST_ECHO_DB = 5;
    private static final int ECHO_FRAMES = Frames.of(500);

    private final CallProgressDetector detector;
    private final ToneShare share;
    private final boolean[] voiced = new boolean[BLOCKS];
    private int block;
    private int voicedBlocks;
    private double sentDbm0 = Level.SILENCE_DBM0;
    private int sentFor;
    private long position;
    private @Nullable CallProgressEvent event;

    LineEar(CountryTones tones) {
        share = new ToneShare(tones);
        detector = new CallProgressDetector(tones, this::heard);
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

    private void block() {
        boolean speaks = share.kind() == ToneShare.Kind.SOUND && share.dbm0() > sentDbm0 - WORST_ECHO_DB;
        block = (block + 1) % BLOCKS;
        voicedBlocks += (speaks ? 1 : 0) - (voiced[block] ? 1 : 0);
        voiced[block] = speaks;
    }

    /** What went out: its echo is nobody's voice. */
    void sent(short[] frame, boolean sound) {
        double dbm0 = sound ? Level.dbm0(frame) : Level.SILENCE_DBM0;
        if (dbm0 > sentDbm0) {
            sentDbm0 = dbm0;
            sentFor = 0;
        }
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

    /** One of the exchange's tones sounds now. */
    boolean tonal() {
        return share.kind() == ToneShare.Kind.TONE;
    }

    /** Somebody speaks, or a machine does: 240 ms of other sound within 800 ms. */
    boolean voice() {
        return voicedBlocks >= VOICED;
    }
}
