package ringdown;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.ledger.CallHours;
import ringdown.ledger.Ledger;
import ringdown.ledger.Matter;
import ringdown.ledger.Owners;
import ringdown.ledger.Promise;
import ringdown.ledger.PromiseChange;
import ringdown.ledger.PromiseEvent;
import ringdown.notice.Notice;
import ringdown.notice.Notices;
import ringdown.number.Extension;
import ringdown.office.CallerClass;
import ringdown.office.CurrentOffice;
import ringdown.office.Office;
import ringdown.office.Person;

/**
 * What becomes of promises by the clock, also when the simulator moves it over several of them: overdue ones are broken and go to the
 * head, matters handed on slip, owners who are absent or have left are stood in for, and at closing time whoever gave up without a number is
 * written off as such (SITUATIONS 4, 9, 11, 20). The alarms run on the clock's thread.
 */
final class PromiseWatch implements AutoCloseable {
    private final OfficeClock clock;
    private final Ledger ledger;
    private final CurrentOffice office;
    private final Notices.Listening listening;
    private final CurrentOffice.Listening changes;
    private final BiConsumer<Extension, List<Promise>> told;
    private OfficeClock.@Nullable Alarm next;
    private @Nullable Instant nextAt;
    private boolean closed;

    /** @param told hears whose promises others keep from now on, and which */
    PromiseWatch(
            OfficeClock clock,
            Ledger ledger,
            CurrentOffice office,
            Notices notices,
            BiConsumer<Extension, List<Promise>> told) {
        this.told = told;
        this.clock = clock;
        this.ledger = ledger;
        this.office = office;
        this.listening = notices.listen(notice -> {
            if (notice instanceof Notice.PromiseChanged) {
                look();
            }
        });
        this.changes = office.listen((before, now) -> due());
        due();
    }

    /** Sets the alarm for whatever comes next; asked too before the clock is moved, since notices come later. */
    synchronized void look() {
        Instant moment = closed ? null : nextMoment().orElse(null);
        if (moment == null || moment.equals(nextAt)) {
            return;
        }
        if (next != null) {
            next.cancel();
        }
        nextAt = moment;
        next = clock.at(moment, "promises", this::due);
    }

    private Optional<Instant> nextMoment() {
        Instant now = clock.now();
        return ledger.owed().stream()
                .flatMap(promise -> Stream.of(
                                promise.state() == Promise.State.OPEN ? promise.overdueAt() : null,
                                insideAt(promise),
                                numberless(promise) ? closing(promise) : null,
                                standIn(promise, now).isPresent() ? now : null,
                                midnightAfter(now))
                        .filter(Objects::nonNull))
                .map(Objects::requireNonNull)
                .min(Instant::compareTo);
    }

    private static @Nullable Instant insideAt(Promise promise) {
        Matter.Handing handing = promise.matter().handing();
        return handing != null && handing.pending() ? handing.insideAt() : null;
    }

    private void due() {
        synchronized (this) {
            nextAt = null;
        }
        Instant now = clock.now();
        ledger.breakOverdue(now);
        Map<Extension, List<Promise>> moved = new LinkedHashMap<>();
        for (Promise promise : ledger.owed()) {
            escalate(promise, now);
            slip(promise, now);
            move(promise, now)
                    .ifPresent(from -> moved.computeIfAbsent(from, any -> new ArrayList<>())
                            .add(promise));
            writeOff(promise, now);
        }
        moved.forEach(told);
        look();
    }

    private void escalate(Promise promise, Instant now) {
        Office present = office.get();
        String told = promise.matter().escalatedTo();
        if (promise.state() == Promise.State.BROKEN && (told == null || isAway(told, now))) {
            String responsible = Optional.ofNullable(promise.matter().callerClass())
                    .flatMap(present::callerClass)
                    .map(callerClass -> callerClass.responsible())
                    .orElse(promise.owner());
            new Owners(present)
                    .head(responsible, day(now))
                    .filter(head -> !head.digits().equals(told))
                    .ifPresent(head -> change(promise, new PromiseChange.Escalated(head.digits())));
        }
    }

