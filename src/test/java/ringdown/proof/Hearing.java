package ringdown.proof;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What a sound is like: how much of another is in it, how loud it is, where a tone stands in it. */
final class Hearing {
    private static final int RATE = 8000;
    private static final int WINDOW = 160;

    private Hearing() {}

    /**
     * The liveliest {@code seconds} of what was heard, looked for in what was said: normalised correlation, 0 to 1, of the middle one
     * of its half seconds, so that a frame that the machine delayed does not spoil the whole.
     */
    static double alike(short[] heard, short[] said, double seconds) {
        short[] piece = liveliest(heard, (int) (seconds * RATE));
        int half = RATE / 2;
        double[] each = IntStream.range(0, piece.length / half)
                .mapToDouble(i -> best(Arrays.copyOfRange(piece, i * half, (i + 1) * half), said))
                .sorted()
                .toArray();
        return each.length == 0 ? 0 : each[each.length / 2];
    }

    /** The loudest stretch of that many samples, or all there is. */
    static short[] liveliest(short[] sound, int samples) {
        if (sound.length <= samples) {
            return sound;
        }
        double energy = 0;
        double most = -1;
        int at = 0;
        for (int i = 0; i < sound.length; i++) {
            energy += square(sound[i]);
            if (i >= samples) {
                energy -= square(sound[i - samples]);
            }
            if (i >= samples - 1 && energy > most) {
                most = energy;
                at = i - samples + 1;
            }
        }
        return Arrays.copyOfRange(sound, at, at + samples);
    }

    /** The best normalised correlation of the piece at any place of the sound. */
    static double best(short[] piece, short[] sound) {
        int size = Integer.highestOneBit(sound.length + piece.length) * 2;
        double[] a = new double[size];
        double[] ai = new double[size];
        double[] b = new double[size];
        double[] bi = new double[size];
        for (int i = 0; i < sound.length; i++) {
            a[i] = sound[i];
        }
        for (int i = 0; i < piece.length; i++) {
            b[i] = piece[i];
        }
        Fourier.forward(a, ai);
        Fourier.forward(b, bi);
        for (int i = 0; i < size; i++) {
            double re = a[i] * b[i] + ai[i] * bi[i];
            ai[i] = -(ai[i] * b[i] - a[i] * bi[i]);
            a[i] = re;
        }
        Fourier.forward(a, ai);
        return highest(a, piece, sound);
    }

    private static double highest(double[] products, short[] piece, short[] sound) {
        double pieceEnergy = energy(piece);
        double energy = 0;
        double best = 0;
        for (int i = 0; i < Math.min(piece.length, sound.length); i++) {
            energy += square(sound[i]);
        }
        for (int at = 0; at + piece.length <= sound.length; at++) {
            double norm = Math.sqrt(energy * pieceEnergy);
            if (norm > 1) {
                best = Math.max(best, products[at] / products.length / norm);
            }
            if (at + piece.length < sound.length) {
                energy += square(sound[at + piece.length]) - square(sound[at]);
            }
        }
        return best;
    }

    private static double energy(short[] sound) {
        double sum = 0;
        for (short s : sound) {
            sum += square(s);
        }
        return sum;
    }

    private static double square(short s) {
        return (double) s * s;
    }

    /** Root mean square in dB under full scale. */
    static double level(short[] sound) {
        return sound.length == 0 ? -120 : 10 * Math.log10(energy(sound) / sound.length / (32768.0 * 32768) + 1e-12);
    }

    /** Seconds of it that are louder than -45 dB under full scale. */
    static double lively(short[] sound) {
        int windows = 0;
        for (int i = 0; i + WINDOW <= sound.length; i += WINDOW) {
            windows += level(Arrays.copyOfRange(sound, i, i + WINDOW)) > -45 ? 1 : 0;
        }
        return windows * (double) WINDOW / RATE;
    }

    /** Where a tone of that frequency stands for at least so long, in seconds from the beginning; -1: nowhere. */
    static double toneAt(short[] sound, double hertz, double atLeast) {
        int run = 0;
        for (int i = 0; i + WINDOW <= sound.length; i += WINDOW) {
            run = isTone(sound, i, hertz) ? run + 1 : 0;
            if (run * WINDOW >= atLeast * RATE) {
                return (i + WINDOW - run * WINDOW) / (double) RATE;
            }
        }
        return -1;
    }

    private static boolean isTone(short[] sound, int from, double hertz) {
        double re = 0;
        double im = 0;
        double all = 0;
        for (int i = 0; i < WINDOW; i++) {
            double phase = 2 * Math.PI * hertz * i / RATE;
            re += sound[from + i] * Math.cos(phase);
            im += sound[from + i] * Math.sin(phase);
            all += square(sound[from + i]);
        }
        boolean loud = all / WINDOW > 300.0 * 300;
        return loud && 2 * (re * re + im * im) / WINDOW > 0.85 * all;
    }
}
