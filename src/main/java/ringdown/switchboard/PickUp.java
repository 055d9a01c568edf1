package ringdown.switchboard;

import java.time.Duration;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.CallerLeft;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.presence.Presence;

/**
 * Somebody of the office asks a call that rings elsewhere, or waits in a parking place, for its caller. Granted, their telephone goes over to
 * that call together with the hold on them, and their own is over. Of two who ask at once the first is granted, the other refused. Safe from
 * any thread.
 */
@SuppressWarnings("ReferenceEquality") // a leg is itself, whatever it may be equal to
final class PickUp implements CallEvent.Request {
    /** The other call answers within a loop of its own; longer means that it is over. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private enum State {
        ASKED,
        GRANTED,
        WITHDRAWN
    }

    /** What the other call has decided. */
    private record Decided(PickUp asked, boolean granted) implements CallEvent.Request {}

    private final CallRun asker;
    private final Bells.Bell mine;
    private final Inbox there;
    private final @Nullable Leg replaced;
    private final AtomicReference<State> state = new AtomicReference<>(State.ASKED);

    private PickUp(CallRun asker, Bells.Bell mine, Inbox there, @Nullable Leg replaced) {
        this.replaced = replaced;
        this.asker = asker;
        this.mine = mine;
        this.there = there;
    }

    /** True: the telephone is the other call's now. Throws if it is laid down meanwhile. */
    static boolean of(CallRun asker, Bells.Bell mine, Inbox there) {
        return new PickUp(asker, mine, there, null).asked();
    }

    /** As {@link #of}, in the place of that leg only. */
    static boolean inPlaceOf(Leg replaced, CallRun asker, Bells.Bell mine) {
        return new PickUp(asker, mine, replaced.mail().owner(), replaced).asked();
    }

    private boolean asked() {
        there.post(new CallEvent.Asked(this));
        return await();
    }

    /** Meant for whoever talks with that leg. */
    boolean replaces(Leg leg) {
        return leg == replaced;
    }

    /** Who asks: an extension. */
    String who() {
        return mine.who();
    }

    private boolean await() {
        long deadline = asker.deadline(PATIENCE);
        while (true) {
            CallEvent event = asker.inbox.take(deadline);
            switch (event) {
                case null -> {
                    if (withdraw()) {
                        return false;
                    }
                    deadline = asker.deadline(PATIENCE);
                }
                case CallEvent.Asked answer
                when answer.request() instanceof Decided decided && decided.asked() == this -> {
                    return decided.granted();
                }
                case CallEvent.Gone gone
                when gone.leg() == asker.caller -> {
                    if (withdraw()) {
                        throw new CallerLeft(gone);
                    }
                    there.post(gone); // it was given in this moment: they learn it there
                    return true;
                }
                default -> asker.otherwise(event);
            }
        }
    }

    private boolean withdraw() {
        return state.compareAndSet(State.ASKED, State.WITHDRAWN);
    }

    /** The other call has nobody to give, or not any more. */
    void refuse() {
        asker.inbox.post(new CallEvent.Asked(new Decided(this, false)));
    }

    /** Who takes the caller, now in the hands of the call with that caller; empty: they have laid down meanwhile. */
    Optional<Bells.Bell> take(CallRun by) {
        if (!state.compareAndSet(State.ASKED, State.GRANTED)) {
            return Optional.empty();
        }
        Bells.Bell handed = mine.handOver();
        Presence.Reservation hold = handed.reservation();
        if (hold != null) {
            by.desk.presence().passedTo(hold.who(), by.id());
        }
        by.awaits(handed.leg());
        handed.leg().answer();
        handed.leg().mail().give(handed.leg(), by.inbox);
        asker.inbox.post(new CallEvent.Asked(new Decided(this, true)));
        return Optional.of(handed);
    }

    /** The same from whoever rings, who ring no more. */
    Optional<Bells.Bell> take(CallRun by, Bells ringing) {
        if (replaced != null && ringing.of(replaced).isEmpty()) {
            refuse();
            return Optional.empty();
        }
        String where = String.join(", ", new TreeSet<>(ringing.people()));
        Optional<Bells.Bell> taken = take(by);
        taken.ifPresent(bell -> by.event(bell.who() + " picks up the call that rings at " + where));
        return taken.map(ringing::pickedUp);
    }
}
