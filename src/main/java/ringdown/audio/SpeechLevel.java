package ringdown.audio;

import java.util.Arrays;

/**
 * Active speech level and activity factor by ITU-T P.56 (12/2011) method B: the level of the speech while somebody is
 * speaking, whatever pauses lie between.
 */
public final class SpeechLevel {
    private static final double TIME_CONSTANT_SECONDS = 0.03;
    private static final int HANGOVER_SAMPLES = Frame.SAMPLE_RATE / 5;
    private static final double MARGIN_DB = 15.9;
    private static final int THRESHOLDS = 16;
    private static final double SMOOTH = Math.exp(-1.0 / (Frame.SAMPLE_RATE * TIME_CONSTANT_SECONDS));

    private final long[] active = new long[THRESHOLDS];
    private final int[] hangover = new int[THRESHOLDS];
    private long samples;
    private double squares;
    private double first;
    private double envelope;

    public SpeechLevel() {
        Arrays.fill(hangover, HANGOVER_SAMPLES);
    }

    /** Measures a block. */
    public void process(short[] block, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            squares += (double) block[i] * block[i];
            first = SMOOTH * first + (1 - SMOOTH) * Math.abs(block[i]);
            envelope = SMOOTH * envelope + (1 - SMOOTH) * first;
            count();
        }
        samples += length;
    }

    /** Thresholds are powers of two, 1 to 32768 (P.56 §7, table of c_j). */
    private void count() {
        for (int j = 0; j < THRESHOLDS; j++) {
            if (envelope >= 1 << j) {
                active[j]++;
                hangover[j] = 0;
            } else if (hangover[j] < HANGOVER_SAMPLES) {
                active[j]++;
                hangover[j]++;
            }
        }
    }

    /** Active speech level in dBm0; {@link Level#SILENCE_DBM0} when nothing was active. */
    public double dbm0() {
        double lastDistance = 0;
        double lastLevel = Level.SILENCE_DBM0;
        for (int j = 0; j < THRESHOLDS && active[j] > 0; j++) {
            double level = Level.dbm0OfPower(squares / active[j]);
            double distance = level - Level.dbm0(1 << j) - MARGIN_DB;
            if (distance <= 0) {
                double part = j == 0 ? 1 : lastDistance / (lastDistance - distance);
                return j == 0 ? level : lastLevel + part * (level - lastLevel);
            }
            lastDistance = distance;
            lastLevel = level;
        }
        return lastLevel;
    }

    /** Share of the time in which somebody spoke, 0 to 1. */
    public double activity() {
        double level = dbm0();
        return samples == 0 || level <= Level.SILENCE_DBM0 ? 0 : squares / samples / Level.power(level);
    }
}
