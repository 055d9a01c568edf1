package ringdown.line;

import java.util.function.DoubleConsumer;
import ringdown.audio.Correlator;
import ringdown.audio.Frame;
import ringdown.audio.Level;
import ringdown.audio.Oscillator;

/**
 * The tone by which an answered test call proves that sound passes: 1020 Hz (ITU-T O.6), sent by the line that was called, measured by the
 * one that calls. Belongs to the board's thread, on which both lines are.
 */
final class TestTone {
    private static final int HZ = 1020;
    private static final double SENT_DBM0 = -10;
    private static final int BLOCK = Frames.of(100);
    /** So many blocks in a row are no voice that happens to whistle. */
    private static final int ENOUGH = 5;

    private static final double PURE = 0.7;
    private static final double FAINTEST_DBM0 = -50;

    private final DoubleConsumer told;
    private final Oscillator oscillator = new Oscillator(HZ);
    private final Correlator correlator = new Correlator(HZ);
    private final double[] re = new double[1];
    private final double[] im = new double[1];
    private final double peak = Level.rms(SENT_DBM0) * Math.sqrt(2);
    private int frames;
    private int pure;
    private boolean heard;
    private boolean laidDown;
    private boolean refused;

    /** {@code told}: the loss between the lines in dB, once. */
    TestTone(DoubleConsumer told) {
        this.told = told;
    }

    void send(short[] frame) {
        for (int i = 0; i < Frame.SAMPLES; i++) {
            frame[i] = (short) Math.round(peak * oscillator.next());
        }
    }

    /** A frame of the line that calls. */
    void received(short[] frame) {
        for (short sample : frame) {
            correlator.add(sample);
        }
        if (++frames % BLOCK != 0) {
            return;
        }
        int samples = BLOCK * Frame.SAMPLES;
        double energy = correlator.take(re, im);
        double tone = 2 * (re[0] * re[0] + im[0] * im[0]) / samples;
        double dbm0 = Level.dbm0OfPower(tone / samples);
        pure = tone > PURE * energy && dbm0 > FAINTEST_DBM0 ? pure + 1 : 0;
        if (pure == ENOUGH && !heard) {
            heard = true;
            told.accept(SENT_DBM0 - dbm0);
        }
    }

    /** The line that calls has heard it: nobody else is at the other end. */
    boolean heard() {
        return heard;
    }

    /** The call of the line that calls is over. */
    void callOver(boolean byFarEnd) {
        refused = byFarEnd;
        laidDown = !byFarEnd;
    }

    /** We have laid down on the line that calls: the one that was called is released in its turn, if it was ours. */
    boolean laidDown() {
        return laidDown;
    }

    /** The exchange has ended the call of the line that calls, with busy tone for instance: somebody else is on the one that was called. */
    boolean refused() {
        return refused;
    }
}
