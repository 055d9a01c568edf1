package ringdown.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.ledger.CallEntry;
import ringdown.ledger.CallQuery;
import ringdown.ledger.Ledger;
import ringdown.ledger.Page;
import ringdown.office.CurrentOffice;
import ringdown.office.Office;

/**
 * Notes what left the agreed order, by the rules that hold when it happens. Whatever is looked at twice is noted once, so that the calls of
 * the last days are simply looked at again after a crash. Safe from any thread.
 */
public final class Deviations {
    private static final Duration LOOKED_AT_AGAIN = Duration.ofDays(3);
    private static final int PAGE = 500;

    private final CurrentOffice office;
    private final OfficeClock clock;
    private final Ledger ledger;
    private final QualityOnDisk disk;

    Deviations(CurrentOffice office, OfficeClock clock, Ledger ledger, QualityOnDisk disk) {
        this.office = office;
        this.clock = clock;
        this.ledger = ledger;
        this.disk = disk;
    }

    /** Looks at the last days again: what a crash kept from being noted. */
    public void catchUp() {
        Instant now = clock.now();
        DeviationRules rules = rules();
        String after = null;
        do {
            Page<CallEntry> page = ledger.calls(
                    new CallQuery(now.minus(LOOKED_AT_AGAIN), null, null, null, null, null, null, PAGE, after));
            page.items().forEach(call -> note(rules.of(call)));
            after = page.next();
        } while (after != null);
        ledger.owed().forEach(promise -> rules.of(promise).ifPresent(one -> note(List.of(one))));
        lines();
    }

    /** A call has changed; it counts once it is over. */
    public void call(String id) {
        ledger.call(id).ifPresent(call -> note(rules().of(call)));
    }

    /** A promise has changed. */
    public void promise(String id) {
        ledger.promiseById(id).flatMap(promise -> rules().of(promise)).ifPresent(one -> note(List.of(one)));
    }

    /** A line has changed: the deaf times of the last days. */
    public void lines() {
        Instant now = clock.now();
        DeviationRules rules = rules();
        List<Deviation> deaf = new ArrayList<>();
        ledger.deaf(now.minus(LOOKED_AT_AGAIN), now.plus(Duration.ofDays(1)))
                .forEach(time -> rules.of(time, now).ifPresent(deaf::add));
        note(deaf);
    }

    /** Somebody has overridden the hours. */
    public void overrideSet(String name, Instant since, @Nullable String by) {
        note(List.of(new Deviation(
                "%s-%s-%d".formatted(Deviation.Kind.OVERRIDE_SET.word(), name, since.toEpochMilli()),
                since,
                Deviation.Kind.OVERRIDE_SET,
                new Deviation.Subject(Deviation.What.OVERRIDE, name),
                null,
                by,
                null,
                null)));
    }

    /** An override stands for longer than its {@code max}. */
    public void overrideLeftOn(String name, Instant at) {
        daily(Deviation.Kind.OVERRIDE_LEFT_ON, new Deviation.Subject(Deviation.What.OVERRIDE, name), at, null);
    }

    /** Somebody let two calls in a row ring out. */
    public void notAnswering(String extension, Instant at) {
        daily(Deviation.Kind.NOT_ANSWERING, new Deviation.Subject(Deviation.What.PERSON, extension), at, extension);
    }

    /** Raised anew after each restart: once a day is enough. */
    private void daily(Deviation.Kind kind, Deviation.Subject subject, Instant at, @Nullable String person) {
        LocalDate day = at.atZone(office.get().info().timeZone()).toLocalDate();
        String id = "%s-%s-%s".formatted(kind.word(), subject.name(), day);
        note(List.of(new Deviation(id, at, kind, subject, null, person, null, null)));
    }

    private void note(List<Deviation> found) {
        if (!found.isEmpty()) {
            disk.note(found);
        }
    }

    private DeviationRules rules() {
        Office present = office.get();
        return new DeviationRules(present);
    }

    /** Noted in [from, to), newest first. */
    public List<Deviation> between(Instant from, Instant to) {
        return disk.deviations(from, to);
    }
}
