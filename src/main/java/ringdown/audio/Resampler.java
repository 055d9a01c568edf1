package ringdown.audio;

/**
 * Whole sounds from any rate to 8 kHz by windowed sinc (Kaiser, beta 8: stop band below -80 dB). The pass band reaches
 * to 3.4 kHz, the edge of telephony. Stateless.
 */
public final class Resampler {
    private static final double BETA = 8;
    private static final int ZERO_CROSSINGS = 24;

    private Resampler() {}

    /**
     * Resamples.
     *
     * @param in samples, full scale 32768
     * @param rate their rate in Hz
     * @return rounded and saturated samples at 8 kHz, as long in time as the input
     */
    public static short[] to8k(float[] in, int rate) {
        short[] out = new short[(int) ((long) in.length * Frame.SAMPLE_RATE / rate)];
        if (rate == Frame.SAMPLE_RATE) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Mixing.saturate(Math.round(in[i]));
            }
            return out;
        }
        long shared = gcd(rate, Frame.SAMPLE_RATE);
        int phases = (int) (Frame.SAMPLE_RATE / shared);
        double[][] filters = filters(phases, rate);
        long step = rate / shared;
        for (int i = 0; i < out.length; i++) {
            long position = i * step;
            out[i] = at(in, (int) (position / phases), filters[(int) (position % phases)]);
        }
        return out;
    }

    private static short at(float[] in, int centre, double[] filter) {
        int half = filter.length / 2;
        int from = Math.max(0, half - 1 - centre);
        int to = Math.min(filter.length, in.length - centre + half - 1);
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += in[centre - half + 1 + i] * filter[i];
        }
        return Mixing.saturate((int) Math.round(sum));
    }

    /** One filter for each place that an output sample can take between two input samples. */
    private static double[][] filters(int phases, int rate) {
        double ratio = Math.min(1, (double) Frame.SAMPLE_RATE / rate);
        double cutoff = ratio * 0.93; // the transition band lies between 3.4 and 4 kHz
        int half = (int) Math.ceil(ZERO_CROSSINGS / cutoff);
        double[][] filters = new double[phases][2 * half];
        for (int phase = 0; phase < phases; phase++) {
            double sum = 0;
            for (int i = 0; i < 2 * half; i++) {
                double x = i - half + 1 - (double) phase / phases;
                filters[phase][i] = cutoff * sinc(cutoff * x) * kaiser(x / half);
                sum += filters[phase][i];
            }
            for (int i = 0; i < 2 * half; i++) {
                filters[phase][i] /= sum;
            }
        }
        return filters;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double kaiser(double x) {
        return x * x >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x)) / bessel(BETA);
    }

    /** Modified Bessel function of the first kind, order zero, by its series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > sum * 1e-12; k++) {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
