package ringdown;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.call.Inbox;
import ringdown.call.OutsideLine;
import ringdown.clock.OfficeClock;
import ringdown.line.AnalogEdge;
import ringdown.notice.Alarms;
import ringdown.office.CurrentOffice;
import ringdown.office.Line;
import ringdown.office.Port;
import ringdown.web.NightBook;
import ringdown.web.Nights.Night;

/**
 * The nightly test call: each line that takes calls is called from another one, left unanswered but on one day of the week (LINES rule 18). No
 * call of the ledger. A line that did not ring is an alarm, and deaf since its last sign of life. Works on one virtual thread of its own.
 */
final class NightTest implements AutoCloseable {
    private static final String UNHEARD = "lineUnheard";
    /** A night over which the clock was moved is past. */
    private static final Duration LATE = Duration.ofMinutes(30);

    private static final Duration SETTLING = Duration.ofSeconds(1);
    /** Both lines stand guard after a call. */
    private static final Duration FREE_WITHIN = Duration.ofSeconds(20);

    private final OfficeClock clock;
    private final CurrentOffice office;
    private final AnalogEdge analog;
    private final NightBook nights;
    private final Alarms alarms;
    private final CurrentOffice.Listening listening;
    private final ExecutorService work = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("night test").factory());
    private OfficeClock.@Nullable Alarm next;
    private volatile boolean closed;

    NightTest(OfficeClock clock, CurrentOffice office, AnalogEdge analog, NightBook nights, Alarms alarms) {
        this.clock = clock;
        this.office = office;
        this.analog = analog;
        this.nights = nights;
        this.alarms = alarms;
        analog.lines().forEach(line -> nights.last(line.via()).ifPresent(night -> tell(line.via(), night)));
        listening = office.listen((before, now) -> plan());
        plan();
    }

    private synchronized void plan() {
        if (next != null) {
            next.cancel();
            next = null;
        }
        LocalTime at = office.get().info().testCalls().at();
        if (closed || at == null) {
            return;
        }
        ZonedDateTime now = clock.now().atZone(office.get().info().timeZone());
        ZonedDateTime night = now.with(at);
        Instant due = (night.isAfter(now) ? night : night.plusDays(1)).toInstant();
        next = clock.at(due, "night test", () -> due(due));
    }

    private void due(Instant night) {
        clock.after(SETTLING, "night test", () -> {
            if (!closed && clock.now().isBefore(night.plus(LATE))) {
                work.execute(() -> all(night));
            }
        });
        plan();
    }

    private void all(Instant night) {
        boolean answered = night.atZone(office.get().info().timeZone()).getDayOfWeek()
                == office.get().info().testCalls().answered();
        List<Line> lines = office.get().lines().stream()
                .filter(line -> line.number() != null && line.port().kind() == Port.Kind.FXO)
                .toList();
        for (Line called : lines) {
            if (called.direction() == Line.Direction.OUT || closed) {
                continue;
            }
            lines.stream()
                    .filter(line -> line != called
                            && line.direction() != Line.Direction.IN
                            && !line.outgoing().equals("never"))
                    .map(line -> line.port().toString())
                    .filter(port -> free(port, called.port().toString()))
                    .findFirst()
                    .ifPresent(from -> tried(from, called, answered));
        }
    }

    private boolean free(String from, String to) {
        long deadline = clock.nanos() + FREE_WITHIN.toNanos();
        while (!closed && clock.nanos() < deadline) {
            if (isFree(from) && isFree(to)) {
                return true;
            }
            var _ = new Inbox(clock, "night test").take(clock.nanos() + TimeUnit.MILLISECONDS.toNanos(200));
        }
        return false;
    }

    private boolean isFree(String port) {
        return analog.line(port).filter(OutsideLine::free).isPresent();
    }

    private void tried(String from, Line called, boolean answered) {
        String to = called.port().toString();
        String number = Objects.requireNonNull(called.number()).e164();
        new NightCall(clock, () -> closed, answered)
                .made(analog, from, to, number)
                .ifPresent(night -> {
                    Logger.info(
                            "night test: {} called from {}: {}",
                            to,
                            from,
                            night.result().word());
                    nights.keep(to, night);
                    switch (night.result()) {
                        case RANG, HEARD, NOT_HEARD -> analog.tried(to, true);
                        case NOT_RUNG -> analog.tried(to, false);
                        case NO_DIAL_TONE, STOPPED -> {}
                    }
                    tell(to, night);
                });
    }

    /** Only an answered call says whether sound passes. */
    private void tell(String port, Night night) {
        switch (night.result()) {
            case NOT_HEARD -> alarms.raise(UNHEARD, port, clock.now());
            case HEARD -> alarms.heal(UNHEARD, port, clock.now());
            case RANG, NOT_RUNG, NO_DIAL_TONE, STOPPED -> {}
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        listening.close();
        if (next != null) {
            next.cancel();
        }
        work.shutdownNow();
    }
}
