package ringdown.line;

import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.callerid.CallerIdHeard;
import ringdown.audio.callerid.CallerIdReceiver;
import ringdown.number.CallerId;

/**
 * NTT's number display on our side (facts §6.3): the polarity turns, short rings; the box lifts, hears who calls, and lays down; then the call
 * rings, and only lifting again answers it. A line that rings as others do is left alone. Belongs to the board's thread.
 */
final class NumberDisplay {
    /** What the line is to do now. */
    enum Step {
        WAIT,
        LIFT,
        LAY_DOWN,
        /** The call rings, or nothing of this was meant. */
        OVER
    }

    /** Behind the 350 ms by which a burst is known; a ring lasts a second, a short one half of it. */
    private static final int SHORT = Frames.of(400);

    private static final int INTO_PAUSE = 100;
    private static final int LONGEST = Frames.of(4000);
    /** What was told comes to its end before the line is laid down. */
    private static final int AFTER = Frames.of(50);

    private final CallerIdReceiver receiver = new CallerIdReceiver(this::heard);
    private int burst;
    private int offHook;
    private int told;
    private boolean laidDown;
    private @Nullable CallerId caller;

    private void heard(CallerIdHeard what) {
        told = Math.max(1, told);
        if (what instanceof CallerIdHeard.Received received) {
            caller = OnHookWatch.callerId(received.message());
        }
    }

    /** One frame; {@code turned}: the polarity has turned before or in this ringing. */
    Step frame(short[] in, boolean turned, OnHookWatch onHook) {
        if (offHook > 0) {
            return laidDown ? ringing(onHook) : listening(in);
        }
        long silent = onHook.silentFor().toMillis();
        burst = silent == 0 ? burst + 1 : burst;
        if (burst > SHORT || silent > 4 * INTO_PAUSE) {
            return Step.OVER;
        }
        if (silent < INTO_PAUSE) {
            return Step.WAIT;
        }
        offHook = turned ? 1 : 0;
        return turned ? Step.LIFT : Step.OVER;
    }

    private Step listening(short[] in) {
        offHook++;
        receiver.process(in, 0, Frame.SAMPLES);
        told += told > 0 ? 1 : 0;
        laidDown = told > AFTER || offHook > LONGEST;
        return laidDown ? Step.LAY_DOWN : Step.WAIT;
    }

    private static Step ringing(OnHookWatch onHook) {
        return onHook.silentFor().isZero() ? Step.OVER : Step.WAIT;
    }

    /** Who calls; null: that was not understood. */
    @Nullable
    CallerId caller() {
        return caller;
    }
}