    /** The head to whom it went is ill or has left: whoever stands in is told (SITUATIONS 9). */
    private boolean isAway(String head, Instant now) {
        return head.matches("[0-9]{1,8}") && new Owners(office.get()).why(new Extension(head), day(now)) != null;
    }

    private void slip(Promise promise, Instant now) {
        Instant insideAt = insideAt(promise);
        if (insideAt != null && !insideAt.isAfter(now)) {
            change(promise, new PromiseChange.Slipped());
        }
    }

    /** Due while its owner is not there: it moves at once, not when it is too late. Whom it was taken from; empty: it stays. */
    private Optional<Extension> move(Promise promise, Instant now) {
        Optional<PromiseChange.OwnerMoved> moved = standIn(promise, now);
        moved.ifPresent(change -> change(promise, change));
        return moved.map(change -> new Extension(Objects.requireNonNull(promise.owner())));
    }

    private Optional<PromiseChange.OwnerMoved> standIn(Promise promise, Instant now) {
        String owner = promise.owner();
        if (owner == null || !owner.matches("[0-9]{1,8}")) {
            return Optional.empty();
        }
        Extension who = new Extension(owner);
        LocalDate day = day(promise.dueAt().isAfter(now) ? promise.dueAt() : now);
        Owners owners = new Owners(office.get());
        String why = owners.why(who, day);
        return why == null
                ? Optional.empty()
                : owners.standIn(who, day)
                        .or(() -> office.get().person(who).isPresent()
                                ? Optional.empty()
                                : answering(promise, owners, day))
                        .filter(other -> !other.equals(who))
                        .map(other -> new PromiseChange.OwnerMoved(other.digits(), why));
    }

    /** Whose owner no longer stands in the office file has no deputy or successor: it goes to who answers for the class, else the head. */
    private Optional<Extension> answering(Promise promise, Owners owners, LocalDate day) {
        String responsible = Optional.ofNullable(promise.matter().callerClass())
                .flatMap(office.get()::callerClass)
                .map(CallerClass::responsible)
                .orElse(null);
        return owners.answering(responsible, day)
                .or(() -> owners.head(responsible, day))
                .or(() -> office.get().teams().stream()
                        .flatMap(team -> owners.speaker(team, day).stream())
                        .findFirst())
                .or(() -> office.get().people().stream()
                        .map(Person::extension)
                        .filter(one -> owners.works(one, day))
                        .findFirst());
    }

    /** Nobody can be called back who gave up without a number: it counts as lost, and the list stays readable. */
    private void writeOff(Promise promise, Instant now) {
        if (numberless(promise) && !closing(promise).isAfter(now) && leftNothing(promise)) {
            ledger.settle(promise.id(), false, "noNumber", PromiseEvent.BOX, now, "gave up without a number");
        }
    }

    private static boolean numberless(Promise promise) {
        return promise.number() == null
                && promise.contactId() == null
                && !promise.matter().inTalk();
    }

    private boolean leftNothing(Promise promise) {
        return promise.calls().stream()
                .flatMap(id -> ledger.call(id).stream())
                .noneMatch(call -> call.outcome() == ringdown.ledger.Outcome.MESSAGE || call.endedAt() == null);
    }

    /** Closing time of the day on which it is due, by the number called; midnight for one that does not close. */
    private Instant closing(Promise promise) {
        Instant dueAt = promise.dueAt();
        Instant midnight = midnightAfter(dueAt);
        return CallHours.of(office.get(), promise, ledger)
                .openUntil(dueAt)
                .filter(end -> end.isBefore(midnight))
                .orElse(midnight);
    }

    private Instant midnightAfter(Instant moment) {
        return day(moment).plusDays(1).atStartOfDay(zone()).toInstant();
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(zone()).toLocalDate();
    }

    private ZoneId zone() {
        return office.get().info().timeZone();
    }

    private void change(Promise promise, PromiseChange change) {
        ledger.change(promise.id(), change, PromiseEvent.BOX);
    }

    @Override
    public synchronized void close() {
        closed = true;
        listening.close();
        changes.close();
        if (next != null) {
            next.cancel();
        }
    }
}
