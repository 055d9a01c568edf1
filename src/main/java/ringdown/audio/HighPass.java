package ringdown.audio;

/**
 * Butterworth high pass as a chain of biquads, for detectors that must not see what lies below their band: DC of cheap
 * codecs, mains hum, dial tone. Belongs to one thread.
 */
public final class HighPass {
    private final Biquad[] sections;

    /** A filter of even {@code order} whose response is 3 dB down at {@code hz}. */
    public HighPass(double hz, int order) {
        sections = Biquad.butterworth(hz, order, true);
    }

    /** One sample through the filter. */
    public double next(double in) {
        double x = in;
        for (Biquad section : sections) {
            x = section.next(x);
        }
        return x;
    }

    /** A block through the filter, in place: the same as sample by sample, and cheaper. */
    public void process(double[] block, int length) {
        for (Biquad section : sections) {
            section.process(block, length);
        }
    }
}
