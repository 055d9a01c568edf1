package ringdown.proof;

/** The fast Fourier transform, radix 2, in place. */
final class Fourier {
    private Fourier() {}

    static void forward(double[] re, double[] im) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(re, i, j);
                swap(im, i, j);
            }
        }
        for (int length = 2; length <= n; length <<= 1) {
            stage(re, im, length);
        }
    }

    private static void stage(double[] re, double[] im, int length) {
        int half = length / 2;
        for (int k = 0; k < half; k++) {
            double angle = -2 * Math.PI * k / length;
            double c = Math.cos(angle);
            double s = Math.sin(angle);
            for (int i = k; i < re.length; i += length) {
                double x = re[i + half] * c - im[i + half] * s;
                double y = re[i + half] * s + im[i + half] * c;
                re[i + half] = re[i] - x;
                im[i + half] = im[i] - y;
                re[i] += x;
                im[i] += y;
            }
        }
    }

    private static void swap(double[] a, int i, int j) {
        double t = a[i];
        a[i] = a[j];
        a[j] = t;
    }
}
