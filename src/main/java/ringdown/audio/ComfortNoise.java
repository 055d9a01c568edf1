package ringdown.audio;

/**
 * Quiet noise for gaps that would sound like a dead line, at the level last measured in the pauses of the talker (RFC
 * 3389 in spirit). Belongs to one thread.
 */
public final class ComfortNoise {
    private static final double LOUDEST = Level.power(-38);
    private static final double QUIETEST = Level.power(-78);
    /** A talker's pauses bring it down at once, his words up by 4 dB a second at 50 blocks a second: he makes a pause before that is heard. */
    private static final double RISE = 1.02;

    /** The quietest of many short pieces of a noise lies below the noise. */
    private static final double FALL = 0.5;

    private double power = Level.power(-65);
    private int seed = 0x2545F491;
    private double last;

    /** Learns the background from sound that is heard: it follows down at once and up slowly. */
    public void learn(short[] samples, int offset, int length) {
        double sum = 0;
        for (int i = offset; i < offset + length; i++) {
            sum += (double) samples[i] * samples[i];
        }
        if (length > 0) {
            learn(sum / length);
        }
    }

    /** The same of a piece with that mean square. */
    public void learn(double meanSquare) {
        double next = meanSquare < power ? power + FALL * (meanSquare - power) : Math.min(meanSquare, power * RISE);
        power = Math.clamp(next, QUIETEST, LOUDEST);
    }

    /** Fills a block. */
    public void read(short[] out, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            out[i] = Mixing.saturate((int) Math.round(next()));
        }
    }

    /** One sample. */
    public double next() {
        // Uniform noise through a one-pole low pass: 3 times its variance is the range, 1.9 makes good the filter.
        double range = Math.sqrt(power * 3) * 1.9;
        seed ^= seed << 13;
        seed ^= seed >>> 17;
        seed ^= seed << 5;
        last = 0.56 * last + 0.44 * range * (seed / (double) Integer.MAX_VALUE);
        return last;
    }
}
