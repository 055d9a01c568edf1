package ringdown.line;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.callerid.CallerIdSignal;

/**
 * Rings a telephone in the cadence of whoever calls and tells it who calls, before the first ring or between the first and the second.
 * Belongs to the board's thread.
 */
final class Ringer {
    private final FxsCard card;
    private final List<Integer> cadence;
    private final @Nullable CallerIdSignal caller;
    private final FxsCard.Feed pauseFeed;
    private final RingPower.Turn power;
    private final int sayingStep;
    private int step;
    private int inStep;
    private int ring;
    private int saying;
    private int said;

    /**
     * Begins with the next frame.
     *
     * @param cadence milliseconds on and off in turn
     * @param caller who calls, as sound; null for nothing
     */
    Ringer(FxsCard card, List<Integer> cadence, @Nullable CallerIdSignal caller, RingPower.Turn power) {
        this.power = power;
        this.card = card;
        this.cadence = cadence;
        this.caller = caller;
        boolean before = caller != null && caller.place() == CallerIdSignal.Place.BEFORE_FIRST_RING;
        step = before ? -1 : 0;
        sayingStep = before ? -1 : longestPause(cadence);
        pauseFeed = caller != null && caller.reversalFirst() ? FxsCard.Feed.REVERSE : FxsCard.Feed.FORWARD;
    }

    private static int longestPause(List<Integer> cadence) {
        int longest = 1;
        for (int i = 1; i < cadence.size(); i += 2) {
            longest = cadence.get(i) > cadence.get(longest) ? i : longest;
        }
        return longest;
    }

    /** Sets the feed; fills the frame while it says who calls; false for silence. */
    boolean sending(short[] frame) {
        boolean on = step >= 0 && step % 2 == 0;
        if (on && !power.take(ring == 0 && step == 0)) {
            card.feed(pauseFeed); // the pause lasts until there is voltage for one more
            return false;
        }
        if (!on) {
            power.end(); // from this frame on: two never ring in it
        }
        card.feed(on ? FxsCard.Feed.RINGING : pauseFeed);
        CallerIdSignal signal = caller;
        boolean sound = signal != null && ring == 0 && step == sayingStep && say(signal, frame);
        inStep++;
        if (inStep >= stepFrames(signal) || (on && power.mustEnd())) {
            inStep = 0;
            boolean wholeRing = step == cadence.size() - 1;
            step = wholeRing ? 0 : step + 1;
            ring += wholeRing ? 1 : 0;
        }
        return sound;
    }

    private int stepFrames(@Nullable CallerIdSignal signal) {
        int own = step < 0 ? 0 : Frames.of(cadence.get(step));
        return signal == null || ring > 0 || step != sayingStep ? own : Math.max(own, signalFrames(signal));
    }

    private static int signalFrames(CallerIdSignal signal) {
        int sound = (signal.samples().length + Frame.SAMPLES - 1) / Frame.SAMPLES;
        return Frames.of(signal.quietBefore()) + sound + Frames.of(signal.quietAfter());
    }

    private boolean say(CallerIdSignal signal, short[] frame) {
        if (++saying <= Frames.of(signal.quietBefore())) {
            return false;
        }
        int count = Math.min(Frame.SAMPLES, signal.samples().length - said);
        if (count <= 0) {
            return false;
        }
        Arrays.fill(frame, (short) 0);
        System.arraycopy(signal.samples(), said, frame, 0, count);
        said += count;
        return true;
    }

    /** Back to battery. */
    void stop() {
        power.end();
        card.feed(FxsCard.Feed.FORWARD);
    }
}
