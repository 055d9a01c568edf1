package ringdown.audio;

/** A filter section of second order, direct form II transposed. Belongs to one thread. */
final class Biquad {
    private final double b0;
    private final double b1;
    private final double a1;
    private final double a2;
    private double first;
    private double second;

    /** Zeros of both kinds here lie together: the third coefficient is the first. */
    private Biquad(double b0, double b1, double a1, double a2) {
        this.b0 = b0;
        this.b1 = b1;
        this.a1 = a1;
        this.a2 = a2;
    }

    /** The sections of a Butterworth filter of even order, 3 dB down at {@code hz}. */
    static Biquad[] butterworth(double hz, int order, boolean high) {
        var sections = new Biquad[order / 2];
        double w = 2 * Math.PI * hz / Frame.SAMPLE_RATE;
        for (int k = 0; k < sections.length; k++) {
            double q = 1 / (2 * Math.cos(Math.PI * (2 * k + 1) / (2.0 * order)));
            double alpha = Math.sin(w) / (2 * q);
            double a0 = 1 + alpha;
            double b = (high ? 1 + Math.cos(w) : 1 - Math.cos(w)) / 2 / a0;
            sections[k] = new Biquad(b, high ? -2 * b : 2 * b, -2 * Math.cos(w) / a0, (1 - alpha) / a0);
        }
        return sections;
    }

    double next(double x) {
        double y = b0 * x + first;
        first = b1 * x - a1 * y + second;
        second = b0 * x - a2 * y;
        return y;
    }

    void process(double[] block, int length) {
        double one = first;
        double two = second;
        for (int i = 0; i < length; i++) {
            double x = block[i];
            double y = b0 * x + one;
            one = b1 * x - a1 * y + two;
            two = b0 * x - a2 * y;
            block[i] = y;
        }
        first = one;
        second = two;
    }
}
