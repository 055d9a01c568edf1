package ringdown.switchboard;

import java.time.Duration;
import java.util.Optional;
import org.tinylog.Logger;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.call.RingRequest;
import ringdown.number.CallerId;
import ringdown.office.Person;

/** Rings all telephones of one person for the box itself, until one is lifted or the time is over. Runs on the call's own thread. */
final class Summons {
    private final Desk desk;
    private final Inbox inbox;
    private final Person person;

    Summons(Desk desk, Inbox inbox, Person person) {
        this.desk = desk;
        this.inbox = inbox;
        this.person = person;
    }

    /** The leg that was lifted; its person is seen to be there. */
    Optional<Leg> ring(CallerId shown, Duration time) {
        try (Bells bells = new Bells()) {
            RingRequest request = new RingRequest(shown, inbox.callId(), false, null);
            for (var phone : person.phones()) {
                desk.equipment()
                        .telephone(person.extension(), phone)
                        .ifPresent(t -> bells.add(new Bells.Bell(
                                t.ring(request, inbox), person.extension().digits(), null, false)));
            }
            Optional<Leg> lifted = await(bells, desk.clock().nanos() + time.toNanos());
            lifted.ifPresent(leg -> desk.presence().touched(person.extension()));
            return lifted;
        }
    }

    private Optional<Leg> await(Bells bells, long deadline) {
        while (!bells.none()) {
            CallEvent event = inbox.take(deadline);
            switch (event) {
                case null -> bells.silence(HangupCause.NO_ANSWER);
                case CallEvent.ShuttingDown stop -> bells.silence(HangupCause.SHUTDOWN);
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
}
