package ringdown.switchboard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tinylog.Logger;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.call.RingRequest;
import ringdown.call.Telephone;
import ringdown.number.CallerId;
import ringdown.office.Person;

/**
 * Rings all telephones of one person for the box itself, until one is lifted or the time is over; one that is in the hand already is connected
 * at once. Runs on the call's own thread.
 */
final class Summons {
    private final Desk desk;
    private final Inbox inbox;
    private final Person person;
    private final Occasion occasion;

    Summons(Desk desk, Inbox inbox, Person person, Occasion occasion) {
        this.occasion = occasion;
        this.desk = desk;
        this.inbox = inbox;
        this.person = person;
    }

    /** The leg that was lifted; its person is seen to be there. */
    Optional<Leg> ring(CallerId shown, Duration time) {
        try (Bells bells = new Bells()) {
            List<Telephone> lying = telephones(desk, person);
            List<Telephone> inHand =
                    lying.stream().filter(Telephone::awaitsDigits).toList();
            RingRequest request = new RingRequest(shown, inbox.callId(), !inHand.isEmpty(), null);
            (inHand.isEmpty() ? lying : inHand)
                    .forEach(t -> bells.add(new Bells.Bell(
                            t.ring(request, inbox), person.extension().digits(), null, false)));
            Optional<Leg> lifted = await(bells, desk.clock().nanos() + time.toNanos());
            lifted.ifPresent(leg -> desk.presence().touched(person.extension()));
            return lifted;
        }
    }

    /** Whoever holds a handset and has dialled nothing needs no ring. */
    static boolean inHand(Desk desk, Person person) {
        return telephones(desk, person).stream().anyMatch(Telephone::awaitsDigits);
    }

    private static List<Telephone> telephones(Desk desk, Person person) {
        return person.phones().stream()
                .flatMap(phone -> desk.equipment().telephone(person.extension(), phone).stream())
                .toList();
    }

    private Optional<Leg> await(Bells bells, long deadline) {
        while (!bells.none()) {
            CallEvent event = inbox.take(deadline);
            switch (event) {
                case null -> bells.silence(HangupCause.NO_ANSWER);
                case CallEvent.ShuttingDown stop -> bells.silence(HangupCause.SHUTDOWN);
                case CallEvent.Asked asked
                when asked.request() instanceof BoxCalls.GiveWay -> bells.silence(HangupCause.CANCELLED);
                case CallEvent.Asked asked when occasion.endedBy(asked) -> bells.silence(HangupCause.CANCELLED);
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
}
