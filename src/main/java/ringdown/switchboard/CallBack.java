package ringdown.switchboard;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import org.tinylog.ThreadContext;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.ledger.Ending;
import ringdown.ledger.Outcome;
import ringdown.ledger.Promise;
import ringdown.number.CallerId;
import ringdown.office.Office;
import ringdown.office.Person;
import ringdown.presence.Presence;

/** A promise is kept: rings a person's telephones, and whoever lifts is put through to the number. Runs on the call's own thread. */
@SuppressWarnings("ReferenceEquality") // a leg is itself, whatever it may be equal to
final class CallBack implements Runnable {
    /** Who asked for it. */
    enum Asked {
        /** A person, on the page. */
        ON_THE_PAGE("promise is kept from the page", Duration.ofSeconds(30), WaysOut.Purpose.PERSON),
        /** A person, from a list of calls to make. */
        FROM_A_LIST("called from a list", Duration.ofSeconds(30), WaysOut.Purpose.PERSON),
        /** The queue: the caller's turn has come. */
        IN_TURN("the caller's turn in the queue has come", Duration.ofSeconds(20), WaysOut.Purpose.AUTOMATIC);

        private final String words;
        private final Duration ringTime;
        private final WaysOut.Purpose purpose;

        Asked(String words, Duration ringTime, WaysOut.Purpose purpose) {
            this.words = words;
            this.ringTime = ringTime;
            this.purpose = purpose;
        }
    }

    private final Desk desk;
    private final Inbox inbox;
    private final Office office;
    private final @Nullable String name;
    private final String number;
    private final Person person;
    private final Presence.Reservation reservation;
    private final Asked asked;
    private final Consumer<Boolean> told;
    private final @Nullable Consumer<CallOutResult> list;
    private final @Nullable String promiseId;

    /**
     * @param name of whoever is called; null: not known
     * @param told hears at once whether somebody lifted
     * @param list hears how it went once somebody has lifted; null: the call is from no list
     * @param promiseId what is kept; null: the call is from a list
     */
    CallBack(
            Desk desk,
            Inbox inbox,
            @Nullable String name,
            String number,
            Person person,
            Presence.Reservation reservation,
            Asked asked,
            Consumer<Boolean> told,
            @Nullable Consumer<CallOutResult> list,
            @Nullable String promiseId) {
        this.promiseId = promiseId;
        this.asked = asked;
        this.told = told;
        this.list = list;
        this.desk = desk;
        this.inbox = inbox;
        this.office = desk.office().get();
        this.name = name;
        this.number = number;
        this.person = person;
        this.reservation = reservation;
    }

    /** Written down before anything rings; after that {@link #run} may start. */
    void open() {
        CallOut.open(desk, office, inbox.callId(), person.extension().digits(), number);
        desk.ledger().event(inbox.callId(), desk.clock().now(), asked.words);
    }

    @Override
    public void run() {
        ThreadContext.put("call", inbox.callId());
        try (Presence.Reservation mine = reservation;
                Occasion occasion = new Occasion(desk, inbox, this::stands)) {
            Optional<Leg> lifted = ring(occasion);
            told.accept(lifted.isPresent());
            if (lifted.isPresent() && occasion.stands()) {
                dial(lifted.get());
                mine.talked();
            } else {
                notDialled(lifted, occasion);
            }
        } catch (RuntimeException bug) {
            Logger.error(bug, "call {} failed", inbox.callId());
            desk.ledger().close(inbox.callId(), notLifted()); // stands unless it has been closed before
        }
    }

    private void dial(Leg mine) {
        CallRun run = new CallRun(desk, inbox, mine);
        run.holds(reservation);
        HangupCause cause = HangupCause.FAULT;
        try {
            cause = new OutgoingCall(
                            run,
                            person.extension(),
                            number,
                            number.startsWith("+") ? number : null,
                            asked.purpose,
                            list)
                    .dial();
            DialWords.say(run, person, cause);
        } catch (ringdown.call.CallerLeft left) {
            cause = HangupCause.NORMAL;
        } finally {
            run.hangUp(mine, cause);
        }
    }

    /** Somebody else may have kept or closed the promise meanwhile, or be talking with them: nobody is called twice for it. */
    private void notDialled(Optional<Leg> lifted, Occasion occasion) {
        if (!occasion.stands()) {
            String why = owed().isEmpty()
                    ? "the promise is settled meanwhile: not dialled"
                    : "somebody is talking with them already: not dialled";
            desk.ledger().event(inbox.callId(), desk.clock().now(), why);
        }
        desk.ledger().close(inbox.callId(), notLifted());
        lifted.ifPresent(leg -> leg.hangUp(HangupCause.NORMAL));
    }

    private boolean stands() {
        return promiseId == null
                || owed().filter(promise -> !desk.dialling().talks(desk.ledger(), promise, inbox.callId()))
                        .isPresent();
    }

    private Optional<Promise> owed() {
        return Optional.ofNullable(promiseId)
                .flatMap(desk.ledger()::promiseById)
                .filter(promise -> promise.state().owed());
    }

    private Optional<Leg> ring(Occasion occasion) {
        return new Summons(desk, inbox, person, occasion).ring(CallerId.of(number, name), asked.ringTime);
    }

    private Ending notLifted() {
        return new Ending(Outcome.NOT_ANSWERED, desk.clock().now(), null, 0, 0, 0, 0, true, false, null, null, null);
    }
}
