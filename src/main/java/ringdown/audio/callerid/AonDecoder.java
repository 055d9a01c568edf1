package ringdown.audio.callerid;

import ringdown.audio.Correlator;
import ringdown.audio.Frame;
import ringdown.audio.Level;

/**
 * Reads the packet without gaps after the line was answered. The six frequencies lie 200 Hz apart, so that slices of
 * 5 ms hold them apart exactly; a run of equal slices is an element, since neighbours always differ. A number is told
 * once, when two turns were equal (LINES.md rule 12). Belongs to one thread.
 */
public final class AonDecoder {
    private static final int SLICE = Frame.samples(5);
    private static final double FLOOR = Level.power(-38) * SLICE * SLICE / 2;
    private static final int SLICES_OF_ELEMENT = 8;
    private static final int FEWEST = 4;
    private static final int LONGEST = 13;
    private static final int RECENT = Frame.samples(100);

    private final CallerIdListener listener;
    private final Correlator correlator = new Correlator(AonCode.HZ);
    private final double[] re = new double[AonCode.HZ.length];
    private final double[] im = new double[AonCode.HZ.length];
    private final double[] power = new double[AonCode.HZ.length];
    private final AonPackets packets = new AonPackets();
    private int inSlice;
    private long position;
    private long elementAt = -RECENT;
    private int run = -1;
    private int runLength;
    private int missing;

    /** Tells {@code listener} of the number, once. */
    public AonDecoder(CallerIdListener listener) {
        this.listener = listener;
    }

    /** Listens to a block. */
    public void process(short[] samples, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            position++;
            correlator.add(samples[i]);
            if (++inSlice == SLICE) {
                inSlice = 0;
                slice(pair(correlator.take(re, im)));
            }
        }
    }

    /** Whether elements are coming in, or were 100 ms ago. */
    public boolean receiving() {
        return position - elementAt < RECENT;
    }

    private int pair(double energy) {
        int first = 0;
        int second = 1;
        for (int k = 0; k < power.length; k++) {
            power[k] = re[k] * re[k] + im[k] * im[k];
            if (k > 0 && power[k] > power[first]) {
                second = first;
                first = k;
            } else if (k > 1 && power[k] > power[second] || k == 1) {
                second = k;
            }
        }
        boolean both = power[second] > FLOOR
                && power[second] * 8 > power[first]
                && (power[first] + power[second]) * 2 / SLICE > 0.75 * energy;
        return both ? AonCode.pair(Math.min(first, second), Math.max(first, second)) : -1;
    }

    /** A slice over the border of two elements is unclear and belongs to neither. */
    private void slice(int pair) {
        if (pair >= 0 && pair == run) {
            runLength++;
            missing = 0;
            return;
        }
        missing = pair < 0 ? missing + 1 : 0;
        if (pair >= 0) {
            endRun();
            run = pair;
            runLength = 1;
        } else if (missing > SLICES_OF_ELEMENT / 2) {
            endRun();
            packets.interrupted();
            run = -1;
        }
    }

    private void endRun() {
        if (run >= 0 && runLength >= FEWEST && runLength <= LONGEST) {
            elementAt = position;
            String number = packets.element(run);
            if (number != null) {
                listener.heard(
                        new CallerIdHeard.Received(CallerIdMessage.of(number, null), CallerIdScheme.AON, 1, position));
            }
        } else if (run >= 0 && runLength > 2) {
            packets.interrupted();
        }
        runLength = 0;
    }
}
