package ringdown.line;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ringdown.audio.callerid.CallWaitingReceiver;
import ringdown.audio.callerid.CallerIdHeard;
import ringdown.number.CallerId;

/**
 * Second callers who knock while a line talks: each is written down as a call that could not be taken (LINES rule 12). Who it is, is asked only
 * where the office file says so, since that interrupts the talk. Belongs to the board's thread.
 */
final class Knocks {
    /** The tone of one caller comes again after 10 s at the latest. */
    private static final int ANOTHER = Frames.of(15_000);

    private final FxoLine line;
    private final @Nullable CallWaitingReceiver second;
    private int tones;
    private int sinceTone = ANOTHER;
    private boolean muted;

    Knocks(FxoLine line) {
        this.line = line;
        second = line.setup().asksSecond() ? new CallWaitingReceiver(this::heard) : null;
    }

    /**
     * A frame from the line, and how many tones have been recognised in the talk so far; true while the exchange tells who knocks: neither
     * side hears the other.
     */
    boolean received(short[] frame, int counted) {
        sinceTone = Math.min(ANOTHER, sinceTone + 1);
        if (counted != tones) {
            tones = counted;
            knocked(CallerId.UNKNOWN);
        }
        muted = second != null && second.received(frame);
        return muted;
    }

    private void heard(CallerIdHeard what) {
        switch (what) {
            case CallerIdHeard.Received received -> knocked(OnHookWatch.callerId(received.message()));
            case CallerIdHeard.Damaged _ -> knocked(CallerId.UNKNOWN);
            case CallerIdHeard.LampSet _ -> {}
        }
    }

    private void knocked(CallerId who) {
        boolean another = sinceTone >= ANOTHER;
        sinceTone = 0;
        if (another) {
            line.arrivals.knocked(who);
        }
    }

    boolean sending(short[] frame) {
        if (muted && (second == null || !second.sending(frame))) {
            Arrays.fill(frame, (short) 0);
        }
        return muted;
    }
}
