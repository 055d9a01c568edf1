package ringdown.audio.callerid;

import ringdown.audio.Frame;
import ringdown.audio.Level;
import ringdown.audio.Oscillator;

/**
 * FM discriminator for 1200 Bd around 1700 Hz, the centre of both modems, so that neither has to be known beforehand
 * and twist does not move the decision. Gives the frequency of every sample to {@link Bits}. Belongs to one thread.
 */
final class FskDemodulator {
    /** Takes what the discriminator says. */
    interface Bits {
        /**
         * One sample.
         *
         * @param hz deviation from 1700 Hz: negative is mark
         * @param carrier whether there is a signal at all
         */
        void sample(double hz, boolean carrier);
    }

    private static final double CENTRE = 1700;
    /** Hann taps: short, so that a weak bit between strong ones is not smeared over; rejects the image by 30 dB. */
    private static final double[] TAPS = hann(7);

    /** Power of the baseband at the weakest level taken: -40 dBm0, less the twist of the line and the filter's loss at the edges. */
    private static final double FLOOR = Level.power(-50) / 2;

    private static final double POWER_SMOOTH = 1.0 / 24;

    private final Bits bits;
    private final Oscillator cosine = new Oscillator(CENTRE);
    private final Oscillator sine = new Oscillator(CENTRE);
    private final double[] re = new double[TAPS.length];
    private final double[] im = new double[TAPS.length];
    private int at;
    private double lastRe;
    private double lastIm;
    private double power;

    FskDemodulator(Bits bits) {
        this.bits = bits;
        cosine.turn(0.25);
    }

    private static double[] hann(int length) {
        double[] taps = new double[length];
        for (int i = 0; i < length; i++) {
            taps[i] = (1 - Math.cos(2 * Math.PI * (i + 1) / (length + 1))) / (length + 1);
        }
        return taps;
    }

    void process(double sample) {
        re[at] = sample * cosine.next();
        im[at] = -sample * sine.next();
        at = at + 1 == TAPS.length ? 0 : at + 1;
        double i = 0;
        double q = 0;
        for (int k = 0; k < TAPS.length; k++) {
            int index = at + k < TAPS.length ? at + k : at + k - TAPS.length;
            i += TAPS[k] * re[index];
            q += TAPS[k] * im[index];
        }
        power += POWER_SMOOTH * (i * i + q * q - power);
        double turn = Math.atan2(q * lastRe - i * lastIm, i * lastRe + q * lastIm);
        lastRe = i;
        lastIm = q;
        bits.sample(turn * Frame.SAMPLE_RATE / (2 * Math.PI), power > FLOOR);
    }
}
