package ringdown.audio.dtmf;

import java.util.Arrays;
import ringdown.audio.Correlator;
import ringdown.audio.Frame;
import ringdown.audio.Level;

/**
 * Says every 5 ms which key the last 15 ms look like. The three slices of a window must be equally loud, so that a
 * window half in a pause does not count, and the turn of phase from window to window gives each tone's frequency.
 */
final class DtmfSpectrum {
    /** Samples of one slice. */
    static final int SLICE = 40;

    private static final int SLICES = 3;

    /** Samples of one window. */
    static final int WINDOW = SLICES * SLICE;

    private static final int TONES = 8;
    /** Weakest tone taken, per tone: caller ID by DTMF of -40 dBm0 with some twist lies above. */
    private static final double FLOOR = Level.power(-44.5) * WINDOW * WINDOW / 2;

    private static final double TWIST = Math.pow(10, 0.95);
    private static final double ABOVE_OTHERS = 4;
    private static final double SHARE_OF_ALL = 0.68;
    private static final double EVENNESS = 0.3;
    private static final double TOLERANCE = 0.024;
    /** Share of all energy that both tones must have over the whole key; noise at 15 dB takes 3 %. */
    private static final double PURITY = 0.87;

    private final Correlator correlator = new Correlator(DtmfKeys.HZ);
    private final double[][] re = new double[SLICES][TONES];
    private final double[][] im = new double[SLICES][TONES];
    private final double[] energy = new double[SLICES];
    private final double[] sumRe = new double[TONES];
    private final double[] sumIm = new double[TONES];
    private final double[] lastRe = new double[TONES];
    private final double[] lastIm = new double[TONES];
    private final double[] power = new double[TONES];
    private final double[] turnRe = new double[TONES];
    private final double[] turnIm = new double[TONES];
    private final double[] powerSum = new double[TONES];
    private double energySum;
    private int next;

    /** Takes a slice and gives the key that the window looks like, 0 if none. */
    char slice(double[] samples) {
        energy[next] = correlator.take(samples, SLICE, re[next], im[next]);
        next = (next + 1) % SLICES;
        sum();
        int low = strongest(0);
        int high = strongest(4);
        return isKey(low, high) ? DtmfKeys.ALL.charAt(low * 4 + high - 4) : 0;
    }

    private void sum() {
        for (int k = 0; k < TONES; k++) {
            lastRe[k] = sumRe[k];
            lastIm[k] = sumIm[k];
            sumRe[k] = re[0][k] + re[1][k] + re[2][k];
            sumIm[k] = im[0][k] + im[1][k] + im[2][k];
            power[k] = sumRe[k] * sumRe[k] + sumIm[k] * sumIm[k];
            turnRe[k] += sumRe[k] * lastRe[k] + sumIm[k] * lastIm[k];
            turnIm[k] += sumIm[k] * lastRe[k] - sumRe[k] * lastIm[k];
            powerSum[k] += power[k];
        }
        energySum += energy[0] + energy[1] + energy[2];
    }

    private int strongest(int from) {
        int best = from;
        for (int k = from + 1; k < from + 4; k++) {
            best = power[k] > power[best] ? k : best;
        }
        return best;
    }

    private boolean isKey(int low, int high) {
        double all = energy[0] + energy[1] + energy[2];
        return power[low] > FLOOR
                && power[high] > FLOOR
                && power[low] < power[high] * TWIST
                && power[high] < power[low] * TWIST
                && stands(low, 0)
                && stands(high, 4)
                && (power[low] + power[high]) * 2 / WINDOW > SHARE_OF_ALL * all
                && even(all / SLICES);
    }

    private boolean stands(int best, int from) {
        for (int k = from; k < from + 4; k++) {
            if (k != best && power[k] * ABOVE_OTHERS > power[best]) {
                return false;
            }
        }
        return true;
    }

    private boolean even(double mean) {
        return Math.min(energy[0], Math.min(energy[1], energy[2])) > EVENNESS * mean;
    }

    /** Begins to look at a new candidate, whose first window has just been taken. */
    void restart() {
        System.arraycopy(power, 0, powerSum, 0, TONES);
        energySum = energy[0] + energy[1] + energy[2];
        Arrays.fill(turnRe, 0);
        Arrays.fill(turnIm, 0);
    }

    /**
     * Whether both tones of the key lie within the tolerance of their nominal frequency, and hold nearly all energy
     * since the candidate began: speech that passes for a key in one window fails here.
     */
    boolean holds(char key) {
        int index = DtmfKeys.ALL.indexOf(key);
        int low = index / 4;
        int high = 4 + index % 4;
        return Math.abs(deviation(low)) < TOLERANCE * DtmfKeys.HZ[low]
                && Math.abs(deviation(high)) < TOLERANCE * DtmfKeys.HZ[high]
                && keyEnergy(key) > PURITY * energySum;
    }

    /** Energy of both tones of the key over all windows since the candidate began. */
    double keyEnergy(char key) {
        int index = DtmfKeys.ALL.indexOf(key);
        return (corrected(index / 4) + corrected(4 + index % 4)) * 2 / WINDOW;
    }

    private double deviation(int tone) {
        return Math.atan2(turnIm[tone], turnRe[tone]) / (2 * Math.PI) * Frame.SAMPLE_RATE / SLICE;
    }

    /** Energy of a tone, made good for what the window loses because the tone is off its frequency. */
    private double corrected(int tone) {
        double x = Math.PI * deviation(tone) * WINDOW / Frame.SAMPLE_RATE;
        double loss = Math.abs(x) < 1e-3 ? 1 : Math.sin(x) / x;
        return powerSum[tone] / (loss * loss);
    }
}
