package ringdown.switchboard;

import java.time.Duration;
import java.util.Optional;
import ringdown.call.CallerLeft;
import ringdown.number.Extension;
import ringdown.office.RingTarget;
import ringdown.office.Stage;
import ringdown.office.Strategy;
import ringdown.routing.Plan;
import ringdown.routing.Step;

/** Puts a fax machine that calls through to the office's own, where the file names one with an extension. Used by the call's own thread only. */
final class OwnFax {
    private static final Duration NO_LIMIT = Duration.ofDays(1);

    private final CallRun run;
    private final Reaching reaching;
    private final Tally tally;
    private final Sounds sounds;

    OwnFax(CallRun run, Reaching reaching, Tally tally, Sounds sounds) {
        this.run = run;
        this.reaching = reaching;
        this.tally = tally;
        this.sounds = sounds;
    }

    /** True once the two machines have had their say; whoever leaves meanwhile is owed nothing either. */
    boolean reached(Plan plan) {
        Optional<Extension> own = run.office.faxExtension();
        if (own.isEmpty()) {
            return false;
        }
        Stage stage =
                new Stage.Ring(new RingTarget.OfPerson(own.get()), null, Stage.DEFAULT_TIME, Strategy.TOGETHER, null);
        try {
            Reached reached = reaching.reach(new Step.Reach(stage, null), plan, run.deadline(NO_LIMIT));
            if (reached instanceof Reached.By by) {
                talk(by.bell());
                return true;
            }
            return false;
        } catch (CallerLeft left) {
            run.event("the fax machine has hung up");
            return false;
        }
    }

    private void talk(Bells.Bell by) {
        try (Talker machine = Talker.withOutside(run, by)) {
            run.caller.answer();
            tally.connected(by.who());
            run.desk.ledger().talking(run.id(), run.now(), by.who());
            tally.talked(run.talk(machine.leg(), true, sounds).run());
        }
    }
}
