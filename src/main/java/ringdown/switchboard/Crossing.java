package ringdown.switchboard;

import java.time.Duration;
import java.util.Optional;
import ringdown.call.CallEvent;
import ringdown.call.CallerLeft;
import ringdown.call.HangupCause;

/**
 * Somebody calls whom the office is dialling at that moment: the two are joined (SITUATIONS rule 14). The call with the outside caller
 * survives. Runs on the incoming call's thread.
 */
@SuppressWarnings("ReferenceEquality") // a leg is itself, whatever it may be equal to
final class Crossing {
    /** The dialling call answers within a loop of its own; longer means that it is over. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private Crossing() {}

    /** The telephone that was dialling the caller, now this call's; empty if nobody dials them. */
    static Optional<Bells.Bell> of(CallRun run, Caller caller) {
        return run.desk.dialling().to(caller.shown(), caller.contactId()).flatMap(entry -> ask(run, entry));
    }

    private static Optional<Bells.Bell> ask(CallRun run, Dialling.Entry entry) {
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
                    run.event(entry.person() + " was dialling this caller: the two calls are joined");
                    run.desk.presence().passedTo(entry.person(), run.id());
                    return join.given();
                }
                case CallEvent.Gone gone
                when gone.leg() == run.caller -> {
                    if (!join.withdraw()) {
                        putDown(run, join);
                    }
                    throw new CallerLeft(gone);
                }
                default -> run.otherwise(event);
            }
        }
    }

    /** The caller has left while the telephone was on its way. */
    private static void putDown(CallRun run, Join join) {
        run.inbox.take(run.deadline(PATIENCE)); // LegJoined
        join.given().ifPresent(late -> {
            late.leg().hangUp(HangupCause.NORMAL);
            late.free();
        });
    }
}
