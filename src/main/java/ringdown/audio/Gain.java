package ringdown.audio;

/**
 * A gain; an amplifying one has a peak limiter behind it, so that loud moments are turned down instead of clipped.
 * Belongs to one thread.
 */
public final class Gain {
    /** Peaks of a sine at 0 dBm0: 3 dB below what the codec can carry. */
    private static final double CEILING = Level.amplitude(0);

    private static final double RELEASE = 1.0 / Frame.samples(80);

    private double factor;
    private double limit = 1;

    /** A gain of {@code db}, -60 to 40. */
    public Gain(double db) {
        set(db);
    }

    /** Changes the gain. */
    public void set(double db) {
        if (!(db >= -60 && db <= 40)) {
            throw new IllegalArgumentException("a gain is -60 to 40 dB, not " + db);
        }
        factor = Math.pow(10, db / 20);
    }

    /** One block, in place. */
    public void process(short[] samples, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            double value = samples[i] * factor;
            double peak = Math.abs(value) * limit;
            limit = peak > CEILING ? limit * CEILING / peak : limit + RELEASE * (1 - limit);
            samples[i] = Mixing.saturate((int) Math.round(value * (factor > 1 ? limit : 1)));
        }
    }
}
