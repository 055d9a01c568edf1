package ringdown.audio.progress;

import ringdown.audio.Correlator;
import ringdown.audio.Frame;
import ringdown.audio.HighPass;
import ringdown.audio.Level;

/**
 * Looks every 10 ms at the last 20 ms: is it one steady tone, or two, between 300 and 660 Hz, and of which frequency and
 * level? The frequency comes from the turn of phase between windows, so that 20 ms are enough for +-2 Hz. Belongs to one
 * thread.
 */
final class ToneMeter {
    static final int SLICE = Frame.SAMPLES;
    private static final int WINDOW = 2 * SLICE;
    private static final int LOWEST = 300;
    private static final int STEP = 25;
    private static final int BINS = 15;
    /** Two tones nearer than this melt into one that beats. */
    private static final int APART = 2;

    private static final double FLOOR = Level.power(-38.5);
    private static final double SINGLE_SHARE = 0.8;
    private static final double DUAL_SHARE = 0.7;

    private final HighPass hum = new HighPass(120, 2);
    private final Correlator correlator = new Correlator(bins());
    private final double[][] re = new double[2][BINS];
    private final double[][] im = new double[2][BINS];
    private final double[] power = new double[BINS];
    private final double[] energy = new double[2];
    private int now;
    private int inSlice;

    private double hz;
    private double secondHz;
    private double tonePower;
    private double allPower;
    private double allowed;

    private static int[] bins() {
        int[] bins = new int[BINS];
        for (int k = 0; k < BINS; k++) {
            bins[k] = LOWEST + k * STEP;
        }
        return bins;
    }

    /** Takes one sample; true when a new look has been taken. */
    boolean add(short sample) {
        correlator.add(hum.next(sample));
        if (++inSlice < SLICE) {
            return false;
        }
        inSlice = 0;
        now = 1 - now;
        energy[now] = correlator.take(re[now], im[now]);
        look();
        return true;
    }

    /** So much (a mean square) of what is heard may be what a canceller and the codec leave of our own sound: it counts for nothing. */
    void allow(double power) {
        allowed = power;
    }

    /** Frequency of the single or the lower tone, 0 when there is none. */
    double hz() {
        return hz;
    }

    /** Frequency of the higher of two tones, 0 when there is only one. */
    double secondHz() {
        return secondHz;
    }

    /** Mean square of everything heard. */
    double power() {
        return allPower;
    }

    /** Mean square of the tone alone. */
    double tonePower() {
        return tonePower;
    }

    /** Whether what is heard is a tone and nothing else. */
    boolean isTone() {
        return hz > 0;
    }

    private void look() {
        allPower = Math.max(0, (energy[0] + energy[1]) / WINDOW - allowed);
        hz = 0;
        secondHz = 0;
        int best = 0;
        for (int k = 0; k < BINS; k++) {
            double r = re[0][k] + re[1][k];
            double i = im[0][k] + im[1][k];
            power[k] = (r * r + i * i) * 2 / ((double) WINDOW * WINDOW);
            best = power[k] > power[best] ? k : best;
        }
        if (power[best] < FLOOR / 2) {
            return;
        }
        double first = corrected(best);
        int other = second(best);
        double both = first + corrected(other);
        if (first > SINGLE_SHARE * allPower && first > FLOOR) {
            tonePower = first;
            hz = frequency(best);
        } else if (both > DUAL_SHARE * allPower && power[other] * 10 > power[best] && power[other] > FLOOR / 2) {
            tonePower = both;
            hz = frequency(Math.min(best, other));
            secondHz = frequency(Math.max(best, other));
        }
    }

    private int second(int best) {
        int other = best < APART ? BINS - 1 : 0;
        for (int k = 0; k < BINS; k++) {
            if (Math.abs(k - best) >= APART && power[k] > power[other]) {
                other = k;
            }
        }
        return other;
    }

    private double deviation(int k) {
        int last = 1 - now;
        double r = re[now][k] * re[last][k] + im[now][k] * im[last][k];
        double i = im[now][k] * re[last][k] - re[now][k] * im[last][k];
        return Math.atan2(i, r) / (2 * Math.PI) * Frame.SAMPLE_RATE / SLICE;
    }

    private double frequency(int k) {
        return LOWEST + k * STEP + deviation(k);
    }

    /** Makes good what the window loses of a tone between two bins. */
    private double corrected(int k) {
        double x = Math.PI * Math.min(STEP, Math.abs(deviation(k))) * WINDOW / Frame.SAMPLE_RATE;
        double loss = x < 1e-3 ? 1 : Math.sin(x) / x;
        return Math.min(power[k] / (loss * loss), allPower + allowed);
    }
}
