package ringdown.switchboard;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.Leg;

/**
 * A star and nothing after it, keyed by whoever was put a caller through to: the wrong one; the caller goes back to whoever sent them
 * (SITUATIONS, "wrong transfer"). A star that begins a code is none. Used by the call's own thread only.
 */
@SuppressWarnings("ReferenceEquality") // a token of its own for each star
final class BackKey implements CallRun.CallListener {
    private static final Duration NOTHING_FOLLOWS = Duration.ofMillis(1500);

    private final CallRun run;
    private final Leg agent;
    private final String sender;
    private @Nullable Object star;
    private long last;

    BackKey(CallRun run, Leg agent, String sender) {
        this.run = run;
        this.agent = agent;
        this.sender = sender;
    }

    @Override
    public boolean hears(CallEvent event) {
        if (event instanceof CallEvent.Played silence && silence.sound() == star) {
            star = null;
            run.event("star: back to " + sender);
            run.inbox.post(new CallEvent.TransferAsked(agent, sender, null));
            return true;
        }
        if (event instanceof CallEvent.DigitPressed key && key.leg() == agent) {
            pressed(key.digit());
        }
        return false; // codes are listened for as well
    }

    private void pressed(char digit) {
        boolean inCode = run.desk.clock().nanos() - last < NOTHING_FOLLOWS.toNanos();
        last = run.desk.clock().nanos();
        star = null;
        if (digit == '*' && !inCode) {
            Object token = new Object();
            star = token;
            run.desk.clock().after(NOTHING_FOLLOWS, "star", () -> run.inbox.post(new CallEvent.Played(token)));
        }
    }
}
