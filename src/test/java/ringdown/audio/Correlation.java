package ringdown.audio;

import java.util.Arrays;

/**
 * How much of a sound arrived: normalised correlation of what was played with what was heard, at the lag that fits best. 8 kHz.
 *
 * @param value 1: the same sound
 * @param lag samples that the heard one is behind
 */
public record Correlation(double value, int lag) {
    private static final int TEMPLATE = 4_000;

    /** Finds the lag with half a second from the middle of what was played, then measures over all that overlaps. */
    public static Correlation of(short[] played, short[] heard) {
        int start = Math.max(0, played.length / 2 - TEMPLATE / 2);
        short[] template = Arrays.copyOfRange(played, start, Math.min(played.length, start + TEMPLATE));
        int best = 0;
        double most = -2;
        for (int at = 0; at + template.length <= heard.length; at++) {
            double fit = normalised(template, 0, heard, at, template.length);
            if (fit > most) {
                most = fit;
                best = at;
            }
        }
        int lag = best - start;
        int from = Math.max(0, -lag);
        int length = Math.min(played.length - from, heard.length - from - lag);
        return new Correlation(length <= 0 ? 0 : normalised(played, from, heard, from + lag, length), lag);
    }

    private static double normalised(short[] a, int fromA, short[] b, int fromB, int length) {
        double ab = 0;
        double aa = 1e-9;
        double bb = 1e-9;
        for (int i = 0; i < length; i++) {
            double x = a[fromA + i];
            double y = b[fromB + i];
            ab += x * y;
            aa += x * x;
            bb += y * y;
        }
        return ab / Math.sqrt(aa * bb);
    }

    /** Something like speech: syllables of a voiced buzz whose pitch never comes twice, from the seed. */
    public static short[] babble(long seed, int seconds) {
        java.util.random.RandomGenerator seeded = new java.util.SplittableRandom(seed);
        short[] sound = new short[seconds * 8000];
        double phase = 0;
        int at = 0;
        while (at < sound.length) {
            int syllable = 800 + seeded.nextInt(2_400);
            double pitch = 90 + seeded.nextInt(160);
            double glide = (seeded.nextDouble() - 0.5) * 60;
            for (int i = 0; i < syllable && at < sound.length; i++, at++) {
                phase += 2 * Math.PI * (pitch + glide * i / syllable) / 8000;
                double envelope = Math.sin(Math.PI * i / syllable);
                double voice = Math.sin(phase)
                        + 0.7 * Math.sin(3 * phase)
                        + 0.5 * Math.sin(7 * phase)
                        + 0.2 * Math.sin(11 * phase);
                sound[at] = (short) (4_000 * envelope * (voice + 0.1 * (seeded.nextDouble() - 0.5)));
            }
            at += seeded.nextInt(400);
        }
        return sound;
    }
}
