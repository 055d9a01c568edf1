package ringdown.switchboard;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.call.CallEvent;
import ringdown.call.CallerLeft;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.call.RingRequest;
import ringdown.call.Telephone;
import ringdown.number.CallerId;
import ringdown.number.Extension;
import ringdown.number.Language;
import ringdown.office.Person;
import ringdown.office.Phone;
import ringdown.presence.Presence;
import ringdown.prompts.Phrase;
import ringdown.prompts.Sound;

/**
 * Tells one of the front desk that somebody is calling for help while they do, so that the ambulance is met and shown the way (LINES rule 1):
 * their telephones ring and show the number and who dialled it; lifted, they say so. No call of the ledger. Runs on a virtual thread of
 * its own.
 */
final class HelpNotice implements Runnable {
    private static final Duration RINGS = Duration.ofSeconds(40);

    private final Desk desk;
    private final Inbox inbox;
    private final Person person;
    private final HelpOnDisk.Called help;

    private HelpNotice(Desk desk, Inbox inbox, Person person, HelpOnDisk.Called help) {
        this.desk = desk;
        this.inbox = inbox;
        this.person = person;
        this.help = help;
    }

    /** Everybody at the front desk, but who has called. */
    static void toFrontDesk(Desk desk, HelpOnDisk.Called help, String callId) {
        for (Extension who : FrontDesk.of(desk.office().get())) {
            Optional<Person> person = desk.office().get().person(who);
            if (person.isPresent() && !who.digits().equals(help.extension())) {
                Inbox inbox = new Inbox(desk.clock(), callId);
                Thread.ofVirtual().name("help-" + who.digits()).start(new HelpNotice(desk, inbox, person.get(), help));
            }
        }
    }

    @Override
    public void run() {
        desk.boxCalls().begins(person.extension(), inbox);
        try {
            ring();
        } catch (CallerLeft heardEnough) {
            Logger.debug("{} has heard enough", person.extension());
        } catch (RuntimeException bug) {
            Logger.error(bug, "the front desk could not be told of a call for help");
        } finally {
            desk.boxCalls().over(person.extension(), inbox);
        }
    }

    private void ring() {
        // Whoever talks already is told by the call-waiting tone, if their telephone has one.
        try (Presence.@Nullable Reservation hold =
                        desk.presence().reserve(person.extension()).orElse(null);
                Bells bells = new Bells()) {
            RingRequest request = new RingRequest(shown(), inbox.callId(), false, null);
            person.phones().stream()
                    .flatMap(phone -> telephone(phone).stream())
                    .forEach(t -> bells.add(new Bells.Bell(
                            t.ring(t.takesSecondCall() ? request.toSecond() : request, inbox),
                            person.extension().digits(),
                            null,
                            false)));
            lifted(bells).ifPresent(this::tell);
        }
    }

    private Optional<Telephone> telephone(Phone phone) {
        return desk.equipment().telephone(person.extension(), phone);
    }

    /** The number that was dialled, and by whom. */
    private CallerId shown() {
        String who = desk.office()
                .get()
                .person(new Extension(help.extension()))
                .map(Person::name)
                .orElse(help.telephone());
        return CallerId.of(help.number(), who);
    }

    private Optional<Leg> lifted(Bells bells) {
        long until = desk.clock().nanos() + RINGS.toNanos();
        while (!bells.none()) {
            CallEvent event = inbox.take(until);
            switch (event) {
                case null -> bells.silence(HangupCause.NO_ANSWER);
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

    private void tell(Leg leg) {
        CallRun run = new CallRun(desk, inbox, leg);
        run.listen(event -> givesWay(event, leg));
        try {
            Sound words = desk.prompts().sound(Phrase.HELP_CALLED, language());
            if (!help.extension().equals("0")) {
                words = words.then(desk.prompts().digits(help.extension(), language()));
            }
            run.handset(leg).play(words.samples());
            run.handset(leg).play(words.samples());
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

    private Language language() {
        Language own = person.language();
        return own == null ? desk.office().get().info().language() : own;
    }
}
