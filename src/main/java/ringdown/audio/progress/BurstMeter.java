package ringdown.audio.progress;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the looks of a {@link ToneMeter} into bursts and pauses. Dips of 30 ms (two near tones beat) do not split a
 * burst; sound that is no tone for longer ends everything. Belongs to one thread.
 */
final class BurstMeter {
    /** What a look meant for the cadence. */
    enum Change {
        NONE,
        /** A pause has ended with a new burst: {@link #last} is complete. */
        PAUSE_ENDED,
        /** Something that is no tone was heard: the cadence is broken. */
        BROKEN
    }

    private static final int LOOK_MILLIS = 10;
    /** A window half in a pause is no tone yet: so much of a burst is taken for pause. */
    private static final int EDGE_MILLIS = 10;

    /** A loud burst shows as a tone in windows that it hardly fills: those with less of its power than this are pause. */
    private static final double FILLED = 0.75;

    private static final int SETTLING = 3;
    private static final int DIP_LOOKS = 3;
    private static final int OTHER_LOOKS = 8;
    private static final double QUIETER = 0.16;
    private static final double FLAT = 1.6;
    /** Two tones beat within the window. */
    private static final double FLAT_DUAL = 2.6;

    /** Of the mean power, from the first look to the last: a struck or plucked note fades by more, an exchange's tone stands. */
    private static final double FADED = 0.12;

    private static final int FEWEST_TO_FADE = 6;

    private static final double SAME_HZ = 30;

    private final ToneMeter meter;
    private boolean sounding;
    private int onLooks;
    private int offLooks;
    private int dipLooks;
    private int otherLooks;
    private int dualLooks;
    private double sumHz;
    private double sumPower;
    private int summed;
    private double least;
    private double most;
    private double lastPower;
    private double beforeLastPower;
    private final Slope slope = new Slope();
    private final double[] first = new double[2];
    private final double[] latest = new double[2];
    private long from;
    private @Nullable Burst before;
    private @Nullable Burst last;

    BurstMeter(ToneMeter meter) {
        this.meter = meter;
    }

    /** The last complete burst with its pause. */
    @Nullable
    Burst last() {
        return last;
    }

    /** Length so far of the burst that sounds now, 0 in a pause. */
    int onMillis() {
        return sounding ? onLooks * LOOK_MILLIS : 0;
    }

    /** Length so far of the pause after the last burst, 0 while one sounds. */
    int offMillis() {
        return sounding ? 0 : offLooks * LOOK_MILLIS;
    }

    /** The burst that sounds now or has just ended, with the pause so far; null when there was none. */
    @Nullable
    Burst current() {
        return onLooks == 0 ? null : burst();
    }

    Change look(long position) {
        boolean same = !sounding || onLooks <= SETTLING || Math.abs(meter.hz() - meanHz()) < SAME_HZ;
        boolean tone = meter.isTone() && same;
        if (sounding) {
            return tone ? goOn() : dip();
        }
        if (tone) {
            return begin(position);
        }
        offLooks++;
        return quiet() ? Change.NONE : other();
    }

    private Change begin(long position) {
        before = onLooks == 0 ? null : burst();
        sounding = true;
        onLooks = 0;
        dualLooks = 0;
        sumHz = 0;
        sumPower = 0;
        summed = 0;
        least = Double.MAX_VALUE;
        most = 0;
        offLooks = 0;
        otherLooks = 0;
        slope.clear();
        Arrays.fill(first, Double.MAX_VALUE);
        Arrays.fill(latest, Double.MAX_VALUE);
        from = position - 2L * ToneMeter.SLICE;
        return goOn();
    }

    /** The pause before this burst is known once its beginning is: true when it has become so. */
    private boolean pauseKnown() {
        Burst ended = before;
        before = null;
        last = ended == null ? last : ended.withPause(ended.off() + LOOK_MILLIS * unfilled(first));
        return ended != null;
    }

    /** How many of these windows at a burst's edge were mostly pause. */
    private int unfilled(double[] edge) {
        double full = FILLED * sumPower / Math.max(1, summed);
        int weak = 0;
        for (double power : edge) {
            weak += power < full ? 1 : 0;
        }
        return weak;
    }

    private Change goOn() {
        onLooks += dipLooks + 1;
        dipLooks = 0;
        otherLooks = 0;
        latest[0] = latest[1];
        latest[1] = meter.power();
        if (onLooks <= first.length) {
            first[onLooks - 1] = meter.power();
        }
        if (onLooks <= SETTLING) {
            // The first looks see an edge: their frequency is wrong.
            sumHz = 0;
            sumPower = 0;
            summed = 0;
            dualLooks = 0;
        }
        dualLooks += meter.secondHz() > 0 ? 1 : 0;
        if (onLooks > 5) {
            // Two looks late: what the window sees of an edge is no change of level.
            least = Math.min(least, beforeLastPower);
            most = Math.max(most, beforeLastPower);
            slope.add(beforeLastPower);
        }
        beforeLastPower = lastPower;
        lastPower = meter.tonePower();
        sumHz += meter.hz();
        sumPower += meter.tonePower();
        summed++;
        return onLooks > SETTLING && pauseKnown() ? Change.PAUSE_ENDED : Change.NONE;
    }

    private Change dip() {
        dipLooks++;
        if (!quiet() && other() == Change.BROKEN) {
            return Change.BROKEN;
        }
        if (dipLooks > DIP_LOOKS) {
            sounding = false;
            offLooks = dipLooks;
            dipLooks = 0;
            return pauseKnown() ? Change.PAUSE_ENDED : Change.NONE;
        }
        return Change.NONE;
    }

    private boolean quiet() {
        return summed == 0 || meter.power() < QUIETER * sumPower / summed;
    }

    private Change other() {
        otherLooks++;
        if (otherLooks < OTHER_LOOKS || onLooks == 0) {
            return Change.NONE;
        }
        forget();
        return Change.BROKEN;
    }

    /** What sounds now may be as loud as it is from here on. */
    void levelAnew() {
        least = Double.MAX_VALUE;
        most = 0;
        slope.clear();
    }

    /** Begins anew. */
    void forget() {
        sounding = false;
        onLooks = 0;
        offLooks = 0;
        dipLooks = 0;
        otherLooks = 0;
        summed = 0;
        sumPower = 0;
        before = null;
        last = null;
    }

    private double meanHz() {
        return summed == 0 ? 0 : sumHz / summed;
    }

    private Burst burst() {
        boolean dual = dualLooks * 2 > summed;
        boolean stands = slope.count() < FEWEST_TO_FADE || Math.abs(slope.change()) < FADED;
        boolean flat = (most <= least * (dual ? FLAT_DUAL : FLAT) || most == 0) && (dual || stands);
        int late = sounding ? 0 : unfilled(latest);
        int on = (onLooks - unfilled(first) - late) * LOOK_MILLIS + EDGE_MILLIS;
        int off = Math.max(0, (offLooks + late) * LOOK_MILLIS - EDGE_MILLIS);
        return new Burst(from, on, off, meanHz(), dual, sumPower / summed, flat);
    }
}
