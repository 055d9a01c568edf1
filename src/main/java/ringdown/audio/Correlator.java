package ringdown.audio;

import java.util.Arrays;

/**
 * Complex correlation of the input with a set of whole frequencies over consecutive slices, against references that run
 * on from slice to slice: sums of neighbouring slices are windows of any length, and the turn of phase between two
 * windows is the deviation of the tone from its nominal frequency. Belongs to one thread.
 */
public final class Correlator {
    private static final double[] COS = new double[Frame.SAMPLE_RATE];

    static {
        for (int i = 0; i < COS.length; i++) {
            COS[i] = Math.cos(2 * Math.PI * i / COS.length);
        }
    }

    private final int[] hz;
    private final int[] phase;
    private final double[] re;
    private final double[] im;
    private double energy;

    /** Correlates with {@code hz}, whole Hz below half the sample rate. */
    public Correlator(int... hz) {
        this.hz = hz.clone();
        phase = new int[hz.length];
        re = new double[hz.length];
        im = new double[hz.length];
    }

    /** Takes one sample into the running slice. */
    public void add(double sample) {
        energy += sample * sample;
        for (int k = 0; k < hz.length; k++) {
            int at = phase[k];
            int quarter = at + Frame.SAMPLE_RATE * 3 / 4;
            re[k] += sample * COS[at];
            im[k] -= sample * COS[quarter >= Frame.SAMPLE_RATE ? quarter - Frame.SAMPLE_RATE : quarter];
            int next = at + hz[k];
            phase[k] = next >= Frame.SAMPLE_RATE ? next - Frame.SAMPLE_RATE : next;
        }
    }

    /** Ends the slice: moves its sums into the given arrays, begins a new one, returns the sum of squares. */
    public double take(double[] intoRe, double[] intoIm) {
        System.arraycopy(re, 0, intoRe, 0, hz.length);
        System.arraycopy(im, 0, intoIm, 0, hz.length);
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
        double sum = energy;
        energy = 0;
        return sum;
    }
}
