package ringdown.audio;

import java.util.Arrays;

/**
 * Complex correlation of the input with a set of whole frequencies over consecutive slices, against references that run
 * on from slice to slice: sums of neighbouring slices are windows of any length, and the turn of phase between two
 * windows is the deviation of the tone from its nominal frequency. Goertzel's recursion, one multiplication for each
 * sample and frequency; a slice is worked through at its end, frequency by frequency. Belongs to one thread.
 */
public final class Correlator {
    private static final double[] COS = new double[Frame.SAMPLE_RATE];

    static {
        for (int i = 0; i < COS.length; i++) {
            COS[i] = Math.cos(2 * Math.PI * i / COS.length);
        }
    }

    private final int[] hz;
    private double[] slice = new double[Frame.SAMPLES];
    private int length;
    private int phase;

    /** Correlates with {@code hz}, whole Hz below half the sample rate. */
    public Correlator(int... hz) {
        this.hz = hz.clone();
    }

    /** Takes one sample into the running slice. */
    public void add(double sample) {
        if (length == slice.length) {
            slice = Arrays.copyOf(slice, 2 * length);
        }
        slice[length++] = sample;
    }

    /** Ends the slice: puts its sums into the given arrays, begins a new one, returns the sum of squares. */
    public double take(double[] intoRe, double[] intoIm) {
        double energy = take(slice, length, intoRe, intoIm);
        length = 0;
        return energy;
    }

    /** A whole slice at once, for those who have it: sums into the given arrays, returns the sum of squares. */
    public double take(double[] samples, int count, double[] intoRe, double[] intoIm) {
        for (int k = 0; k < hz.length; k++) {
            correlate(k, samples, count, intoRe, intoIm);
        }
        phase = (phase + count) % Frame.SAMPLE_RATE;
        double energy = 0;
        for (int i = 0; i < count; i++) {
            energy += samples[i] * samples[i];
        }
        return energy;
    }

    private void correlate(int k, double[] samples, int count, double[] intoRe, double[] intoIm) {
        double cosine = COS[hz[k]];
        double twice = 2 * cosine;
        double one = 0;
        double two = 0;
        for (int i = 0; i < count; i++) {
            double now = samples[i] + twice * one - two;
            two = one;
            one = now;
        }
        // The recursion leaves the sum turned to the last sample: turned back to the phase of the running reference.
        double re = one - two * cosine;
        double im = two * sine(hz[k]);
        int turn = (int) ((long) (phase + count - 1) * hz[k] % Frame.SAMPLE_RATE);
        if (turn < 0) {
            turn += Frame.SAMPLE_RATE;
        }
        intoRe[k] = re * COS[turn] + im * sine(turn);
        intoIm[k] = im * COS[turn] - re * sine(turn);
    }

    private static double sine(int at) {
        int quarter = at + Frame.SAMPLE_RATE * 3 / 4;
        return COS[quarter >= Frame.SAMPLE_RATE ? quarter - Frame.SAMPLE_RATE : quarter];
    }
}
