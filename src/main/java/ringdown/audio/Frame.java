package ringdown.audio;

/** The house's sound format: linear 16-bit mono at 8 kHz, handled in ticks of 10 ms. */
public final class Frame {
    /** Samples per second. */
    public static final int SAMPLE_RATE = 8000;

    /** Samples of one tick. */
    public static final int SAMPLES = 80;

    /** Length of one tick in milliseconds. */
    public static final int MILLIS = 10;

    private static final int SAMPLES_PER_MILLI = SAMPLE_RATE / 1000;

    private Frame() {}

    /** A new silent frame of one tick. */
    public static short[] silence() {
        return new short[SAMPLES];
    }

    /** How many samples last {@code millis}. */
    public static int samples(int millis) {
        return Math.multiplyExact(millis, SAMPLES_PER_MILLI);
    }

    /** How long {@code samples} last, in milliseconds, rounded down. */
    public static long millis(long samples) {
        return samples / SAMPLES_PER_MILLI;
    }
}
