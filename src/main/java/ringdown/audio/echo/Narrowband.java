package ringdown.audio.echo;

import ringdown.audio.Frame;

/**
 * Tells tones from speech by how well two coefficients predict the signal: a filter that learned from a tone alone would
 * be wrong everywhere else (ITU-T G.168 test 6).
 */
final class Narrowband {
    private static final double KEEP = 1 - 1.0 / Frame.samples(24);
    private static final double TONE_SHARE = 0.003;

    private double r0;
    private double r1;
    private double r2;
    private double last;
    private double beforeLast;

    void add(double x) {
        r0 = KEEP * r0 + x * x;
        r1 = KEEP * r1 + x * last;
        r2 = KEEP * r2 + x * beforeLast;
        beforeLast = last;
        last = x;
    }

    /** Whether second-order prediction leaves less than a few thousandths of the energy. */
    boolean isTone() {
        double determinant = r0 * r0 - r1 * r1;
        if (r0 < 1 || determinant <= 0) {
            return r0 >= 1;
        }
        double a = r1 * (r0 - r2) / determinant;
        double b = (r0 * r2 - r1 * r1) / determinant;
        return r0 - a * r1 - b * r2 < TONE_SHARE * r0;
    }
}
