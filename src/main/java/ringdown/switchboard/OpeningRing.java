package ringdown.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.call.CallEvent;
import ringdown.call.Inbox;
import ringdown.clock.OfficeClock;
import ringdown.ledger.CallEntry;
import ringdown.ledger.CallQuery;
import ringdown.ledger.Ledger;
import ringdown.ledger.Outcome;
import ringdown.ledger.Promise;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.number.Extension;
import ringdown.office.CurrentOffice;
import ringdown.office.Person;
import ringdown.office.PersonNow;
import ringdown.office.PersonState;
import ringdown.presence.Presence;

/**
 * When the day opens, everybody who owes calls is rung, one after the other, as soon as a telephone of theirs is registered and idle; who
 * does not lift is rung again after five minutes, three times, within the first hour. Alarms come on the clock's thread, the rounds run on
 * virtual threads, one at a time.
 */
public final class OpeningRing implements AutoCloseable {
    private static final Duration AGAIN = Duration.ofMinutes(5);
    private static final Duration AT_MOST = Duration.ofHours(1);
    private static final Duration LONGEST_RING = Duration.ofMinutes(1);
    /** A leap from 1970 to today must not pass every opening in between. */
    private static final Duration CLOCK_UNSET = Duration.ofMinutes(1);

    private static final int TRIES = 3;
    /** More calls than anybody makes in the first hour. */
    private static final int RUNG = 100;

    private final CurrentOffice office;
    private final OfficeClock clock;
    private final Ledger ledger;
    private final Presence presence;
    private final DuePromises due;
    private final Switchboard switchboard;
    private final Notices.Listening listening;
    private final CurrentOffice.Listening changes;
    private final AtomicBoolean round = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private final Map<Extension, Tried> waiting = new HashMap<>();
    private final List<OfficeClock.Alarm> alarms = new ArrayList<>();
    private OfficeClock.@Nullable Alarm opening;
    private boolean closed;
    private boolean resumed;

    /** How often somebody has been rung, when they may be again, and until when. */
    private record Tried(int times, Instant next, Instant until) {}

    /** Whether somebody lifted. */
    private record Told(boolean lifted) implements CallEvent.Request {}

    /** Waits for the next opening from now on. */
    public OpeningRing(
            CurrentOffice office,
            OfficeClock clock,
            Ledger ledger,
            Presence presence,
            Notices notices,
            Switchboard switchboard) {
        this.office = office;
        this.clock = clock;
        this.ledger = ledger;
        this.presence = presence;
        this.due = new DuePromises(office, ledger, clock);
        this.switchboard = switchboard;
        this.listening = notices.listen(notice -> {
            if (notice instanceof Notice.PersonChanged changed && waits(changed.extension())) {
                look();
            }
        });
        this.changes = office.listen((before, now) -> plan());
        plan();
    }

    private synchronized void plan() {
        if (opening != null) {
            opening.cancel();
            opening = null;
        }
        if (!closed && !clock.trusted()) {
            opening = clock.after(CLOCK_UNSET, "opening, once the clock is set", this::plan);
        } else if (!closed) {
            resume();
            new Openings(office.get(), ledger)
                    .next(clock.now())
                    .ifPresent(at -> opening = clock.at(at, "the day opens", () -> opens(at)));
        }
    }

    private void opens(Instant at) {
        synchronized (this) {
            resumed = true;
            begins(at, at::equals, (who, opened) -> new Tried(0, at, at.plus(AT_MOST)));
        }
        plan();
        look();
    }

    /** {@code tried}: what has been done for them since the day opened for them; null: enough. */
    private void begins(Instant now, Predicate<Instant> opens, BiFunction<Extension, Instant, @Nullable Tried> tried) {
        waiting.values().removeIf(one -> now.isAfter(one.until()));
        Openings openings = new Openings(office.get(), ledger);
        for (Promise promise : due.all()) {
            Optional<Extension> owner = owner(promise);
            Optional<Instant> opened =
                    owner.flatMap(who -> openings.of(promise, who, now)).filter(opens);
            if (opened.isPresent() && !waiting.containsKey(owner.get())) {
                Tried before = tried.apply(owner.get(), opened.get());
                if (before != null) {
                    waiting.put(owner.get(), before);
                }
            }
        }
    }

