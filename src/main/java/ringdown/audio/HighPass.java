package ringdown.audio;

/**
 * Butterworth high pass as a chain of biquads, for detectors that must not see what lies below their band: DC of cheap
 * codecs, mains hum, dial tone. Belongs to one thread.
 */
public final class HighPass {
    private final double[][] sections;
    private final double[][] state;

    /** A filter of even {@code order} whose response is 3 dB down at {@code hz}. */
    public HighPass(double hz, int order) {
        sections = new double[order / 2][];
        state = new double[order / 2][2];
        double w = 2 * Math.PI * hz / Frame.SAMPLE_RATE;
        for (int k = 0; k < sections.length; k++) {
            double q = 1 / (2 * Math.cos(Math.PI * (2 * k + 1) / (2.0 * order)));
            double alpha = Math.sin(w) / (2 * q);
            double a0 = 1 + alpha;
            double b = (1 + Math.cos(w)) / 2 / a0;
            sections[k] = new double[] {b, -2 * b, b, -2 * Math.cos(w) / a0, (1 - alpha) / a0};
        }
    }

    /** One sample through the filter. */
    public double next(double in) {
        double x = in;
        for (int k = 0; k < sections.length; k++) {
            double[] c = sections[k];
            double[] s = state[k];
            double y = c[0] * x + s[0];
            s[0] = c[1] * x - c[3] * y + s[1];
            s[1] = c[2] * x - c[4] * y;
            x = y;
        }
        return x;
    }
}
