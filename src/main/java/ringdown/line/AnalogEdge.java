package ringdown.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tinylog.Logger;
import ringdown.call.Doorway;
import ringdown.call.OutsideLine;
import ringdown.call.Telephone;
import ringdown.clock.OfficeClock;
import ringdown.notice.Alarms;
import ringdown.notice.Notices;
import ringdown.office.CurrentOffice;
import ringdown.office.Port;

/**
 * The front door of the analog side: all outside lines and analog telephones of a board. Lives on the thread that waits for the
 * board's frames; its methods may be called from any thread.
 */
public final class AnalogEdge implements AutoCloseable {
    private final Shelf shelf;
    private final FaultWatch faults;
    private final List<FxoLine> lines = new ArrayList<>();
    private final List<FxsLine> telephones = new ArrayList<>();
    private final List<AutoCloseable> work = new ArrayList<>();

    /** Takes over all cards of the shelf; calls begin to arrive at the doorway with the next frame. */
    public AnalogEdge(
            Shelf shelf,
            CurrentOffice office,
            OfficeClock clock,
            Doorway doorway,
            Notices notices,
            Alarms alarms,
            LineProfiles profiles) {
        LineSite site = new LineSite(clock, doorway, notices, alarms, profiles);
        Setups setups = new Setups(office);
        this.shelf = shelf;
        faults = new FaultWatch(site, "box");
        for (FxoCard card : shelf.fxo()) {
            lines.add(new FxoLine(card, site, setups.line(port(card))));
        }
        for (FxsCard card : shelf.fxs()) {
            telephones.add(new FxsLine(card, site, setups.phone(port(card))));
        }
        work.add(shelf.everyFrame(Shelf.Stage.RECEIVED, this::received));
        work.add(shelf.everyFrame(Shelf.Stage.SENDING, this::sending));
    }

    private static Port port(LineCard card) {
        return Port.of(card.port()).orElseThrow();
    }

    private synchronized void received() {
        faults.frame(shelf.fault());
        lines.forEach(FxoLine::received);
        telephones.forEach(FxsLine::received);
    }

    private synchronized void sending() {
        lines.forEach(FxoLine::sending);
        telephones.forEach(FxsLine::sending);
    }

    /** All outside lines, in the order of their ports, also those that the office file does not name. */
    public List<OutsideLine> lines() {
        return List.copyOf(lines);
    }

    /** The outside line at a port such as "fxo:1". */
    public Optional<OutsideLine> line(String port) {
        return lines.stream()
                .filter(line -> line.via().equals(port))
                .map(line -> (OutsideLine) line)
                .findFirst();
    }

    /** All analog telephones, in the order of their ports, also those that belong to nobody. */
    public List<Telephone> telephones() {
        return List.copyOf(telephones);
    }

    /** The telephone at a port such as "fxs:1". */
    public Optional<Telephone> telephone(String port) {
        return telephones.stream()
                .filter(one -> one.id().equals(port))
                .map(one -> (Telephone) one)
                .findFirst();
    }

    /** Ends all calls and lays every line on hook. Call it before the shelf is closed; closing twice is fine. */
    @Override
    public synchronized void close() {
        for (AutoCloseable each : work) {
            try {
                each.close();
            } catch (Exception bug) {
                Logger.error(bug, "a line could not be left");
            }
        }
        if (!work.isEmpty()) {
            work.clear();
            lines.forEach(FxoLine::close);
            telephones.forEach(FxsLine::close);
        }
    }
}
