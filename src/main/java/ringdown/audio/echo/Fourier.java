package ringdown.audio.echo;

/** Discrete Fourier transform of a power of two of real samples, by a complex one of half the length. Belongs to one thread. */
final class Fourier {
    private final int half;
    private final double[] cos;
    private final double[] sin;
    private final int[] reversed;
    private final double[] re;
    private final double[] im;

    /** {@code size}: samples, a power of two. */
    Fourier(int size) {
        half = size / 2;
        cos = new double[half + 1];
        sin = new double[half + 1];
        reversed = new int[half];
        re = new double[half];
        im = new double[half];
        int shift = 32 - Integer.numberOfTrailingZeros(half);
        for (int k = 0; k <= half; k++) {
            cos[k] = Math.cos(2 * Math.PI * k / size);
            sin[k] = Math.sin(2 * Math.PI * k / size);
        }
        for (int k = 0; k < half; k++) {
            reversed[k] = Integer.reverse(k) >>> shift;
        }
    }

    /** From {@code size} samples to the bins 0 to {@code size / 2}. */
    void forward(double[] time, double[] real, double[] imaginary) {
        for (int k = 0; k < half; k++) {
            re[reversed[k]] = time[2 * k];
            im[reversed[k]] = time[2 * k + 1];
        }
        complex(1);
        for (int k = 0; k <= half; k++) {
            int a = k == half ? 0 : k;
            int b = k == 0 ? 0 : half - k;
            double evenRe = 0.5 * (re[a] + re[b]);
            double evenIm = 0.5 * (im[a] - im[b]);
            double oddRe = 0.5 * (im[a] + im[b]);
            double oddIm = -0.5 * (re[a] - re[b]);
            real[k] = evenRe + cos[k] * oddRe + sin[k] * oddIm;
            imaginary[k] = evenIm + cos[k] * oddIm - sin[k] * oddRe;
        }
    }

    /** And back. */
    void inverse(double[] real, double[] imaginary, double[] time) {
        for (int k = 0; k < half; k++) {
            double evenRe = 0.5 * (real[k] + real[half - k]);
            double evenIm = 0.5 * (imaginary[k] - imaginary[half - k]);
            double differenceRe = 0.5 * (real[k] - real[half - k]);
            double differenceIm = 0.5 * (imaginary[k] + imaginary[half - k]);
            double oddRe = cos[k] * differenceRe - sin[k] * differenceIm;
            double oddIm = cos[k] * differenceIm + sin[k] * differenceRe;
            re[reversed[k]] = evenRe - oddIm;
            im[reversed[k]] = evenIm + oddRe;
        }
        complex(-1);
        for (int k = 0; k < half; k++) {
            time[2 * k] = re[k] / half;
            time[2 * k + 1] = im[k] / half;
        }
    }

    /** In place, from bit-reversed order; {@code sign} 1 forward, -1 back. */
    private void complex(int sign) {
        for (int span = 1; span < half; span *= 2) {
            // cos and sin are of the whole length: a turn of this stage is half / span of its steps.
            int step = half / span;
            for (int j = 0; j < span; j++) {
                double wr = cos[j * step];
                double wi = -sign * sin[j * step];
                for (int k = j; k < half; k += 2 * span) {
                    butterfly(k, k + span, wr, wi);
                }
            }
        }
    }

    private void butterfly(int a, int b, double wr, double wi) {
        double tr = re[b] * wr - im[b] * wi;
        double ti = re[b] * wi + im[b] * wr;
        re[b] = re[a] - tr;
        im[b] = im[a] - ti;
        re[a] += tr;
        im[a] += ti;
    }
}
