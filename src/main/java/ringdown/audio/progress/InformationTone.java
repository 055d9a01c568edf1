package ringdown.audio.progress;

import ringdown.audio.Correlator;
import ringdown.audio.Frame;
import ringdown.audio.Level;

/**
 * Hears the special information tone: 950, 1400, 1800 Hz, 330 ms each, in this order (ITU-T E.180 §8.5). Belongs to one
 * thread.
 */
final class InformationTone {
    private static final int SLICE = Frame.samples(20);
    private static final double FLOOR = Level.power(-38);
    private static final int LEAST = 11;
    private static final int MOST = 22;

    private final Correlator correlator = new Correlator(950, 1400, 1800);
    private final double[] re = new double[3];
    private final double[] im = new double[3];
    private long position;
    private int inSlice;
    private int part;
    private int slices;
    private int gap;
    private long from;

    /** Takes a sample; true when the third part has been heard. */
    boolean add(double sample) {
        position++;
        correlator.add(sample);
        if (++inSlice < SLICE) {
            return false;
        }
        inSlice = 0;
        return slice(heard(correlator.take(re, im)));
    }

    long from() {
        return from;
    }

    private int heard(double energy) {
        for (int k = 0; k < 3; k++) {
            double power = (re[k] * re[k] + im[k] * im[k]) * 2 / ((double) SLICE * SLICE);
            if (power > FLOOR && power > 0.7 * energy / SLICE) {
                return k;
            }
        }
        return -1;
    }

    private boolean slice(int heard) {
        if (heard == part) {
            from = part == 0 && slices == 0 ? position - SLICE : from;
            slices++;
            gap = 0;
            if (part == 2 && slices == LEAST) {
                restart();
                return true;
            }
            return false;
        }
        boolean complete = slices >= LEAST && slices <= MOST;
        if (heard == part + 1 && complete) {
            part = heard;
            slices = 1;
            gap = 0;
        } else if (++gap > 3 || !complete && heard >= 0) {
            restart();
        }
        return false;
    }

    private void restart() {
        part = 0;
        slices = 0;
        gap = 0;
    }
}
