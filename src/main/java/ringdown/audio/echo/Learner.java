package ringdown.audio.echo;

import java.util.Arrays;

/**
 * Learns the response of the hybrid block by block: a transversal filter in partitions of one block each, adapted in the frequency domain
 * (Soo and Pang, multidelay block filter, IEEE Trans. ASSP 38(2), 1990). Each bin has a step of its own by its own energy, so that speech,
 * which is loud in a few bins only, teaches all of them; and a block costs a fraction of what it does sample by sample.
 */
final class Learner {
    /** Samples of one block: 8 ms. */
    static final int BLOCK = 64;

    private static final int SIZE = 2 * BLOCK;
    private static final int BINS = BLOCK + 1;

    /** Keeps quiet and noise from being learned, per bin of one block: what the codec's rounding has. */
    private static final double REGULARIZATION = 2e6;

    private static final double SMOOTH = 0.2;

    /** Share of the energy that two tones have; the rest is the rounding of the codec. */
    private static final double TONES = 0.997;

    private final int partitions;
    private final Fourier fourier = new Fourier(SIZE);
    private final double[][] weightRe;
    private final double[][] weightIm;
    private final double[][] sentRe;
    private final double[][] sentIm;
    private final double[] energy = new double[BINS];
    private final double[] last = new double[BLOCK];
    private final double[] time = new double[SIZE];
    private final double[] re = new double[BINS];
    private final double[] im = new double[BINS];
    private final double[] spectrum = new double[BINS];
    private final double[] error = new double[BLOCK];
    private int newest;
    private int constrained;

    /** {@code taps}: a multiple of {@link #BLOCK}. */
    Learner(int taps) {
        partitions = taps / BLOCK;
        weightRe = new double[partitions][BINS];
        weightIm = new double[partitions][BINS];
        sentRe = new double[partitions][BINS];
        sentIm = new double[partitions][BINS];
    }

    /** Takes the next block of what was sent. */
    void take(double[] sent) {
        newest = newest == 0 ? partitions - 1 : newest - 1;
        System.arraycopy(last, 0, time, 0, BLOCK);
        System.arraycopy(sent, 0, time, BLOCK, BLOCK);
        System.arraycopy(sent, 0, last, 0, BLOCK);
        fourier.forward(time, sentRe[newest], sentIm[newest]);
        measure();
    }

    /** What the filter leaves of what came in while that block went out; valid until the next one. */
    double[] leaves(double[] received) {
        estimate();
        for (int i = 0; i < BLOCK; i++) {
            error[i] = received[i] - time[BLOCK + i];
        }
        return error;
    }

    private void measure() {
        double[] xr = sentRe[newest];
        double[] xi = sentIm[newest];
        for (int k = 0; k < BINS; k++) {
            energy[k] += SMOOTH * (partitions * (xr[k] * xr[k] + xi[k] * xi[k]) - energy[k]);
        }
    }

    /**
     * What was sent last is one tone or two: a filter that learned from them alone would be wrong everywhere else (ITU-T G.168 test 6). Most of
     * the energy lies around two peaks, seen through a window of cosine form.
     */
    boolean tone() {
        double[] xr = sentRe[newest];
        double[] xi = sentIm[newest];
        double all = 0;
        for (int k = 1; k < BINS - 1; k++) {
            double r = 2 * xr[k] - xr[k - 1] - xr[k + 1];
            double i = 2 * xi[k] - xi[k - 1] - xi[k + 1];
            spectrum[k] = r * r + i * i;
            all += spectrum[k];
        }
        double first = takePeak();
        return first + takePeak() > TONES * all;
    }

    /** The energy around the highest peak, which is gone afterwards. */
    private double takePeak() {
        int peak = 1;
        for (int k = 2; k < BINS - 1; k++) {
            peak = spectrum[k] > spectrum[peak] ? k : peak;
        }
        double sum = 0;
        for (int k = Math.max(1, peak - 2); k <= Math.min(BINS - 2, peak + 2); k++) {
            sum += spectrum[k];
            spectrum[k] = 0;
        }
        return sum;
    }

    private void estimate() {
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
        for (int p = 0; p < partitions; p++) {
            double[] wr = weightRe[p];
            double[] wi = weightIm[p];
            double[] xr = sentRe[(newest + p) % partitions];
            double[] xi = sentIm[(newest + p) % partitions];
            for (int k = 0; k < BINS; k++) {
                re[k] += wr[k] * xr[k] - wi[k] * xi[k];
                im[k] += wr[k] * xi[k] + wi[k] * xr[k];
            }
        }
        fourier.inverse(re, im, time);
    }

    /** Learns from the block taken last, with a step between 0 and 1. */
    void learn(double step) {
        Arrays.fill(time, 0, BLOCK, 0);
        System.arraycopy(error, 0, time, BLOCK, BLOCK);
        fourier.forward(time, re, im);
        for (int k = 0; k < BINS; k++) {
            double gain = step / (sum(k) + REGULARIZATION);
            re[k] *= gain;
            im[k] *= gain;
        }
        for (int p = 0; p < partitions; p++) {
            turn(weightRe[p], weightIm[p], sentRe[(newest + p) % partitions], sentIm[(newest + p) % partitions]);
        }
        constrained = (constrained + 1) % partitions;
        constrain(constrained);
    }

    private double sum(int k) {
        double sum = 0;
        for (int p = 0; p < partitions; p++) {
            sum += sentRe[p][k] * sentRe[p][k] + sentIm[p][k] * sentIm[p][k];
        }
        return Math.max(sum, energy[k]);
    }

    private void turn(double[] wr, double[] wi, double[] xr, double[] xi) {
        for (int k = 0; k < BINS; k++) {
            wr[k] += xr[k] * re[k] + xi[k] * im[k];
            wi[k] += xr[k] * im[k] - xi[k] * re[k];
        }
    }

    /** What the wrap-around of the transform has put behind the partition's own taps is taken out, one partition a block in turn. */
    private void constrain(int p) {
        fourier.inverse(weightRe[p], weightIm[p], time);
        Arrays.fill(time, BLOCK, SIZE, 0);
        fourier.forward(time, weightRe[p], weightIm[p]);
    }

    /** Its taps, the newest sample's first. */
    void copyTo(double[] taps) {
        for (int p = 0; p < partitions; p++) {
            fourier.inverse(weightRe[p], weightIm[p], time);
            System.arraycopy(time, 0, taps, p * BLOCK, BLOCK);
        }
    }

    /** Goes on from these taps. */
    void takeFrom(double[] taps) {
        for (int p = 0; p < partitions; p++) {
            System.arraycopy(taps, p * BLOCK, time, 0, BLOCK);
            Arrays.fill(time, BLOCK, SIZE, 0);
            fourier.forward(time, weightRe[p], weightIm[p]);
        }
    }
}
