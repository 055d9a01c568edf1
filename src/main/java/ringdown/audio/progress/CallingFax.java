package ringdown.audio.progress;

import ringdown.audio.Correlator;
import ringdown.audio.Frame;
import ringdown.audio.Level;

/**
 * Knows a calling fax by its cadence: 1100 Hz ±38 for half a second, three seconds of quiet, and the tone again (ITU-T T.30 §4.2, each
 * ±15 %). One burst may be a note or a whistle, so two are needed, with little between them: speech and music do not leave it so quiet.
 * Told once, while the second one sounds. Belongs to one thread.
 */
public final class CallingFax {
    private static final int SLICE = Frame.samples(10);
    private static final double FLOOR = Level.power(-36);
    private static final double PURE = 0.6;
    private static final double TOLERANCE_HZ = 38;
    private static final int SHORTEST = 38;
    private static final int LONGEST = 62;
    private static final int SOONEST = 290;
    private static final int LATEST = 410;
    /** A click or a lost packet inside a burst does not end it. */
    private static final int MISSES = 2;
    /** Between the bursts it is so much quieter: 6 dB. */
    private static final double QUIETER = 0.25;

    private final Runnable told;
    private final Correlator correlator = new Correlator(1100);
    private final double[] re = new double[1];
    private final double[] im = new double[1];
    private double lastRe;
    private double lastIm;
    private int inSlice;
    private long slice;

    /** The burst that sounds: where it began, how many of its slices are tone, and their power. */
    private long began;

    private int toned;
    private int missed;
    private double power;

    /** The burst before: where it began and its mean power; negative: none. */
    private long before = -1;

    private double beforePower;
    private double between;
    private int betweenSlices;
    private boolean done;

    /** Runs {@code told} once, when a fax has been heard. */
    public CallingFax(Runnable told) {
        this.told = told;
    }

    /** Listens to a block of linear 16 bit samples at 8 kHz. */
    public void process(short[] samples, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            correlator.add(samples[i]);
            if (++inSlice == SLICE) {
                inSlice = 0;
                look(correlator.take(re, im));
                lastRe = re[0];
                lastIm = im[0];
                slice++;
            }
        }
    }

    private void look(double energy) {
        double tone = (re[0] * re[0] + im[0] * im[0]) * 2 / ((double) SLICE * SLICE);
        boolean pure = tone > FLOOR && tone > PURE * energy / SLICE && Math.abs(deviation()) <= TOLERANCE_HZ;
        if (pure) {
            hit(tone);
        } else if (toned > 0 && ++missed > MISSES) {
            over();
        }
        if (toned == 0 && before >= 0) {
            between += energy / SLICE;
            betweenSlices++;
        }
    }

    private void hit(double tone) {
        if (toned == 0) {
            began = slice;
        }
        toned++;
        missed = 0;
        power += tone;
        if (toned == SHORTEST && before >= 0 && followsInTime() && !done) {
            done = true;
            told.run();
        }
    }

    private boolean followsInTime() {
        long since = began - before;
        double quiet = betweenSlices == 0 ? 0 : between / betweenSlices;
        return since >= SOONEST && since <= LATEST && quiet < QUIETER * Math.min(beforePower, power / toned);
    }

    /** A burst has ended: the right length makes it the first of two, a longer one is something else; a splinter counts as what is between. */
    private void over() {
        if (toned >= SHORTEST && toned <= LONGEST) {
            before = began;
            beforePower = power / toned;
            between = 0;
            betweenSlices = 0;
        } else if (toned > LONGEST) {
            before = -1;
        } else if (before >= 0) {
            between += power;
            betweenSlices += toned;
        }
        toned = 0;
        missed = 0;
        power = 0;
    }

    private double deviation() {
        double r = re[0] * lastRe + im[0] * lastIm;
        double i = im[0] * lastRe - re[0] * lastIm;
        return Math.atan2(i, r) / (2 * Math.PI) * Frame.SAMPLE_RATE / SLICE;
    }
}
