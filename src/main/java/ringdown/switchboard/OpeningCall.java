package ringdown.switchboard;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import org.tinylog.ThreadContext;
import ringdown.call.CallEvent;
import ringdown.call.CallerLeft;
import ringdown.call.Handset;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.ledger.CallOpened;
import ringdown.ledger.Direction;
import ringdown.ledger.Ending;
import ringdown.ledger.Outcome;
import ringdown.ledger.Promise;
import ringdown.number.CallerId;
import ringdown.number.Language;
import ringdown.office.Office;
import ringdown.office.Person;
import ringdown.presence.Presence;
import ringdown.prompts.Phrase;
import ringdown.prompts.Prompts;
import ringdown.prompts.Sound;

/**
 * Rings somebody who owes calls and says how many and whom first: key 1 dials, key 2 goes to the next, hanging up is later. Each call out
 * is one of its own in the ledger, so that its attempt counts. Runs on the call's own thread.
 */
final class OpeningCall implements Runnable {
    static final String WHY = "the day opens: promises are due";

    private static final Duration RING_TIME = Duration.ofSeconds(25);
    private static final Duration FOR_A_KEY = Duration.ofSeconds(6);
    private static final int TIMES_ASKED = 2;
    private static final int LEFT_OFF = 20;

    private final Desk desk;
    private final Inbox inbox;
    private final Person person;
    private final Presence.Reservation reservation;
    private final DuePromises due;
    private final Supplier<Inbox> further;
    private final Consumer<Boolean> told;
    /** Of the telephone: this call, then each call out in turn. */
    private Inbox owner;

    /**
     * @param further the inbox of a call that follows on this thread
     * @param told hears at once whether somebody lifted
     */
    OpeningCall(
            Desk desk,
            Inbox inbox,
            Person person,
            Presence.Reservation reservation,
            Supplier<Inbox> further,
            Consumer<Boolean> told) {
        this.desk = desk;
        this.inbox = inbox;
        this.owner = inbox;
        this.person = person;
        this.reservation = reservation;
        this.due = new DuePromises(desk.office(), desk.ledger(), desk.clock());
        this.further = further;
        this.told = told;
    }

    /** Written down before anything rings; after that {@link #run} may start. */
    void open() {
        String who = person.extension().digits();
        desk.ledger()
                .open(new CallOpened(
                        inbox.callId(), desk.clock().now(), Direction.INTERNAL, who, who, null, null, false, null));
        desk.ledger().event(inbox.callId(), desk.clock().now(), WHY);
        desk.boxCalls().begins(person.extension(), inbox);
    }

    @Override
    public void run() {
        ThreadContext.put("call", inbox.callId());
        Outcome outcome = Outcome.NOT_ANSWERED;
        try (reservation;
                Occasion occasion = new Occasion(
                        desk, inbox, () -> due.of(person.extension()).stream().anyMatch(one -> !beingCalled(one)))) {
            Optional<Leg> lifted = person.phones().isEmpty()
                    ? new MobileSummons(desk, inbox, person, occasion).ring(RING_TIME)
                    : new Summons(desk, inbox, person, occasion).ring(shown(), RING_TIME);
            outcome = lifted.isPresent() ? Outcome.TALKED : outcome;
            told.accept(lifted.isPresent());
            lifted.ifPresent(this::serve);
        } catch (RuntimeException bug) {
            Logger.error(bug, "call {} failed", inbox.callId());
            told.accept(false);
        } finally {
            desk.boxCalls().over(person.extension(), inbox);
            desk.ledger().close(inbox.callId(), ending(outcome));
        }
    }

    /** The display names whom the first call would go to: whoever is not there finds the number among the missed calls. */
    private CallerId shown() {
        List<Promise> owed = due.of(person.extension());
        return owed.isEmpty() ? CallerId.of(person.extension().digits(), null) : client(owed.getFirst());
    }

    /** By the name they have now. */
    private CallerId client(Promise promise) {
        return CallerId.of(
                DuePromises.number(promise), desk.contacts().present(promise.contactId(), promise.contactName()));
    }

    private void serve(Leg leg) {
        CallRun run = new CallRun(desk, inbox, leg);
        run.listen(event -> givesWay(event, leg));
        try {
            listed(run);
        } catch (CallerLeft later) {
            Logger.debug("hung up: later");
        } finally {
            if (leg.mail().owner() == owner) {
                leg.hangUp(HangupCause.NORMAL); // unless somebody else's call has it
            }
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

    private void listed(CallRun first) {
        CallRun run = first;
        Set<String> passed = new HashSet<>();
        for (int call = 0; call < LEFT_OFF; call++) {
            List<Promise> owed = due.of(person.extension()).stream()
                    .filter(promise -> !passed.contains(promise.id()) && !beingCalled(promise))
                    .toList();
            if (owed.isEmpty()) {
                play(run, Phrase.GOODBYE);
                return;
            }
            Promise next = owed.getFirst();
            Character key = key(run.handset(run.caller), announcement(owed.size(), next));
            if (key == null) {
                return;
            }
            passed.add(next.id());
            if (key == '1' && stillDue(next)) {
                run = dial(run, next);
            }
        }
    }

    /** While it was being said somebody else may have kept or closed it, or be calling them: nobody is called twice for it. */
    private boolean stillDue(Promise promise) {
        return due.of(person.extension()).stream().anyMatch(one -> one.id().equals(promise.id()))
                && !beingCalled(promise);
    }

    private boolean beingCalled(Promise promise) {
        return desk.dialling().calls(desk.ledger(), promise);
    }

    private static @Nullable Character key(Handset handset, Sound words) {
        for (int time = 0; time < TIMES_ASKED; time++) {
            Character key = handset.playUntilKey(words.samples(), "12");
            key = key == null ? handset.key(FOR_A_KEY) : key;
            if (key != null && (key == '1' || key == '2')) {
                return key;
            }
        }
        return null;
    }

    /** The call out takes the telephone over and leaves it to what follows. */
    private CallRun dial(CallRun run, Promise promise) {
        String number = DuePromises.number(promise);
        desk.boxCalls().over(person.extension(), inbox); // from here on it is the person's own call
        Inbox next = further.get();
        run.caller.mail().give(run.caller, next);
        owner = next;
        next.take(desk.clock().nanos()); // LegJoined, which give() posts first
        CallRun call = new CallRun(desk, next, run.caller);
        call.holds(reservation);
        String e164 = number.startsWith("+") ? number : null;
        HangupCause cause = new OutgoingCall(call, person.extension(), number, e164, WaysOut.Purpose.PERSON).serve();
        DialWords.say(call, person, cause);
        return call;
    }

    private Sound announcement(int count, Promise first) {
        Prompts prompts = desk.prompts();
        Office office = desk.office().get();
        Sounds sounds = new Sounds(prompts, office.info());
        Caller client = Caller.of(client(first), desk, office);
        return prompts.owed(count, language())
                .then(prompts.sound(Phrase.OWED_FIRST, language()))
                .then(sounds.who(client, language()))
                .then(prompts.sound(Phrase.OWED_KEYS, language()));
    }

    private void play(CallRun run, Phrase phrase) {
        run.handset(run.caller).play(desk.prompts().sound(phrase, language()).samples());
    }

    private Language language() {
        Language own = person.language();
        return own == null ? desk.office().get().info().language() : own;
    }

    private Ending ending(Outcome outcome) {
        return new Ending(outcome, desk.clock().now(), null, 0, 0, 0, 0, true, false, null, null, null);
    }
}
