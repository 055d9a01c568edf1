package ringdown.switchboard;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tinylog.Logger;
import org.tinylog.ThreadContext;
import ringdown.call.CallEvent;
import ringdown.call.Inbox;
import ringdown.ledger.CallHours;
import ringdown.ledger.Promise;
import ringdown.number.Extension;
import ringdown.office.Office;
import ringdown.office.Person;
import ringdown.office.PersonNow;
import ringdown.office.PersonState;
import ringdown.office.StateOfPeople;

/**
 * A caller who chose to be called back keeps the place: when its turn comes, somebody who is free is rung, and lifting dials. The place
 * ends when somebody has lifted, when the promise is settled otherwise, when nobody lifts again and again, or when the office closes;
 * the promise stands in any case until it is kept. Runs on its own virtual thread.
 */
final class PromisedTurn implements Runnable {
    private static final Duration LOOK = Duration.ofSeconds(10);
    /** Whoever has not lifted is left in peace for so long. */
    private static final Duration PEACE = Duration.ofSeconds(60);

    /** The call that rings ends its ringing itself, and tells; this is for one that failed. */
    private static final Duration LONGEST_RING = Duration.ofMinutes(1);

    private static final int MOST_TRIES = 3;

    private final Desk desk;
    private final Inbox inbox;
    private final Place place;
    private final String promiseId;
    private final Rings rings;
    private final Map<Extension, Long> peace = new HashMap<>();
    private boolean stopping;

    /** Rings somebody for a promise, as a call of its own. */
    interface Rings {
        /**
         * Rings the person.
         *
         * @param told hears whether somebody lifted, if the answer is {@link CallBackResult.Rings}
         */
        CallBackResult ring(
                Promise promise, String number, Person person, CallBack.Asked asked, Consumer<Boolean> told);
    }

    /** What the call told. */
    private record Told(boolean lifted) implements CallEvent.Request {}

    PromisedTurn(Desk desk, Inbox inbox, Place place, String promiseId, Rings rings) {
        this.desk = desk;
        this.inbox = inbox;
        this.place = place;
        this.promiseId = promiseId;
        this.rings = rings;
    }

    @Override
    public void run() {
        ThreadContext.put("call", place.callId());
        try {
            int tries = 0;
            while (stands() && tries < MOST_TRIES) {
                Optional<Boolean> lifted = next().flatMap(this::ring);
                if (lifted.orElse(false)) {
                    return;
                }
                tries += lifted.isPresent() ? 1 : 0;
                if (lifted.isEmpty()) {
                    pause();
                }
            }
            if (!stopping && desk.queue().waits(place.id(), inbox)) {
                desk.queue().giveUp(place.id());
            }
        } catch (RuntimeException bug) {
            Logger.error(bug, "the place of call {} is lost; its promise stands", place.callId());
            desk.queue().giveUp(place.id());
        }
    }

    /** Still wanted: nobody has taken the place over, the promise is owed, the number called is open. */
    private boolean stands() {
        Office office = desk.office().get();
        return !stopping
                && desk.queue().waits(place.id(), inbox)
                && desk.ledger().promiseById(promiseId).stream()
                        .filter(promise -> promise.state().owed())
                        .map(promise -> CallHours.of(office, promise, desk.ledger()))
                        .anyMatch(hours -> hours.isOpen(desk.clock().now()));
    }

    private void pause() {
        CallEvent event = inbox.take(desk.clock().nanos() + LOOK.toNanos());
        if (event instanceof CallEvent.ShuttingDown) {
            stopping = true;
        }
    }

    /** Whom the place may ring now. */
    private Optional<Person> next() {
        Office office = desk.office().get();
        StateOfPeople now = desk.presence().snapshot();
        List<Extension> free =
                place.people().stream().filter(who -> free(who, now, office)).toList();
        List<Extension> wanted = free.stream().filter(this::mayBeRung).toList();
        boolean apart = !canBeDialled(office) || (wanted.isEmpty() && !free.isEmpty());
        desk.queue().stands(place.id(), apart);
        List<Extension> mine = desk.queue().turn(place.id(), apart ? List.of() : wanted, place.people());
        return mine.stream().findFirst().flatMap(office::person);
    }

    /** A line is left for it, the number is known, the head has confirmed one that costs, and nobody talks with them, who have called again. */
    private boolean canBeDialled(Office office) {
        return desk.ways().any(WaysOut.Purpose.AUTOMATIC, office)
                && desk.ledger()
                        .promiseById(promiseId)
                        .filter(promise -> promise.number() == null
                                || Switchboard.unconfirmed(promise)
                                || desk.dialling().calls(desk.ledger(), promise))
                        .isEmpty();
    }

    private boolean mayBeRung(Extension who) {
        return peace.getOrDefault(who, desk.clock().nanos()) - desk.clock().nanos() <= 0;
    }

    private boolean free(Extension who, StateOfPeople now, Office office) {
        PersonNow person = now.of(who);
        LocalDate today = desk.clock().now().atZone(office.info().timeZone()).toLocalDate();
        return person.state() == PersonState.AVAILABLE
                && !person.ready().isEmpty()
                && office.person(who).stream().noneMatch(p -> p.absentOn(today) || p.leftBefore(today));
    }

    /** Whether somebody lifted; empty if they could not be rung after all. */
    private Optional<Boolean> ring(Person person) {
        Optional<Promise> promise = desk.ledger().promiseById(promiseId);
        String number = promise.map(Promise::number).orElse(null);
        if (promise.isEmpty() || number == null) {
            return Optional.empty();
        }
        CallBackResult result = rings.ring(
                promise.get(),
                number,
                person,
                CallBack.Asked.IN_TURN,
                lifted -> inbox.post(new CallEvent.Asked(new Told(lifted))));
        return result instanceof CallBackResult.Rings ? Optional.of(told(person.extension())) : Optional.empty();
    }

    private boolean told(Extension who) {
        desk.queue().rings(place.id(), List.of(who));
        try {
            long deadline = desk.clock().nanos() + LONGEST_RING.toNanos();
            boolean lifted = false;
            for (CallEvent event = inbox.take(deadline); event != null; event = inbox.take(deadline)) {
                stopping |= event instanceof CallEvent.ShuttingDown;
                if (event instanceof CallEvent.Asked asked && asked.request() instanceof Told told) {
                    lifted = told.lifted();
                    break;
                }
            }
            if (lifted) {
                desk.queue().served(place.id(), who);
            }
            peace.put(who, desk.clock().nanos() + PEACE.toNanos());
            return lifted;
        } finally {
            desk.queue().silent(place.id());
        }
    }
}
