package ringdown.switchboard;

import java.time.Duration;
import java.util.Optional;
import org.tinylog.Logger;
import org.tinylog.ThreadContext;
import ringdown.call.CallEvent;
import ringdown.call.CallerLeft;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.call.RingRequest;
import ringdown.number.CallerId;
import ringdown.number.Extension;
import ringdown.office.Person;
import ringdown.presence.Presence;

/**
 * Rings whoever has parked somebody on a telephone that could not be spoken to (laid down at once, or holding), and says the place: its
 * display shows the code that takes them from there. Gives way to any caller. Runs on a virtual thread of its own.
 */
final class PlaceTold implements Runnable {
    private static final Duration RINGS = Duration.ofSeconds(20);
    private static final Duration LOOKS = Duration.ofMillis(500);

    private final CallRun parked;
    private final Desk desk;
    private final Inbox inbox;
    private final Person person;
    private final int place;

    private PlaceTold(CallRun parked, Person person, int place) {
        this.parked = parked;
        this.desk = parked.desk;
        this.inbox = new Inbox(desk.clock(), parked.id());
        this.person = person;
        this.place = place;
    }

    /** {@code who}: extension; nobody else is told. */
    static void to(CallRun parked, String who, int place) {
        Optional.of(who)
                .filter(one -> one.matches("[0-9]{1,8}"))
                .flatMap(one -> parked.office.person(new Extension(one)))
                .ifPresent(person ->
                        Thread.ofVirtual().name("place-" + place).start(new PlaceTold(parked, person, place)));
    }

    @Override
    public void run() {
        ThreadContext.put("call", inbox.callId());
        desk.boxCalls().begins(person.extension(), inbox);
        try {
            desk.presence().reserve(person.extension()).ifPresent(this::ring);
        } catch (CallerLeft heardEnough) {
            Logger.debug("{} has heard enough", person.extension());
        } catch (RuntimeException bug) {
            Logger.error(bug, "the parking place could not be told");
        } finally {
            desk.boxCalls().over(person.extension(), inbox);
        }
    }

    private void ring(Presence.Reservation hold) {
        RingRequest request = new RingRequest(
                CallerId.of("*69" + place, null), inbox.callId(), false, null, false, RingRequest.Bell.INSIDE);
        try (hold;
                Bells bells = new Bells()) {
            person.phones().stream()
                    .flatMap(phone -> desk.equipment().telephone(person.extension(), phone).stream())
                    .forEach(t -> bells.add(new Bells.Bell(
                            t.ring(request, inbox), person.extension().digits(), null, false)));
            lifted(bells).ifPresent(this::tell);
        }
    }

    private Optional<Leg> lifted(Bells bells) {
        long until = desk.clock().nanos() + RINGS.toNanos();
        while (!bells.none()) {
            CallEvent event = inbox.take(Math.min(until, desk.clock().nanos() + LOOKS.toNanos()));
            switch (event) {
                case null -> {
                    if (desk.clock().nanos() >= until || !waits()) {
                        bells.silence(HangupCause.CANCELLED);
                    }
                }
                case CallEvent.Asked asked
                when asked.request() instanceof BoxCalls.GiveWay -> bells.silence(HangupCause.CANCELLED);
                case CallEvent.Gone gone -> bells.gone(gone.leg(), gone.cause());
                case CallEvent.Answered answered
                when bells.of(answered.leg()).isPresent() -> {
                    return Optional.of(bells.take(answered.leg()).leg());
                }
                default -> Logger.debug("not waited for: {}", event);
            }
        }
        return Optional.empty();
    }

    /** Nobody needs to be told of a place that is empty again. */
    @SuppressWarnings("ReferenceEquality") // an inbox is itself
    private boolean waits() {
        return desk.parking().at(place).filter(there -> there == parked.inbox).isPresent();
    }

    private void tell(Leg leg) {
        CallRun run = new CallRun(desk, inbox, leg);
        run.listen(event -> givesWay(event, leg));
        try {
            run.handset(leg).play(new PlaceWords(run, person.extension().digits()).place(place));
        } finally {
            leg.hangUp(HangupCause.NORMAL);
        }
    }

    /** Whoever only listens to the box is free for a caller. */
    private static boolean givesWay(CallEvent event, Leg leg) {
        boolean wanted = event instanceof CallEvent.Asked asked && asked.request() instanceof BoxCalls.GiveWay;
        if (wanted) {
            leg.hangUp(HangupCause.NORMAL);
        }
        return wanted;
    }
}
