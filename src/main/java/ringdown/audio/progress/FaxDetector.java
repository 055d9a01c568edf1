package ringdown.audio.progress;

import java.util.function.Consumer;
import ringdown.audio.Correlator;
import ringdown.audio.Frame;
import ringdown.audio.Level;

/**
 * Hears fax machines and modems: CNG 1100 Hz ±38, answer tone 2100 Hz ±21 (ITU-T G.168 §7.2; LINES rule 14 asks for 15) with or without
 * phase reversals, down to -35 dBm0. Tells each thing once per tone. Belongs to one thread.
 */
public final class FaxDetector {
    private static final int SLICE = Frame.samples(10);
    private static final double FLOOR = Level.power(-36);
    /** Share of the energy that the tone has; a slice with a reversal in it keeps less. */
    private static final double PURE = 0.6;

    private static final double TURNING = 0.1;
    private static final double HALF_TURN_HZ = 50;
    private static final int CALLING_SLICES = 40;
    private static final int ANSWERING_SLICES = 30;
    private static final double[] TOLERANCE = {38, 22};

    private final Consumer<FaxEvent> listener;
    private final Correlator correlator = new Correlator(1100, 2100);
    private final double[] re = new double[2];
    private final double[] im = new double[2];
    private final double[] lastRe = new double[2];
    private final double[] lastIm = new double[2];
    private final int[] slices = new int[2];
    private final int[] misses = new int[2];
    private int inSlice;
    private boolean reversed;
    private int toneSlices;

    /** Tells {@code listener}. */
    public FaxDetector(Consumer<FaxEvent> listener) {
        this.listener = listener;
    }

    /** Listens to a block. */
    public void process(short[] samples, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            correlator.add(samples[i]);
            if (++inSlice == SLICE) {
                inSlice = 0;
                double energy = correlator.take(re, im);
                look(0, energy);
                look(1, energy);
                System.arraycopy(re, 0, lastRe, 0, 2);
                System.arraycopy(im, 0, lastIm, 0, 2);
            }
        }
    }

    private void look(int tone, double energy) {
        double power = (re[tone] * re[tone] + im[tone] * im[tone]) * 2 / ((double) SLICE * SLICE);
        boolean pure = power > FLOOR && power > PURE * energy / SLICE;
        double deviation = deviation(tone);
        if (pure && Math.abs(deviation) <= TOLERANCE[tone]) {
            hit(tone);
            return;
        }
        boolean turned = Math.abs(deviation) > HALF_TURN_HZ - TOLERANCE[1] && power > TURNING * energy / SLICE;
        if (turned && tone == 1 && slices[1] >= ANSWERING_SLICES) {
            reversal();
            return;
        }
        // One slice with a reversal in it, or a click, does not end the tone.
        if (++misses[tone] > 2) {
            slices[tone] = 0;
            reversed = tone == 1 ? false : reversed;
        }
    }

    /** How long tones have sounded that were told of; asked by the thread that listens, or after it. */
    public int toneMillis() {
        return toneSlices * 10;
    }

    private void hit(int tone) {
        misses[tone] = 0;
        slices[tone]++;
        int told = tone == 0 ? CALLING_SLICES : ANSWERING_SLICES;
        toneSlices += slices[tone] == told ? told : slices[tone] > told ? 1 : 0;
        if (tone == 0 && slices[0] == CALLING_SLICES) {
            listener.accept(FaxEvent.CALLING);
        } else if (tone == 1 && slices[1] == ANSWERING_SLICES) {
            listener.accept(FaxEvent.ANSWERING);
        }
    }

    /** Half a turn between two slices looks like a deviation of half the slice rate. */
    private void reversal() {
        if (!reversed) {
            reversed = true;
            listener.accept(FaxEvent.PHASE_REVERSED);
        }
    }

    private double deviation(int tone) {
        double r = re[tone] * lastRe[tone] + im[tone] * lastIm[tone];
        double i = im[tone] * lastRe[tone] - re[tone] * lastIm[tone];
        return Math.atan2(i, r) / (2 * Math.PI) * Frame.SAMPLE_RATE / SLICE;
    }
}
