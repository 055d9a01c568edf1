package ringdown.prompts;

/**
 * The music on hold, made by rule and owned by nobody: a slow round of four broken chords under a melody in C, plucked
 * tones that die away, -26 dBm0. It ends where it began and can be played in a loop. Stateless.
 */
final class Melody {
    static final double DBM0 = -26;
    private static final int RATE = 8000;
    private static final int STEP = RATE * 3 / 8;
    private static final int BARS = 10;
    /** Semitones above middle C of the broken chords, one bar each: C, Am, F, G twice, then F, C. */
    private static final int[][] CHORDS = {
        {0, 4, 7, 12}, {-3, 0, 4, 9}, {-7, 0, 5, 9}, {-5, 2, 7, 11}, {0, 4, 7, 12},
        {-3, 0, 4, 9}, {-7, 0, 5, 9}, {-5, 2, 7, 11}, {-7, 0, 5, 9}, {0, 4, 7, 12}
    };
    /** The melody, two notes a bar. */
    private static final int[] TUNE = {16, 19, 12, 16, 9, 12, 14, 11, 12, 16, 21, 19, 17, 14, 11, 14, 9, 5, 7, 4};

    private Melody() {}

    static short[] samples() {
        var sum = new double[BARS * 8 * STEP];
        for (int bar = 0; bar < BARS; bar++) {
            for (int step = 0; step < 8; step++) {
                int rise = step < 5 ? step % 4 : 8 - step;
                pluck(sum, (bar * 8 + step) * STEP, CHORDS[bar][rise], step == 0 ? 0.8 : 0.5);
            }
            pluck(sum, bar * 8 * STEP, TUNE[bar * 2], 1);
            pluck(sum, (bar * 8 + 4) * STEP, TUNE[bar * 2 + 1], 0.9);
        }
        return Mastering.levelled(rounded(sum), DBM0);
    }

    /** Adds a tone with four soft harmonics; its end runs over into the beginning, so the loop has no seam. */
    private static void pluck(double[] sum, int at, int semitones, double loudness) {
        double turn = 2 * Math.PI * 261.63 * Math.pow(2, semitones / 12.0) / RATE;
        for (int i = 0; i < RATE * 2; i++) {
            double rise = Math.min(1, i / (0.012 * RATE));
            double value = 0;
            for (int harmonic = 1; harmonic <= 4; harmonic++) {
                value += Math.sin(turn * harmonic * i) * Math.exp(-harmonic * 1.6 * i / RATE) / (harmonic * harmonic);
            }
            double end = Math.min(1, (RATE * 2 - i) / (0.1 * RATE));
            sum[(at + i) % sum.length] += loudness * rise * end * value;
        }
    }

    private static short[] rounded(double[] sum) {
        var samples = new short[sum.length];
        for (int i = 0; i < sum.length; i++) {
            samples[i] = (short) Math.round(3000 * sum[i]);
        }
        return samples;
    }
}
