package ringdown.switchboard;

import java.time.Duration;
import java.util.Optional;
import ringdown.call.CallEvent;
import ringdown.call.CallerLeft;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.number.Extension;

/**
 * Somebody calls whom the office is dialling at that moment: the two are joined (SITUATIONS rule 14). The call with the outside caller
 * survives. Runs on the incoming call's thread.
 */
@SuppressWarnings("ReferenceEquality") // a leg is itself, whatever it may be equal to
final class Crossing implements AutoCloseable {
    /** The dialling call answers within a loop of its own; longer means that it is over. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Inbox giver;
    private final Bells.Bell bell;

    private Crossing(Inbox giver, Bells.Bell bell) {
        this.giver = giver;
        this.bell = bell;
    }

    /** The telephone that was dialling the caller, now this call's; empty if nobody dials them. Close it when the talk is over. */
    static Optional<Crossing> of(CallRun run, Caller caller) {
        return run.desk.dialling().to(caller.shown(), caller.contactId()).flatMap(entry -> ask(run, entry));
    }

    private static Optional<Crossing> ask(CallRun run, Dialling.Entry entry) {
        Join join = new Join(run.inbox);
        entry.inbox().post(new CallEvent.Asked(join));
        long deadline = run.deadline(PATIENCE);
        while (true) {
            CallEvent event = run.inbox.take(deadline);
            switch (event) {
                case null -> {
                    if (join.withdraw()) {
                        return Optional.empty();
                    }
                    deadline = run.deadline(PATIENCE);
                }
                case CallEvent.LegJoined joined -> {
                    return Optional.of(joined(run, entry, joined));
                }
                case CallEvent.Gone gone
                when gone.leg() == run.caller -> {
                    if (!join.withdraw()) {
                        putDown(run, entry);
                    }
                    throw new CallerLeft(gone);
                }
                default -> run.otherwise(event);
            }
        }
    }

    private static Crossing joined(CallRun run, Dialling.Entry entry, CallEvent.LegJoined joined) {
        Extension person = entry.person();
        run.event(person + " was dialling this caller: the two calls are joined");
        run.desk.presence().passedTo(person, run.id());
        return new Crossing(entry.inbox(), new Bells.Bell(joined.leg(), person.digits(), null, false));
    }

    /** The caller has left while the telephone was on its way. */
    private static void putDown(CallRun run, Dialling.Entry entry) {
        CallEvent next = run.inbox.take(run.deadline(PATIENCE));
        if (next instanceof CallEvent.LegJoined joined) {
            joined.leg().hangUp(HangupCause.NORMAL);
        }
        entry.inbox().post(new CallEvent.Asked(new Join.Ended()));
    }

    Bells.Bell bell() {
        return bell;
    }

    @Override
    public void close() {
        giver.post(new CallEvent.Asked(new Join.Ended()));
    }
}
