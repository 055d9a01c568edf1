package ringdown;

import java.time.Instant;
import ringdown.call.OutsideLine;
import ringdown.clock.OfficeClock;
import ringdown.ledger.DeafTime;
import ringdown.ledger.Ledger;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.office.Port;

/** Enters into the ledger from when to when a line or trunk could not be heard. */
final class DeafWatch implements AutoCloseable {
    private final Plant plant;
    private final Ledger ledger;
    private final OfficeClock clock;
    private final Notices.Listening listening;

    DeafWatch(Plant plant, Ledger ledger, OfficeClock clock, Notices notices) {
        this.plant = plant;
        this.ledger = ledger;
        this.clock = clock;
        lastingFromBefore();
        this.listening = notices.listen(notice -> {
            if (notice instanceof Notice.LineChanged changed) {
                look(changed.via());
            } else if (notice instanceof Notice.AlarmChanged changed
                    && changed.alarm().healedAt() == null) {
                // a trunk that has never been registered since the start does not change: its alarm tells
                look(changed.alarm().where());
            }
        });
    }

    /** What a line remembers of before the start lasts; the time until now stands in the ledger already. */
    private void lastingFromBefore() {
        plant.outsideLines().stream()
                .filter(line -> line.mute() != null)
                .forEach(line -> ledger.deafSince(line.via(), clock.now(), DeafTime.Cause.FAULT, line.muteSeen()));
    }

    private void look(String via) {
        plant.outsideLines().stream().filter(line -> line.via().equals(via)).forEach(this::look);
    }

    private void look(OutsideLine line) {
        Instant mute = line.mute();
        if (line.state() != OutsideLine.State.DEAD && mute != null) {
            ledger.deafSince(line.via(), mute, DeafTime.Cause.FAULT, line.muteSeen());
        } else if (line.state() != OutsideLine.State.DEAD) {
            ledger.heardAgain(line.via(), clock.now());
        } else if (line.faultSeen() != null) {
            ledger.deafSince(line.via(), clock.now(), DeafTime.Cause.FAULT, line.faultSeen());
        } else if (Port.of(line.via()).isPresent()) {
            ledger.deafSince(line.via(), clock.now(), DeafTime.Cause.CUT, "no battery on the line");
        } else {
            ledger.deafSince(line.via(), clock.now(), DeafTime.Cause.UNREGISTERED, "not registered at the provider");
        }
    }

    @Override
    public void close() {
        listening.close();
    }
}
