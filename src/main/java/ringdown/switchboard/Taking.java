package ringdown.switchboard;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.CallerLeft;
import ringdown.call.HangupCause;
import ringdown.call.Leg;

/**
 * Somebody who holds two calls joins them: the call that puts its caller through asks the one in which that was agreed for whoever talks
 * there (RFC 3891; a telephone laid down after a flash). Granted, that leg comes to the asker's inbox together with the hold on its person.
 * Safe from any thread.
 */
@SuppressWarnings("ReferenceEquality") // a leg is itself, whatever it may be equal to
final class Taking implements CallEvent.Request {
    /** The other call answers within a loop of its own; longer means that it is over. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private enum State {
        ASKED,
        GRANTED,
        WITHDRAWN
    }

    /** There is nobody to be had. */
    private record Refused(Taking asked) implements CallEvent.Request {}

    private final CallRun asker;
    private final Leg consulting;
    private final AtomicReference<State> state = new AtomicReference<>(State.ASKED);
    private volatile Bells.@Nullable Bell given;

    private Taking(CallRun asker, Leg consulting) {
        this.asker = asker;
        this.consulting = consulting;
    }

    /**
     * Who talked with that leg, now this call's; empty if they cannot be had. Throws if the asker's caller leaves meanwhile.
     *
     * @param asker as it is for whoever is put through
     */
    static Optional<Bells.Bell> of(CallRun asker, Leg consulting) {
        Taking taking = new Taking(asker, consulting);
        consulting.mail().owner().post(new CallEvent.Asked(taking));
        return taking.await();
    }

    private Optional<Bells.Bell> await() {
        long deadline = asker.deadline(PATIENCE);
        while (true) {
            CallEvent event = asker.inbox.take(deadline);
            switch (event) {
                case null -> {
                    if (withdraw()) {
                        return Optional.empty();
                    }
                    deadline = asker.deadline(PATIENCE);
                }
                case CallEvent.LegJoined joined -> {
                    return Optional.ofNullable(given);
                }
                case CallEvent.Asked answer
                when answer.request() instanceof Refused refused && refused.asked() == this -> {
                    return Optional.empty();
                }
                case CallEvent.Gone gone
                when gone.leg() == asker.caller -> {
                    putDown();
                    throw new CallerLeft(gone);
                }
                default -> asker.otherwise(event);
            }
        }
    }

    private boolean withdraw() {
        return state.compareAndSet(State.ASKED, State.WITHDRAWN);
    }

    /** The caller has left: whoever is on their way here is not wanted any more. */
    private void putDown() {
        if (withdraw()) {
            return;
        }
        long deadline = asker.deadline(PATIENCE);
        CallEvent next = asker.inbox.take(deadline);
        while (next != null && !(next instanceof CallEvent.LegJoined)) {
            next = asker.inbox.take(deadline);
        }
        Bells.Bell late = given;
        if (late != null) {
            late.leg().hangUp(HangupCause.NORMAL);
            late.free();
        }
    }

    /** Meant for whoever talks with that leg. */
    boolean means(Leg leg) {
        return leg == consulting;
    }

    /** The other call has nobody who talks with that leg. */
    void refuse() {
        asker.inbox.post(new CallEvent.Asked(new Refused(this)));
    }

    /** Gives the leg and the hold on its person away; false if the asker does not want them any more. */
    boolean give(Bells.Bell bell) {
        if (!state.compareAndSet(State.ASKED, State.GRANTED)) {
            return false;
        }
        Bells.Bell handed = bell.handOver();
        given = handed;
        if (handed.reservation() != null) {
            asker.desk.presence().passedTo(handed.reservation().who(), asker.id());
        }
        handed.leg().mail().give(handed.leg(), asker.inbox);
        return true;
    }

    String askerId() {
        return asker.id();
    }
}
