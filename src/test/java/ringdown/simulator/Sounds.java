package ringdown.simulator;

import java.util.Random;

/** Sounds for tests and how alike two of them are. */
final class Sounds {
    private Sounds() {}

    /** Something like speech: noise in syllables, band limited, about -18 dBm0. */
    static short[] speech(double seconds, long seed) {
        Random random = new Random(seed);
        short[] out = new short[(int) (seconds * 8000)];
        double low = 0;
        double lower = 0;
        for (int i = 0; i < out.length; i++) {
            double white = random.nextGaussian();
            low += 0.5 * (white - low);
            lower += 0.1 * (low - lower);
            double syllable = 0.35 + 0.65 * Math.abs(Math.sin(Math.PI * i / 1400.0));
            out[i] = (short) Math.clamp(Math.round(4500 * syllable * (low - lower)), -30000, 30000);
        }
        return out;
    }

    /** Nothing but noise and the weak echo of one's own voice. */
    static boolean silent(short[] sound) {
        for (int at = 0; at + 80 <= sound.length; at += 80) {
            if (ringdown.audio.Level.dbm0(sound, at, 80) > -36) {
                return false;
            }
        }
        return true;
    }

    /** The best correlation of the piece anywhere within the sound, 0 to 1; looked for by its first second, then measured whole. */
    static double contains(short[] sound, short[] piece) {
        double best = 0;
        int at = 0;
        short[] head = java.util.Arrays.copyOf(piece, Math.min(piece.length, 4000));
        for (int shift = 0; shift + piece.length <= sound.length; shift++) {
            double like = correlation(sound, shift, head, 7);
            if (like > best) {
                best = like;
                at = shift;
            }
        }
        return sound.length < piece.length ? 0 : correlation(sound, at, piece, 1);
    }

    private static double correlation(short[] sound, int shift, short[] piece, int step) {
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < piece.length; i += step) {
            double x = sound[shift + i];
            double y = piece[i];
            xy += x * y;
            xx += x * x;
            yy += y * y;
        }
        return xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
    }
}
