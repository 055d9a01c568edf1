package ringdown.audio.progress;

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

    private static final int SETTLING = 3;
    private static final int DIP_LOOKS = 3;
    private static final int OTHER_LOOKS = 8;
    private static final double QUIETER = 0.16;
    private static final double FLAT = 1.6;
    /** Two tones beat within the window. */
    private static final double FLAT_DUAL = 2.6;

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
    private long from;
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
        boolean first = onLooks == 0;
        last = first ? null : burst();
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
        from = position - 2L * ToneMeter.SLICE;
        goOn();
        return first ? Change.NONE : Change.PAUSE_ENDED;
    }

    private Change goOn() {
        onLooks += dipLooks + 1;
        dipLooks = 0;
        otherLooks = 0;
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
        }
        beforeLastPower = lastPower;
        lastPower = meter.tonePower();
        sumHz += meter.hz();
        sumPower += meter.tonePower();
        summed++;
        return Change.NONE;
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
        last = null;
    }

    private double meanHz() {
        return summed == 0 ? 0 : sumHz / summed;
    }

    private Burst burst() {
        boolean dual = dualLooks * 2 > summed;
        boolean flat = most <= least * (dual ? FLAT_DUAL : FLAT) || most == 0;
        int on = onLooks * LOOK_MILLIS + EDGE_MILLIS;
        int off = Math.max(0, offLooks * LOOK_MILLIS - EDGE_MILLIS);
        return new Burst(from, on, off, meanHz(), dual, sumPower / summed, flat);
    }
}
