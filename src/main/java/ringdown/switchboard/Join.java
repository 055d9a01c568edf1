package ringdown.switchboard;

import java.util.concurrent.atomic.AtomicReference;
import ringdown.call.CallEvent;
import ringdown.call.Inbox;

/**
 * A caller asks the call that is dialling them for the telephone that dials. Granted, the telephone's leg comes to the asker's inbox; the
 * asker tells the giver when the talk is over, since the giver's thread goes on holding the person. Safe from any thread.
 */
final class Join implements CallEvent.Request {
    private enum State {
        ASKED,
        GRANTED,
        WITHDRAWN
    }

    /** The talk is over. */
    record Ended() implements CallEvent.Request {}

    private final Inbox asker;
    private final AtomicReference<State> state = new AtomicReference<>(State.ASKED);

    Join(Inbox asker) {
        this.asker = asker;
    }

    Inbox asker() {
        return asker;
    }

    /** True if the leg may be given: the asker still wants it. */
    boolean grant() {
        return state.compareAndSet(State.ASKED, State.GRANTED);
    }

    /** True if nothing will come; false if the leg is on its way. */
    boolean withdraw() {
        return state.compareAndSet(State.ASKED, State.WITHDRAWN);
    }
}
