package ringdown.switchboard;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.media.AudioSink;
import ringdown.media.Connection;
import ringdown.number.Language;
import ringdown.office.Person;
import ringdown.prompts.Phrase;

/**
 * Calls the mobile of somebody who has no telephone in the office, for the box itself. A mailbox answers too: only key 1 proves a person. Never
 * over the last idle incoming line (SITUATIONS rule 7). Runs on the call's own thread.
 */
@SuppressWarnings("ReferenceEquality") // a leg is itself, whatever it may be equal to
final class MobileSummons {
    private static final int TIME_TO_PRESS = 12_000;

    private final Desk desk;
    private final Inbox inbox;
    private final Person person;
    private final Occasion occasion;
    private @Nullable Connection asking;

    MobileSummons(Desk desk, Inbox inbox, Person person, Occasion occasion) {
        this.occasion = occasion;
        this.desk = desk;
        this.inbox = inbox;
        this.person = person;
    }

    /** The leg on which key 1 was pressed within that time. */
    Optional<Leg> ring(Duration time) {
        String number = Objects.requireNonNull(person.mobile()).e164();
        WaysOut.Taken way =
                desk.ways().take(WaysOut.Purpose.AUTOMATIC, desk.office().get(), new HashSet<>());
        return switch (way) {
            case WaysOut.Taken.Way free -> {
                Leg leg = free.line().dial(number, null, inbox);
                Optional<Leg> taken = await(leg, desk.clock().nanos() + time.toNanos());
                if (taken.isEmpty()) {
                    leg.hangUp(HangupCause.NO_ANSWER);
                    desk.ways().back(free);
                }
                yield taken;
            }
            case WaysOut.Taken.None none -> {
                desk.ledger()
                        .event(
                                inbox.callId(),
                                desk.clock().now(),
                                "the mobile is not rung: " + none.why().words());
                yield Optional.empty();
            }
        };
    }

    private Optional<Leg> await(Leg leg, long deadline) {
        try {
            while (true) {
                CallEvent event = inbox.take(deadline);
                switch (event) {
                    case null -> {
                        return Optional.empty();
                    }
                    case CallEvent.Gone gone
                    when gone.leg() == leg -> {
                        return Optional.empty();
                    }
                    case CallEvent.ShuttingDown stop -> {
                        return Optional.empty();
                    }
                    case CallEvent.Asked asked
                    when asked.request() instanceof BoxCalls.GiveWay || occasion.endedBy(asked) -> {
                        return Optional.empty();
                    }
                    case CallEvent.Answered answered when answered.leg() == leg && asking == null -> ask(leg);
                    case CallEvent.DigitPressed key
                    when key.leg() == leg && key.digit() == '1' && asking != null -> {
                        return Optional.of(leg);
                    }
                    default -> Logger.debug("not waited for: {}", event);
                }
            }
        } finally {
            if (asking != null) {
                asking.close();
            }
        }
    }

    private void ask(Leg leg) {
        Sounds sounds = new Sounds(desk.prompts(), desk.office().get().info());
        Language own = person.language();
        Language language = own == null ? desk.office().get().info().language() : own;
        short[] question = desk.prompts()
                .sound(Phrase.CALL_FROM_OFFICE, language)
                .then(desk.prompts().sound(Phrase.PRESS_ONE_TO_TAKE, language))
                .samples();
        asking = desk.matrix()
                .attach(
                        leg.voice(),
                        sounds.again(Arrays.copyOf(question, question.length + TIME_TO_PRESS)),
                        AudioSink.NOWHERE);
    }
}
