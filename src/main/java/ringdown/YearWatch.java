package ringdown;

import java.time.Instant;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.call.OutsideLine;
import ringdown.clock.OfficeClock;
import ringdown.line.Fault;
import ringdown.notice.Alarms;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.office.CurrentOffice;
import ringdown.office.Office;
import ringdown.office.Port;
import ringdown.routing.year.YearProof;

/**
 * Tries the office in force again at the start, after each change, every night, and when a modem turns out to carry sound only one way at
 * a time: the year moves on, people leave, rosters end, hardware is less than it said. What does not hold any more is an alarm; a box that
 * ran yesterday goes on. Tries on virtual threads of its own.
 */
final class YearWatch implements AutoCloseable {
    private static final String ALARM = "officeDoubtful";
    private static final LocalTime NIGHT = LocalTime.of(0, 10);

    private final OfficeClock clock;
    private final CurrentOffice office;
    private final Alarms alarms;
    private final CurrentOffice.Listening listening;
    private final Notices.Listening modems;
    private final Plant plant;
    private final Set<String> raised = new HashSet<>();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private OfficeClock.@Nullable Alarm next;
    private volatile List<ringdown.office.Fault> kept;
    private boolean closed;

    /** {@code kept}: faults of the office with which the box has started, until another one is in force. */
    YearWatch(
            OfficeClock clock,
            CurrentOffice office,
            Alarms alarms,
            List<ringdown.office.Fault> kept,
            Plant plant,
            Notices notices) {
        this.clock = clock;
        this.office = office;
        this.alarms = alarms;
        this.kept = List.copyOf(kept);
        this.plant = plant;
        this.modems = notices.listen(this::told);
        this.listening = office.listen((before, now) -> {
            this.kept = List.of();
            look();
        });
        look();
        tomorrow();
    }

    private void told(Notice notice) {
        if (notice instanceof Notice.AlarmChanged(var alarm) && alarm.what().equals(Fault.MODEM_ONE_WAY.word())) {
            look();
        }
    }

    /** As it is written, with the modems as they are. */
    private Office asItIs() {
        Set<Port> oneWay = plant.outsideLines().stream()
                .filter(line -> !line.duplex())
                .map(OutsideLine::via)
                .map(Port::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return office.get().withOneWay(oneWay);
    }

    /** However many nights pass at once when the clock is set or moved, one look follows them all. */
    private void look() {
        if (waiting.compareAndSet(false, true)) {
            Thread.ofVirtual().name("year-proof").start(this::prove);
        }
    }

    private synchronized void prove() {
        waiting.set(false);
        if (closed) {
            return;
        }
        Set<String> fields = Stream.concat(
                        kept.stream(), YearProof.of(asItIs(), Map.of(), clock.now()).faults().stream())
                .peek(fault -> Logger.warn("the office does not hold any more: {}", fault))
                .map(ringdown.office.Fault::field)
                .collect(Collectors.toSet());
        Instant now = clock.now();
        fields.forEach(field -> alarms.raise(ALARM, field, now));
        raised.stream().filter(field -> !fields.contains(field)).forEach(field -> alarms.heal(ALARM, field, now));
        raised.clear();
        raised.addAll(fields);
    }

    private synchronized void tomorrow() {
        if (closed) {
            return;
        }
        var zone = office.get().info().timeZone();
        var night = clock.now().atZone(zone).toLocalDate().plusDays(1).atTime(NIGHT);
        next = clock.at(night.atZone(zone).toInstant(), "year-proof", () -> {
            look();
            tomorrow();
        });
    }

    @Override
    public synchronized void close() {
        closed = true;
        listening.close();
        modems.close();
        if (next != null) {
            next.cancel();
        }
    }
}
