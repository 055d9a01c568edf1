package ringdown.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.callerid.CallerIdSignal;

/** One call that waits on the line to be answered, frame by frame: rings, or not yet, and leaves. Guarded by its owner's lock. */
final class RingRun {
    /** Into a pause: as far as caller hangs up who has heard ring back for a moment. */
    private static final int INTO_PAUSE = 50;

    private final RingScript script;
    private final int leavesAfter;
    private int silentFor;
    private int left;
    private boolean rang;
    private int bursts;
    private int pausedFor;

    RingRun(RingOrder order, List<Integer> cadence, @Nullable CallerIdSignal signal) {
        Integer splash = order.way().splashMs();
        Integer glare = order.way().glareMs();
        script = splash == null
                ? new RingScript(cadence, signal)
                : RingScript.splash(splash, cadence, order.tells() ? signal : null);
        leavesAfter = order.way().leavesAfter();
        silentFor = glare == null ? 0 : glare / Frame.MILLIS;
        left = (int) Math.max(1, order.longest().toMillis() / Frame.MILLIS);
    }

    /** The caller has gone, or nothing more comes. */
    boolean over() {
        boolean leaves = leavesAfter > 0 && bursts >= leavesAfter && pausedFor >= INTO_PAUSE && script.told();
        return left <= 0 || leaves || script.over();
    }

    /** Fills the frame with what is said in it; true while ringing voltage is on the line. */
    boolean next(short[] frame) {
        left--;
        if (silentFor > 0) {
            silentFor--;
            return false;
        }
        boolean rings = script.next(frame);
        bursts += rang && !rings ? 1 : 0;
        pausedFor = rings ? 0 : pausedFor + 1;
        rang = rings;
        return rings;
    }
}
