package ringdown.audio;

/**
 * Quiet noise for gaps that would sound like a dead line, at the level last measured in the pauses of the talker (RFC
 * 3389 in spirit). Belongs to one thread.
 */
public final class ComfortNoise {
    private static final double LOUDEST_DBM0 = -45;
    private static final double FLOOR_RISE = 1.0 / 400;

    private double power = Level.power(-65);
    private int seed = 0x2545F491;
    private double last;

    /** Learns the background from sound that is heard: it follows down at once and up slowly. */
    public void learn(short[] samples, int offset, int length) {
        double sum = 0;
        for (int i = offset; i < offset + length; i++) {
            sum += (double) samples[i] * samples[i];
        }
        double mean = length == 0 ? power : sum / length;
        power = mean < power ? mean : power + FLOOR_RISE * (mean - power);
        power = Math.min(power, Level.power(LOUDEST_DBM0));
    }

    /** Fills a block. */
    public void read(short[] out, int offset, int length) {
        // Uniform noise through a one-pole low pass: 3 times its variance is the range, 1.9 makes good the filter.
        double range = Math.sqrt(power * 3) * 1.9;
        for (int i = offset; i < offset + length; i++) {
            seed ^= seed << 13;
            seed ^= seed >>> 17;
            seed ^= seed << 5;
            last = 0.56 * last + 0.44 * range * (seed / (double) Integer.MAX_VALUE);
            out[i] = Mixing.saturate((int) Math.round(last));
        }
    }
}
