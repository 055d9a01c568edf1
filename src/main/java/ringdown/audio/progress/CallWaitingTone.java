package ringdown.audio.progress;

import java.util.List;
import ringdown.audio.tone.CadencedTone;
import ringdown.audio.tone.ToneStep;

/**
 * Recognises the tone that tells of a second call, in the middle of a talk: bursts of the right length and pitch, at the right distance,
 * whatever is said in between. One round and the first burst of the next are needed. Belongs to one thread.
 */
final class CallWaitingTone {
    private static final int LOOK_MILLIS = 10;
    private static final int DIP_LOOKS = 2;
    private static final int SETTLING = 3;
    private static final double FLAT = 2.5;
    private static final double SAME_HZ = 30;

    private final ToneMeter meter;
    private final ToneShape shape;
    private final List<ToneStep> steps;
    private long looks;
    private int on;
    private int dip;
    private double sumHz;
    private double least = Double.MAX_VALUE;
    private double most;
    private double lastPower;
    private double beforeLastPower;
    private long lastEnd;
    private int matched;
    private int heard;

    CallWaitingTone(CadencedTone tone, ToneMeter meter) {
        this.meter = meter;
        shape = new ToneShape(tone);
        steps = tone.steps();
    }

    /** How many rounds have been recognised. */
    int heard() {
        return heard;
    }

    /** The meter has looked again. */
    void look() {
        looks++;
        if (meter.isTone() && (on <= SETTLING || Math.abs(meter.hz() - sumHz / (on - SETTLING)) < SAME_HZ)) {
            sound();
        } else if (on > 0 && ++dip > DIP_LOOKS) {
            ended();
        }
    }

    private void sound() {
        on++;
        dip = 0;
        if (on <= SETTLING) {
            return; // the first looks see an edge
        }
        sumHz += meter.hz();
        if (on > SETTLING + 2) {
            // Two looks late: what the window sees of an edge is no change of level.
            least = Math.min(least, beforeLastPower);
            most = Math.max(most, beforeLastPower);
        }
        beforeLastPower = lastPower;
        lastPower = meter.tonePower();
    }

    private void ended() {
        long end = looks - dip;
        long begin = end - on;
        int pair = matched % shape.pairs();
        if (isBurst(pair) && (matched == 0 || follows(begin, pair))) {
            matched++;
            lastEnd = end;
        } else if (isBurst(0)) {
            matched = 1;
            lastEnd = end;
        }
        if (matched > shape.pairs()) {
            heard++;
            matched = 1;
        }
        on = 0;
        dip = 0;
        sumHz = 0;
        least = Double.MAX_VALUE;
        most = 0;
    }

    /** Other sounds between two bursts are what is being said. */
    private boolean isBurst(int pair) {
        if (on <= SETTLING) {
            return false;
        }
        var burst = new Burst(0, on * LOOK_MILLIS, 0, sumHz / (on - SETTLING), false, 1, true);
        return most <= FLAT * least
                && shape.hasFrequencyOf(burst)
                && Burst.near(burst.on(), steps.get(2 * pair).millis());
    }

    private boolean follows(long begin, int pair) {
        int before = pair == 0 ? shape.pairs() - 1 : pair - 1;
        int pause = (int) (begin - lastEnd) * LOOK_MILLIS;
        return Burst.near(pause, steps.get(2 * before + 1).millis());
    }
}
