package ringdown.proof;

/** The fast Fourier transform of one length, a power of two: radix 2, in place; the factors are reckoned once. */
final class Fourier {
    private final int length;
    private final double[] cosines;
    private final double[] sines;

    Fourier(int length) {
        this.length = length;
        cosines = new double[length / 2];
        sines = new double[length / 2];
        for (int k = 0; k < length / 2; k++) {
            cosines[k] = Math.cos(-2 * Math.PI * k / length);
            sines[k] = Math.sin(-2 * Math.PI * k / length);
        }
    }

    void forward(double[] re, double[] im) {
        for (int i = 1, j = 0; i < length; i++) {
            int bit = length >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(re, i, j);
                swap(im, i, j);
            }
        }
        for (int half = 1; half < length; half <<= 1) {
            for (int from = 0; from < length; from += 2 * half) {
                butterflies(re, im, from, half);
            }
        }
    }

    private void butterflies(double[] re, double[] im, int from, int half) {
        int step = length / (2 * half);
        for (int k = 0; k < half; k++) {
            double c = cosines[k * step];
            double s = sines[k * step];
            int up = from + k;
            int low = up + half;
            double x = re[low] * c - im[low] * s;
            double y = re[low] * s + im[low] * c;
            re[low] = re[up] - x;
            im[low] = im[up] - y;
            re[up] += x;
            im[up] += y;
        }
    }

    private static void swap(double[] a, int i, int j) {
        double t = a[i];
        a[i] = a[j];
        a[j] = t;
    }
}
