package ringdown.switchboard;

import java.util.Optional;
import org.tinylog.Logger;
import org.tinylog.ThreadContext;
import ringdown.call.Arrival;
import ringdown.call.CallerLeft;
import ringdown.call.HangupCause;
import ringdown.presence.Presence;

/**
 * A telephone of the office takes the place of another one (RFC 3891): a call that rings there, by anybody; a talk by the same person, or by
 * anybody while its telephone has put it on hold. Runs on the call's own virtual thread.
 */
final class Replacement implements Runnable {
    private final CallRun run;
    private final Arrival.Replacing arrival;

    Replacement(CallRun run, Arrival.Replacing arrival) {
        this.run = run;
        this.arrival = arrival;
    }

    @Override
    public void run() {
        ThreadContext.put("call", run.id());
        run.desk.boxCalls().giveWay(arrival.extension());
        // Whoever talks on the telephone that is replaced is held by that call already.
        Optional<Presence.Reservation> me = run.desk.presence().reserve(arrival.extension(), run.id());
        me.ifPresent(run::holds);
        run.desk.presence().touched(arrival.extension());
        HangupCause cause = HangupCause.FAULT;
        try {
            boolean taken = PickUp.inPlaceOf(arrival.replaced(), run, run.caller(arrival.extension()));
            cause = taken ? HangupCause.NORMAL : HangupCause.BUSY;
        } catch (CallerLeft left) {
            cause = HangupCause.NORMAL;
        } catch (RuntimeException bug) {
            Logger.error(bug, "call {} failed", run.id());
        } finally {
            run.hangUp(run.caller, cause);
            me.ifPresent(Presence.Reservation::close);
        }
    }
}
