package ringdown.switchboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import org.tinylog.ThreadContext;
import ringdown.call.Arrival;
import ringdown.call.CallerLeft;
import ringdown.call.HangupCause;
import ringdown.call.Inbox;
import ringdown.ledger.Owners;
import ringdown.number.Dialled;
import ringdown.number.Extension;
import ringdown.number.FeatureCode;
import ringdown.office.Team;
import ringdown.presence.Presence;

/** A telephone of the office has dialled. Runs on the call's own virtual thread. */
final class PhoneCall implements Runnable {
    /** A hotline's target; no telephone can dial it. */
    private static final String TEAM = "team ";

    private final CallRun run;
    private final Arrival.FromPhone arrival;
    private final Supplier<Inbox> further;

    /** {@code further}: the inbox of a call that follows on this thread. */
    PhoneCall(CallRun run, Arrival.FromPhone arrival, Supplier<Inbox> further) {
        this.run = run;
        this.arrival = arrival;
        this.further = further;
    }

    @Override
    public void run() {
        ThreadContext.put("call", run.id());
        run.desk.boxCalls().giveWay(arrival.extension());
        // Another call of the same person may hold them already (a second telephone): then this one goes without.
        Optional<Presence.Reservation> me = run.desk.presence().reserve(arrival.extension(), run.id());
        me.ifPresent(run::holds);
        run.desk.presence().touched(arrival.extension());
        HangupCause cause = HangupCause.FAULT;
        try {
            cause = serve();
            me.ifPresent(Presence.Reservation::talked);
        } catch (CallerLeft left) {
            cause = HangupCause.NORMAL;
        } catch (RuntimeException bug) {
            Logger.error(bug, "call {} failed", run.id());
        } finally {
            run.hangUp(run.caller, cause);
            me.ifPresent(Presence.Reservation::close);
        }
    }

    private HangupCause serve() {
        if (arrival.dialled().startsWith(TEAM)) {
            String name = arrival.dialled().substring(TEAM.length());
            List<Extension> members = run.office.team(name).map(Team::members).orElse(List.of());
            return new InternalCall(run, arrival, members, arrival.dialled()).serve();
        }
        return serve(run.office.dialPlan().dialled(arrival.dialled()), false);
    }

    private HangupCause serve(Dialled dialled, boolean withheld) {
        if (run.office.hasLeft(arrival.extension(), run.now()) && !(dialled instanceof Dialled.Emergency)) {
            return HangupCause.REFUSED; // nobody's telephone any more; calls for help go out all the same
        }
        return switch (dialled) {
            case Dialled.Inside inside -> new InternalCall(run, arrival, heir(inside.extension())).serve();
            case Dialled.Outside outside ->
                outgoing(
                                outside.digits(),
                                outside.number() == null
                                        ? null
                                        : outside.number().e164(),
                                WaysOut.Purpose.PERSON)
                        .withheld(withheld)
                        .serve();
            case Dialled.Emergency emergency -> {
                helpCalled(emergency.digits());
                yield outgoing(emergency.digits(), null, WaysOut.Purpose.EMERGENCY)
                        .serve();
            }
            case Dialled.Feature feature
            when feature.code() == FeatureCode.WITHHELD && !withheld ->
                serve(run.office.dialPlan().dialled(feature.rest()), true);
            case Dialled.Feature feature -> new FeatureCall(run, arrival, feature, further).serve();
            case Dialled.Incomplete incomplete -> HangupCause.NO_SUCH_NUMBER;
            case Dialled.Invalid invalid -> HangupCause.NO_SUCH_NUMBER;
        };
    }

    /** The hour in which the dispatcher may call back begins, and the front desk is told while the call is made. */
    private void helpCalled(String number) {
        HelpOnDisk.Called help =
                new HelpOnDisk.Called(arrival.extension().digits(), arrival.telephone(), number, run.now());
        run.desk.helps().called(help);
        HelpNotice.toFrontDesk(run.desk, help, run.id());
    }

    /** Whoever has left is reached at their successor's. */
    private Extension heir(Extension called) {
        LocalDate today = run.now().atZone(run.office.info().timeZone()).toLocalDate();
        return new Owners(run.office).heir(called, today).orElse(called);
    }

    private OutgoingCall outgoing(String digits, @Nullable String e164, WaysOut.Purpose purpose) {
        return new OutgoingCall(run, arrival.extension(), digits, e164, purpose);
    }
}
