package ringdown.switchboard;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.Inbox;

/**
 * A caller asks the call that is dialling them for the telephone that dials. Granted, the telephone's leg comes to the asker's inbox together
 * with the hold on its person. Safe from any thread.
 */
final class Join implements CallEvent.Request {
    private enum State {
        ASKED,
        GRANTED,
        WITHDRAWN
    }

    private final Inbox asker;
    private final AtomicReference<State> state = new AtomicReference<>(State.ASKED);
    private volatile Bells.@Nullable Bell given;

    Join(Inbox asker) {
        this.asker = asker;
    }

    /** True if the telephone may be given: the asker still wants it. */
    boolean grant() {
        return state.compareAndSet(State.ASKED, State.GRANTED);
    }

    /** Once granted. */
    void give(Bells.Bell bell) {
        given = bell.handOver();
        bell.leg().mail().give(bell.leg(), asker);
    }

    /** What LegJoined told of. */
    Optional<Bells.Bell> given() {
        return Optional.ofNullable(given);
    }

    /** True if nothing will come; false if the leg is on its way. */
    boolean withdraw() {
        return state.compareAndSet(State.ASKED, State.WITHDRAWN);
    }
}
