package ringdown.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.office.CallerClass;
import ringdown.office.CallerClass.Obligation;
import ringdown.office.Office;
import ringdown.schedule.OfficeHours;
import ringdown.schedule.PromiseTimes;

/**
 * What is owed to a caller of whom somebody says afterwards what kind they are (SITUATIONS 5): nothing, that the message is heard, or a call
 * back; whoever is responsible for that class owes it. What a person has agreed in a talk stays. Pure, but for the ledger it writes into.
 *
 * @param managed the caller has a manager, whose promise it stays
 */
record Reclassed(Office office, Ledger ledger, Promise promise, boolean managed) {
    private static final String SPAM = "spam";
    private static final String WRONG_NUMBER = "wrongNumber";
    /** How a promise ends because of its caller's class. */
    private static final List<String> CLOSED_AS = List.of(SPAM, WRONG_NUMBER);

    /** Somebody has closed it so, since then. */
    static boolean hasClosed(Promise promise, Instant since) {
        Instant at = promise.closedAt();
        return at != null
                && !at.isBefore(since)
                && CLOSED_AS.contains(String.valueOf(promise.how()))
                && !PromiseEvent.BOX.equals(promise.closedBy());
    }

    /** By that extension or account; {@code said} null: the caller is of no class. */
    void as(@Nullable CallerClass said, String by, Instant now) {
        if (said != null && said.owedNothing()) {
            closed(said.refuse(), by, now);
            return;
        }
        switch (said == null ? Obligation.CALL_BACK : said.obligation()) {
            case NONE -> {} // is owed nothing
            case LISTEN -> becomes(Matter.Kind.LISTEN, Matter.Kind.CALL_BACK, said, by, now);
            case CALL_BACK -> becomes(Matter.Kind.CALL_BACK, Matter.Kind.LISTEN, said, by, now);
        }
    }

    /** Nobody owes a call to a wrong number; the promise is closed in the name of who said so. */
    private void closed(boolean refused, String by, Instant now) {
        ledger.settle(promise.id(), false, refused ? SPAM : WRONG_NUMBER, by, now, null);
    }

    private void becomes(Matter.Kind kind, Matter.Kind in, @Nullable CallerClass said, String by, Instant now) {
        if (promise.matter().inTalk()) {
            return;
        }
        if (promise.matter().kind() == kind) {
            known(said, by, now);
        } else if (promise.matter().kind() == in) {
            turns(kind, said, by, now);
        }
    }

    /** The same is owed, to a caller of whom more is known: they have their class's place in the list and its people; what was said stands. */
    private void known(@Nullable CallerClass said, String by, Instant now) {
        String name = said == null ? null : said.name();
        if (!Objects.equals(name, promise.matter().callerClass())) {
            ledger.change(promise.id(), new PromiseChange.Known(name), by);
            moved(said, by, now);
        }
    }

    private void turns(Matter.Kind kind, @Nullable CallerClass said, String by, Instant now) {
        PromiseTimes times = times(kind, said, promise.madeAt());
        if (!times.overdueAt().isAfter(now)) {
            times = times(kind, said, now); // nobody has broken what nobody knew to be owed
        }
        ledger.change(
                promise.id(),
                new PromiseChange.Classed(said == null ? null : said.name(), kind, times.dueAt(), times.overdueAt()),
                by);
        moved(said, by, now);
    }

    private void moved(@Nullable CallerClass said, String by, Instant now) {
        owner(said, now)
                .map(Extension::digits)
                .filter(next -> !next.equals(promise.owner()) && !answers(said))
                .ifPresent(next -> ledger.change(
                        promise.id(), new PromiseChange.OwnerMoved(next, "the caller is of another class"), by));
    }

    private PromiseTimes times(Matter.Kind kind, @Nullable CallerClass said, Instant from) {
        OfficeHours hours = CallHours.of(office, promise, ledger);
        Duration within = said == null ? CallerClass.CALL_BACK_WITHIN : said.callBackWithin();
        return kind == Matter.Kind.LISTEN && said != null && said.hearWithin() != null
                ? PromiseTimes.hearing(hours, from, said.hearWithin())
                : PromiseTimes.of(hours, from, within);
    }

    /** Whoever owes it is one of those who answer for the class. */
    private boolean answers(@Nullable CallerClass said) {
        return Optional.ofNullable(said)
                .map(CallerClass::responsible)
                .flatMap(office::team)
                .filter(team -> team.members().stream()
                        .anyMatch(member -> member.digits().equals(promise.owner())))
                .isPresent();
    }

    /** Whoever the class names, as long as they work; else it stays whose it is. */
    private Optional<Extension> owner(@Nullable CallerClass said, Instant now) {
        if (managed) {
            return Optional.empty();
        }
        LocalDate today = now.atZone(office.info().timeZone()).toLocalDate();
        return Optional.ofNullable(said).flatMap(one -> new Owners(office).answering(one.responsible(), today));
    }
}
