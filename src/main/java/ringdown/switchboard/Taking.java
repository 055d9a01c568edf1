package ringdown.switchboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import ringdown.call.CallEvent;
import ringdown.call.CallerLeft;
import ringdown.call.HangupCause;
import ringdown.call.Leg;
import ringdown.presence.Presence;

/**
 * Somebody who holds two calls joins them: the call that puts its caller through asks the one in which that was agreed for whoever talks
 * there, or rings (RFC 3891; a telephone laid down after a flash). Granted, their legs come to the asker's inbox together with the hold on
 * their person. Safe from any thread.
 */
@SuppressWarnings("ReferenceEquality") // a leg is itself, whatever it may be equal to
final class Taking implements CallEvent.Request {
    /** The other call answers within a loop of its own; longer means that it is over. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Of two lines. */
    static final String UNWATCHED = "neither line tells when its caller has gone: the two are not joined";

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
    private volatile List<Bells.Bell> given = List.of();
    /** What reached this call of legs that came while others were still on their way. */
    private final List<CallEvent> meanwhile = new ArrayList<>();

    private Taking(CallRun asker, Leg consulting) {
        this.asker = asker;
        this.consulting = consulting;
    }

    /**
     * Who talked with that leg, or is rung for it, now this call's; empty if nobody can be had. Throws if the asker's caller leaves meanwhile.
     *
     * @param asker as it is for whoever is put through
     */
    static List<Bells.Bell> of(CallRun asker, Leg consulting) {
        Taking taking = new Taking(asker, consulting);
        consulting.mail().owner().post(new CallEvent.Asked(taking));
        return taking.await();
    }

    private List<Bells.Bell> await() {
        long deadline = asker.deadline(PATIENCE);
        int came = 0;
        while (true) {
            CallEvent event = asker.inbox.take(deadline);
            switch (event) {
                case null -> {
                    if (withdraw()) {
                        return List.of();
                    }
                    deadline = asker.deadline(PATIENCE);
                }
                case CallEvent.LegJoined joined -> {
                    if (++came == given.size()) {
                        meanwhile.forEach(asker.inbox::post);
                        return given;
                    }
                }
                case CallEvent.Asked answer
                when answer.request() instanceof Refused refused && refused.asked() == this -> {
                    return List.of();
                }
                case CallEvent.Gone gone
                when gone.leg() == asker.caller -> {
                    putDown();
                    throw new CallerLeft(gone);
                }
                case CallEvent.LegEvent early when mine(early.leg()) -> meanwhile.add(early);
                default -> asker.otherwise(event);
            }
        }
    }

    private boolean mine(Leg leg) {
        return given.stream().anyMatch(bell -> bell.leg() == leg);
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
        given.forEach(late -> {
            late.leg().hangUp(HangupCause.NORMAL);
            late.free();
        });
    }

    /** Meant for whoever talks with that leg. */
    boolean means(Leg leg) {
        return leg == consulting;
    }

    /** The other call has nobody who talks with that leg. */
    void refuse() {
        asker.inbox.post(new CallEvent.Asked(new Refused(this)));
    }

    /**
     * False where the end of their talk with whoever is put through might not be noticed (LINES.md 8): the asker has been told so. For
     * whoever might give them away.
     */
    boolean mayHave(Leg leg) {
        boolean watched = Bridging.watched(asker.desk.equipment(), asker.caller.via(), leg.via());
        if (!watched) {
            asker.event(UNWATCHED);
            refuse();
        }
        return watched;
    }

    /**
     * Gives legs and the hold on their person away; false if the asker does not want them any more.
     *
     * @param bells handed over; asked for only if they are wanted
     */
    boolean give(Supplier<List<Bells.Bell>> bells) {
        if (!state.compareAndSet(State.ASKED, State.GRANTED)) {
            return false;
        }
        List<Bells.Bell> handed = List.copyOf(bells.get());
        given = handed;
        handed.stream()
                .flatMap(bell -> Stream.ofNullable(bell.reservation()))
                .map(Presence.Reservation::who)
                .distinct()
                .forEach(who -> asker.desk.presence().passedTo(who, asker.id()));
        handed.forEach(bell -> bell.leg().mail().give(bell.leg(), asker.inbox));
        return true;
    }

    String askerId() {
        return asker.id();
    }
}
