package ringdown.audio.progress;

import ringdown.audio.Correlator;
import ringdown.audio.Frame;
import ringdown.audio.Level;

/**
 * Whether the box itself sends a tone of dial tone's frequency, such as ring back: what comes back of it over the hybrid, from which no
 * canceller learns, is nobody's dial tone. Belongs to one thread.
 */
final class OwnTone {
    private static final int FRAMES = 2;
    private static final double QUIET_DBM0 = -48;
    private static final double PURE = 0.6;
    /** No echo is less than 5 dB below what was sent. */
    private static final double WORST_ECHO = 0.32;
    /** The longest echo, 128 ms, and what a meter of bursts needs to see its end. */
    private static final int HOLD = 300 / Frame.MILLIS;

    private final Correlator correlator;
    private final double[] re;
    private final double[] im;
    private int inBlock;
    private int left;
    private double power;

    OwnTone(int... hz) {
        correlator = new Correlator(hz);
        re = new double[hz.length];
        im = new double[hz.length];
    }

    /** A frame that goes out. */
    void sent(short[] frame) {
        left = Math.max(0, left - 1);
        power = left == 0 ? 0 : power;
        for (short sample : frame) {
            correlator.add(sample);
        }
        if (++inBlock < FRAMES) {
            return;
        }
        inBlock = 0;
        double energy = correlator.take(re, im);
        int samples = FRAMES * Frame.SAMPLES;
        double tone = 0;
        for (int i = 0; i < re.length; i++) {
            tone += 2 * (re[i] * re[i] + im[i] * im[i]) / samples;
        }
        if (tone > PURE * energy && Level.dbm0OfPower(energy / samples) > QUIET_DBM0) {
            left = HOLD;
            power = Math.max(power, energy / samples);
        }
    }

    /** It is sent, or may still come back. */
    boolean sounds() {
        return left > 0;
    }

    /** Whether a tone of that mean square may be what comes back of it; a telephone that hears dial tone sends back less than came. */
    boolean mayBe(double heard) {
        return heard < power * WORST_ECHO;
    }
}
