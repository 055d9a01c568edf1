package ringdown.proof;

import java.util.Arrays;

/** What a sound is like: how much of another is in it, how loud it is, where a tone stands in it. */
final class Hearing {
    private static final int RATE = 8000;
    private static final int WINDOW = 160;

    private Hearing() {}

    /**
     * The liveliest {@code seconds} of what was heard, looked for in what was said: normalised correlation, 0 to 1, of the middle one
     * of its tenths of a second, those that are not silent. A jitter buffer that waits longer or less on a busy machine puts in or leaves
     * out 10 ms at a time, which spoils the tenth in which it happens and no other.
     */
    static double alike(short[] heard, short[] said, double seconds) {
        return middle(loud(liveliest(heard, (int) (seconds * RATE))), said);
    }

    /** The same by half seconds: for what must not be there, since a tenth of any voice stands somewhere in any other. */
    static double same(short[] heard, short[] said, double seconds) {
        return middle(Correlation.cut(liveliest(heard, (int) (seconds * RATE)), RATE / 2), said);
    }

    /** How much of what was heard was said, 0 to 1: the share of its tenths of a second, those that are not silent. */
    static double share(short[] heard, short[] said) {
        double[] each = best(loud(heard), said);
        return each.length == 0 ? 0 : Arrays.stream(each).filter(b -> b >= 0.95).count() / (double) each.length;
    }

    private static short[][] loud(short[] heard) {
        return Arrays.stream(Correlation.cut(heard, RATE / 10))
                .filter(tenth -> level(tenth) > -45)
                .toArray(short[][]::new);
    }

    private static double middle(short[][] pieces, short[] said) {
        double[] each = Arrays.stream(best(pieces, said)).sorted().toArray();
        return each.length == 0 ? 0 : each[each.length / 2];
    }

    private static double[] best(short[][] pieces, short[] said) {
        return pieces.length == 0 || said.length < pieces[0].length
                ? new double[0]
                : new Correlation(said, pieces[0].length).best(pieces);
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

    /** Where a tone of that frequency stands without a break for at least so long, in seconds from the beginning; -1: nowhere. */
    static double toneAt(short[] sound, double hertz, double atLeast) {
        boolean[] tone = windowsOf(sound, hertz);
        int run = 0;
        for (int i = 0; i < tone.length; i++) {
            run = tone[i] ? run + 1 : 0;
            if (run * WINDOW >= atLeast * RATE) {
                return (i + 1 - run) * WINDOW / (double) RATE;
            }
        }
        return -1;
    }

    /**
     * Where the message tone (1400 Hz for 0.4 s) stands: half of it is enough, in one piece or in many, since it comes once only
     * and a busy machine may tear it. In seconds from the beginning; -1: nowhere.
     */
    static double messageTone(short[] sound) {
        boolean[] tone = windowsOf(sound, 1400);
        for (int i = 0; i + 10 <= tone.length; i++) {
            int seen = 0;
            for (int k = i; k < Math.min(i + 30, tone.length); k++) {
                seen += tone[k] ? 1 : 0;
            }
            if (tone[i] && seen >= 10) {
                return i * WINDOW / (double) RATE;
            }
        }
        return -1;
    }

    private static boolean[] windowsOf(short[] sound, double hertz) {
        double[] cosines = new double[WINDOW];
        double[] sines = new double[WINDOW];
        for (int i = 0; i < WINDOW; i++) {
            cosines[i] = Math.cos(2 * Math.PI * hertz * i / RATE);
            sines[i] = Math.sin(2 * Math.PI * hertz * i / RATE);
        }
        boolean[] tone = new boolean[sound.length / WINDOW];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = isTone(sound, i * WINDOW, cosines, sines);
        }
        return tone;
    }

    private static boolean isTone(short[] sound, int from, double[] cosines, double[] sines) {
        double re = 0;
        double im = 0;
        double all = 0;
        for (int i = 0; i < WINDOW; i++) {
            re += sound[from + i] * cosines[i];
            im += sound[from + i] * sines[i];
            all += square(sound[from + i]);
        }
        boolean loud = all / WINDOW > 300.0 * 300;
        return loud && 2 * (re * re + im * im) / WINDOW > 0.85 * all;
    }
}
