package ringdown.audio;

/** Butterworth low pass as a chain of biquads. Belongs to one thread. */
public final class LowPass {
    private final Biquad[] sections;

    /** A filter of even {@code order} whose response is 3 dB down at {@code hz}. */
    public LowPass(double hz, int order) {
        sections = Biquad.butterworth(hz, order, false);
    }

    /** A block through the filter, in place. */
    public void process(double[] block, int length) {
        for (Biquad section : sections) {
            section.process(block, length);
        }
    }
}
