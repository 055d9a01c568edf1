package ringdown.switchboard;

import java.util.Optional;
import ringdown.call.Leg;
import ringdown.call.OutsideLine;
import ringdown.number.Extension;
import ringdown.office.Port;
import ringdown.office.PortUse;

/**
 * How one call out is put onto a line or a trunk: with which number of ours, or none, and whether that line may be taken for a call for help.
 * Used by the call's own thread only.
 */
final class OnTheWay {
    private final CallRun run;
    private final Extension person;
    private boolean withheld;

    OnTheWay(CallRun run, Extension person) {
        this.run = run;
        this.person = person;
    }

    /** Whoever is called sees no number of the office. */
    void withhold() {
        withheld = true;
    }

    /** Empty where the way cannot do what is wanted. */
    Optional<Leg> dial(OutsideLine way, String number) {
        if (withheld && !way.hides()) {
            run.event(way.via() + " cannot withhold the office's number");
            return Optional.empty();
        }
        run.desk.ways().spare(way.via(), alarm());
        return Optional.of(
                withheld
                        ? way.dialHidden(number, run.inbox)
                        : way.dial(number, OwnNumber.shown(run.office, person, way.via()), run.inbox));
    }

    /** The call on it is over. */
    void over(OutsideLine way) {
        run.desk.ways().spare(way.via(), false);
    }

    /** An alarm device calls its own help: its line is nobody else's (LINES rule 14). */
    private boolean alarm() {
        Optional<Port> port = Port.of(run.caller.via());
        return run.office.ports().stream()
                .anyMatch(use -> use.use() == PortUse.Device.ALARM && port.equals(Optional.of(use.port())));
    }
}
