package ringdown.switchboard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import org.tinylog.ThreadContext;
import ringdown.call.Arrival;
import ringdown.call.CallEvent;
import ringdown.call.CallerLeft;
import ringdown.call.HangupCause;
import ringdown.ledger.CallEntry;
import ringdown.ledger.CallOpened;
import ringdown.ledger.Direction;
import ringdown.ledger.Ending;
import ringdown.ledger.Outcome;
import ringdown.number.CallerId;
import ringdown.office.Port;
import ringdown.office.Script;
import ringdown.routing.Called;
import ringdown.routing.Plan;
import ringdown.routing.Router;

/**
 * A call from outside: written down, identified, planned, carried through its plan, ended. Whatever happens, it ends in one outcome
 * and, if nobody talked, in a promise. Runs on the call's own virtual thread.
 */
@SuppressWarnings("ReferenceEquality") // a leg is itself, whatever it may be equal to
final class IncomingCall implements Runnable {
    /** The line tells after the second ring or 6 s that no caller ID comes (CONTRACT §3); a second more, then we do not wait. */
    private static final Duration IDENTITY_WAIT = Duration.ofSeconds(7);

    private final CallRun run;
    private final Arrival.FromOutside arrival;
    private final Answering answering;

    IncomingCall(CallRun run, Arrival.FromOutside arrival) {
        this.run = run;
        this.arrival = arrival;
        this.answering = new Answering(run, arrival, called(arrival));
    }

    @Override
    public void run() {
        ThreadContext.put("call", run.id());
        Ending ending = answering.lastResort();
        try {
            open();
            ending = serve();
        } catch (CallerLeft left) {
            boolean elsewhere = left.gone().cause() == HangupCause.ANSWERED_ELSEWHERE;
            ending = elsewhere ? answering.talkedElsewhere() : answering.gaveUp();
        } catch (RuntimeException bug) {
            Logger.error(bug, "call {} failed", run.id());
            run.event("fault inside the box: the caller is called back");
            ending = answering.gaveUp();
            run.caller.hangUp(HangupCause.FAULT);
        } finally {
            answering.close();
            run.hangUp(run.caller, ending.outcome() == Outcome.REFUSED ? HangupCause.REFUSED : HangupCause.NORMAL);
            run.desk.ledger().close(run.id(), ending);
        }
    }

    private void open() {
        Caller caller = Caller.of(arrival.caller(), run.desk, run.office);
        run.desk
                .ledger()
                .open(new CallOpened(
                        run.id(),
                        run.startedAt,
                        Direction.IN,
                        arrival.via(),
                        arrival.called(),
                        caller.shown(),
                        caller.callerId().name(),
                        caller.hidden(),
                        scriptOf(arrival)));
    }

    private @Nullable String scriptOf(Arrival.FromOutside from) {
        return Port.of(from.via())
                .flatMap(run.office::line)
                .map(line -> line.script())
                .or(() -> run.office.trunk(from.via()).map(trunk -> trunk.script()))
                .orElse(run.office.scripts().values().stream()
                        .findFirst()
                        .map(Script::name)
                        .orElse(null));
    }

    private Ending serve() {
        Caller caller =
                Caller.of(arrival.identityComplete() ? arrival.caller() : awaitIdentity(), run.desk, run.office);
        answering.identified(caller);
        run.desk.ledger().identified(run.id(), caller.identity());
        Optional<Bells.Bell> told = helped(caller);
        if (told.isEmpty()
                && OwnMobile.of(run, caller.number()).filter(OwnMobile::served).isPresent()) {
            return answering.served();
        }
        Plan plan = Router.plan(caller.enquiry(run.desk, run.office, called(arrival), run.now()));
        run.event("script " + plan.script());
        if (plan.firstInQueue()) {
            run.event(CallEntry.THIRD_CALL);
        }
        return told.flatMap(bell -> answering.talk(bell, plan)).orElseGet(() -> answering.follow(plan));
    }

    /** Who lifted for whoever may be the dispatcher, before the box itself says or asks anything (LINES rule 1). */
    private Optional<Bells.Bell> helped(Caller caller) {
        List<HelpOnDisk.Called> help = run.desk.helps().within(run.now());
        return help.isEmpty() || !OneWayLines.joinable(run)
                ? Optional.empty()
                : new HelpCall(run).ring(help, caller.display());
    }

    /** Routing needs the number: it waits for it, as long as the line says that one may still come. */
    private CallerId awaitIdentity() {
        long deadline = run.deadline(IDENTITY_WAIT);
        while (true) {
            CallEvent event = run.inbox.take(deadline);
            switch (event) {
                case null -> {
                    return arrival.caller();
                }
                case CallEvent.Identified known
                when known.leg() == run.caller -> {
                    return known.caller();
                }
                case CallEvent.Gone gone when gone.leg() == run.caller -> throw new CallerLeft(gone);
                default -> run.otherwise(event);
            }
        }
    }

    private static Called called(Arrival.FromOutside from) {
        return Entrance.of(from.via(), from.called());
    }
}
