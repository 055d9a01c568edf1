package ringdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import ringdown.call.OutsideLine;
import ringdown.clock.OfficeClock;
import ringdown.ledger.DeafTime;
import ringdown.ledger.Ledger;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.number.PhoneNumber;
import ringdown.office.CurrentOffice;
import ringdown.office.Line;
import ringdown.office.Office;

/**
 * Enters into the ledger when whoever calls a number of the office hears busy, because every line that the number reaches is taken
 * (SITUATIONS rule 7). Lines that the provider forwards to while the first is busy belong to it; a trunk is never busy. Works on one
 * virtual thread of its own, since it waits for the disk.
 */
final class BusyWatch implements AutoCloseable {
    private final Plant plant;
    private final CurrentOffice office;
    private final Ledger ledger;
    private final OfficeClock clock;
    private final Set<String> busy = new HashSet<>();
    private final ExecutorService work = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("busy watch").factory());
    private final Notices.Listening listening;

    BusyWatch(Plant plant, CurrentOffice office, Ledger ledger, OfficeClock clock, Notices notices) {
        this.plant = plant;
        this.office = office;
        this.ledger = ledger;
        this.clock = clock;
        this.listening = notices.listen(notice -> {
            if (notice instanceof Notice.LineChanged || notice instanceof Notice.OfficeChanged) {
                work.execute(this::look);
            }
        });
    }

    private void look() {
        Office now = office.get();
        Map<String, OutsideLine> ways = new HashMap<>();
        plant.outsideLines().forEach(way -> ways.put(way.via(), way));
        Set<String> wanted = new LinkedHashSet<>();
        for (Line line : now.lines()) {
            if (line.direction() != Line.Direction.OUT && allBusy(line, now, ways)) {
                wanted.add(line.port().toString());
            }
        }
        List.copyOf(busy).stream().filter(via -> !wanted.contains(via)).forEach(this::end);
        wanted.stream().filter(via -> !busy.contains(via)).forEach(via -> begin(via, now));
    }

    private static boolean allBusy(Line line, Office office, Map<String, OutsideLine> ways) {
        boolean taken = false;
        for (String via : reached(line, office)) {
            OutsideLine way = ways.get(via);
            if (way == null || (!way.via().startsWith("fxo:") && way.free())) {
                return false;
            }
            if (way.state() == OutsideLine.State.IDLE || way.trial()) {
                return false;
            }
            taken |= way.state() != OutsideLine.State.DEAD;
        }
        return taken;
    }

    /** The line, and where its provider forwards calls while it is busy. */
    private static Set<String> reached(Line first, Office office) {
        Set<String> reached = new LinkedHashSet<>();
        List<Line> next = new ArrayList<>(List.of(first));
        while (!next.isEmpty()) {
            Line line = next.removeLast();
            if (reached.add(line.port().toString())) {
                forwards(line, office).forEach(number -> {
                    office.lines().stream()
                            .filter(other -> number.equals(other.number()))
                            .forEach(next::add);
                    office.trunks().stream()
                            .filter(trunk -> trunk.numbers().contains(number))
                            .forEach(trunk -> reached.add(trunk.name()));
                });
            }
        }
        return reached;
    }

    private static Set<PhoneNumber> forwards(Line line, Office office) {
        Set<PhoneNumber> to = new LinkedHashSet<>();
        Optional.ofNullable(line.busyForward()).ifPresent(to::add);
        office.numbers().stream()
                .filter(number -> line.port().toString().equals(number.arrives()))
                .flatMap(number -> Optional.ofNullable(number.forwards()).stream())
                .filter(forwarding ->
                        forwarding.on().contains("busy") || forwarding.on().contains("always"))
                .forEach(forwarding -> to.add(forwarding.to()));
        return to;
    }

    private void begin(String via, Office now) {
        busy.add(via);
        String number = now.lines().stream()
                .filter(line -> line.port().toString().equals(via))
                .map(Line::number)
                .findFirst()
                .map(PhoneNumber::e164)
                .orElse("this line");
        ledger.deafSince(via, clock.now(), DeafTime.Cause.ALL_BUSY, "all lines of " + number + " are busy");
    }

    private void end(String via) {
        busy.remove(via);
        ledger.heardAgain(via, clock.now(), DeafTime.Cause.ALL_BUSY);
    }

    @Override
    public void close() {
        listening.close();
        work.close();
    }
}
