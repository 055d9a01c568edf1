package ringdown.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.call.Doorway;
import ringdown.call.Inbox;
import ringdown.call.Leg;
import ringdown.call.Lifeline;
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
    private final List<OutsidePort> ports = new ArrayList<>();
    private final List<FxsLine> telephones = new ArrayList<>();
    private final List<AutoCloseable> work = new ArrayList<>();
    private final Wellbeing box = new Wellbeing();

    /** Takes over all cards of the shelf; calls begin to arrive at the doorway with the next frame. */
    public AnalogEdge(
            Shelf shelf,
            CurrentOffice office,
            OfficeClock clock,
            Doorway doorway,
            Notices notices,
            Alarms alarms,
            LineProfiles profiles) {
        this(shelf, office, clock, doorway, notices, alarms, profiles, LineEvidences.NONE, Runnable::run);
    }

    /** The same, with a place where readings are kept, and a thread for what takes longer than the board's may wait. */
    public AnalogEdge(
            Shelf shelf,
            CurrentOffice office,
            OfficeClock clock,
            Doorway doorway,
            Notices notices,
            Alarms alarms,
            LineProfiles profiles,
            LineEvidences evidences,
            Executor measuring) {
        LineSite site = new LineSite(clock, doorway, notices, alarms, profiles, evidences, measuring);
        Setups setups = new Setups(office);
        this.shelf = shelf;
        faults = new FaultWatch(site, "box");
        RingPower power = new RingPower(() -> office.get().info().ringsAtOnce());
        for (FxoCard card : shelf.fxo()) {
            lines.add(new FxoLine(card, site, setups.line(port(card))));
        }
        for (FxsCard card : shelf.fxs()) {
            var lifeline = new LifelineKeeper(card.port(), shelf, box, this::copper);
            telephones.add(new FxsLine(card, site, setups.phone(port(card)), power, lifeline));
        }
        lines.forEach(line -> ports.add(new OutsidePort(line, () -> lifelines(line.via()))));
        work.add(shelf.everyFrame(Shelf.Stage.RECEIVED, this::received));
        work.add(shelf.everyFrame(Shelf.Stage.SENDING, this::sending));
    }

    private static Port port(LineCard card) {
        return Port.of(card.port()).orElseThrow();
    }

    private Optional<FxoLine> copper(Port port) {
        return lines.stream().filter(line -> line.via().equals(port.toString())).findFirst();
    }

    private List<Lifeline> lifelines(String via) {
        return telephones.stream()
                .flatMap(telephone -> telephone.lifeline().stream())
                .filter(one -> one.line().equals(via))
                .toList();
    }

    /** The threads that carry calls run. Said every second from one of them, when calls are taken; unsaid for 5 s, lifelines fall (LINES rule 17). */
    public void well() {
        box.said();
    }

    private synchronized void received() {
        box.frame();
        faults.frame(shelf.fault());
        lines.forEach(FxoLine::received);
        if (lines.stream().anyMatch(FxoLine::rungBySomebody)) {
            lines.forEach(FxoLine::stopTest);
        }
        lookForLife();
        telephones.forEach(FxsLine::received);
    }

    /** One line at a time, and only while nothing goes on on any (LINES rule 9). */
    private void lookForLife() {
        boolean quiet = true;
        for (FxoLine line : lines) {
            quiet &= line.resting();
        }
        for (FxoLine line : lines) {
            quiet &= !line.triedIfDue(quiet);
        }
    }

    private synchronized void sending() {
        lines.forEach(FxoLine::sending);
        telephones.forEach(FxsLine::sending);
    }

    /**
     * Calls one line from another (LINES rule 18): no call of the ledger, and left unanswered; whoever rings anywhere ends it.
     *
     * @param number of the line {@code to}, E.164
     * @param rung told on the board's thread once it rings
     * @param heard null: the ring ends the call; else the call is answered, and the loss in dB told on the board's thread once it was heard
     * @return the leg that calls; hang it up; empty: one of the lines is not free
     */
    public Optional<Leg> trial(
            String from, String to, String number, Inbox inbox, Runnable rung, @Nullable DoubleConsumer heard) {
        Optional<OutsidePort> caller = at(from).filter(OutsidePort::free);
        Optional<OutsidePort> called = at(to).filter(OutsidePort::free);
        if (caller.isEmpty() || called.isEmpty()) {
            return Optional.empty();
        }
        TestTone tone = heard == null ? null : new TestTone(heard);
        FxoLeg leg = caller.get().trialLeg(inbox, tone);
        called.get().expect(new ExpectedRing(caller.get().own(), leg::dialled, rung, tone));
        return Optional.of(caller.get().dialTrial(number, leg));
    }

    private Optional<OutsidePort> at(String port) {
        return ports.stream().filter(line -> line.via().equals(port)).findFirst();
    }

    /** Somebody rings elsewhere, on a trunk: tests give way with the next frame (LINES rule 18). From any thread. */
    public void rungElsewhere() {
        lines.forEach(line -> line.ask(line::stopTest));
    }

    /** What a trial of that line has shown: it rang, or nobody may have got through since its last sign of life. */
    public void tried(String port, boolean rang) {
        at(port).ifPresent(line -> line.rangForTrial(rang));
    }

    /** All outside lines, in the order of their ports, also those that the office file does not name. */
    public List<OutsideLine> lines() {
        return List.copyOf(ports);
    }

    /** The outside line at a port such as "fxo:1". */
    public Optional<OutsideLine> line(String port) {
        return at(port).map(line -> line);
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
