package ringdown.audio.callerid;

import ringdown.audio.Correlator;
import ringdown.audio.Frame;
import ringdown.audio.Level;

/**
 * Hears the dual tone alerting signal, 2130 and 2750 Hz for 80 to 110 ms (EN 300 659-1 §6.2, SIN 227). Belongs to one
 * thread.
 */
final class AlertingTone {
    private static final int SLICE = Frame.samples(5);
    private static final double FLOOR = Level.power(-45) * SLICE * SLICE / 2;
    private static final int SLICES_NEEDED = 10;

    private final Correlator correlator = new Correlator(2130, 2750);
    private final double[] re = new double[2];
    private final double[] im = new double[2];
    private int inSlice;
    private int hits;
    private long position;
    private long heardAt = Long.MIN_VALUE / 2;

    void process(double sample) {
        position++;
        correlator.add(sample);
        if (++inSlice == SLICE) {
            inSlice = 0;
            decide(correlator.take(re, im));
        }
    }

    private void decide(double energy) {
        double low = re[0] * re[0] + im[0] * im[0];
        double high = re[1] * re[1] + im[1] * im[1];
        boolean both = low > FLOOR && high > FLOOR && (low + high) * 2 / SLICE > 0.7 * energy;
        hits = both ? hits + 1 : 0;
        if (hits >= SLICES_NEEDED) {
            heardAt = position;
        }
    }

    /** Whether it ended less than {@code samples} ago. */
    boolean heardWithin(long samples) {
        return position - heardAt < samples;
    }
}