    private static Optional<Extension> owner(Promise promise) {
        return Optional.ofNullable(promise.owner())
                .filter(owner -> owner.matches("[0-9]{1,8}"))
                .map(Extension::new);
    }

    private List<Extension> owners() {
        return due.all().stream()
                .flatMap(promise -> owner(promise).stream())
                .distinct()
                .toList();
    }

    /** The box has been away in the first hour of the day: whoever has not been told yet is, and whoever was rung in vain again. */
    private void resume() {
        Instant now = clock.now();
        if (!resumed) {
            resumed = true;
            begins(now, opened -> !opened.isAfter(now) && now.isBefore(opened.plus(AT_MOST)), this::tried);
            waiting.values().stream()
                    .filter(one -> one.next().isAfter(now))
                    .forEach(one -> alarms.add(clock.at(one.next(), "promises again", this::look)));
            look();
        }
    }

    /** The ledger remembers whom the opening has rung. */
    private @Nullable Tried tried(Extension who, Instant opened) {
        List<CallEntry> rung =
                ledger
                        .calls(new CallQuery(opened, null, who.digits(), null, null, null, null, RUNG, null))
                        .items()
                        .stream()
                        .filter(call -> call.events().stream()
                                .anyMatch(event -> event.what().equals(OpeningCall.WHY)))
                        .toList();
        boolean told = rung.stream().anyMatch(call -> call.outcome() == Outcome.TALKED);
        if (told || rung.size() >= TRIES) {
            return null;
        }
        return new Tried(
                rung.size(),
                rung.isEmpty() ? opened : rung.getFirst().startedAt().plus(AGAIN),
                opened.plus(AT_MOST));
    }

    private synchronized boolean waits(String extension) {
        return waiting.containsKey(new Extension(extension));
    }

    /** However often somebody's state changes, one round follows. */
    private void look() {
        again.set(true);
        if (round.compareAndSet(false, true)) {
            Thread.ofVirtual().name("opening").start(this::rounds);
        }
    }

    private void rounds() {
        try {
            while (again.getAndSet(false)) {
                inTurn().forEach(this::ring);
            }
        } catch (RuntimeException bug) {
            Logger.error(bug, "owners could not be rung at the opening");
        } finally {
            round.set(false);
        }
        if (again.get()) {
            look(); // asked for between the last look and the end of the round
        }
    }

    /** Whoever owes the most urgent call comes first; whose promises are settled is left in peace. */
    private List<Person> inTurn() {
        Instant now = clock.now();
        List<Extension> owners = owners();
        synchronized (this) {
            waiting.keySet().retainAll(owners);
            waiting.values().removeIf(one -> now.isAfter(one.until()));
            if (closed || !office.get().info().openingRing()) {
                waiting.clear();
            }
            return owners.stream()
                    .filter(who ->
                            waiting.containsKey(who) && !waiting.get(who).next().isAfter(now))
                    .flatMap(who -> office.get().person(who).stream())
                    .toList();
        }
    }

    private void ring(Person person) {
        PersonNow now = presence.snapshot().of(person.extension());
        boolean mobileOnly = person.phones().isEmpty() && person.mobile() != null;
        if (now.state() != PersonState.AVAILABLE || (now.ready().isEmpty() && !mobileOnly)) {
            return; // their next change brings the next round
        }
        Inbox told = switchboard.inbox();
        CallBackResult result =
                switchboard.tellOfPromises(person, lifted -> told.post(new CallEvent.Asked(new Told(lifted))));
        if (result instanceof CallBackResult.Rings) {
            rung(person.extension(), lifted(told));
        }
    }

    private boolean lifted(Inbox told) {
        CallEvent event = told.take(clock.nanos() + LONGEST_RING.toNanos());
        return event instanceof CallEvent.Asked asked && asked.request() instanceof Told one && one.lifted();
    }

    private synchronized void rung(Extension who, boolean lifted) {
        Tried before = waiting.remove(who);
        if (lifted || before == null || before.times() + 1 >= TRIES || closed) {
            return;
        }
        Instant next = clock.now().plus(AGAIN);
        waiting.put(who, new Tried(before.times() + 1, next, before.until()));
        alarms.add(clock.at(next, "promises of " + who, this::look));
    }

    @Override
    public synchronized void close() {
        closed = true;
        listening.close();
        changes.close();
        if (opening != null) {
            opening.cancel();
        }
        alarms.forEach(OfficeClock.Alarm::cancel);
    }
}
