package ringdown.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.office.Office;
import ringdown.office.Topic;
import ringdown.schedule.NextOpening;
import ringdown.schedule.OfficeHours;

/**
 * A matter is handed on inside the office (SITUATIONS 20): whoever gets it has two thirds of the time; the first taker stays the owner
 * until the client has been told.
 */
public final class HandingOn {
    private final Office office;
    private final Ledger ledger;

    public HandingOn(Office office, Ledger ledger) {
        this.office = office;
        this.ledger = ledger;
    }

    /**
     * Writes the obligation down: on the promise that the call stands for, else on a new one to answer.
     *
     * @param by who says so, where the call itself has no first taker; null: nobody in person
     */
    public Optional<Promise> handed(CallEntry call, Extension to, @Nullable Extension by, Instant now) {
        Optional<Promise> stands = Optional.ofNullable(call.promiseId())
                .flatMap(ledger::promiseById)
                .filter(promise -> promise.state().owed());
        Optional<Promise> promise = stands.isPresent() ? stands : opened(call, by, now);
        return promise.flatMap(p -> {
            Instant insideAt = inside(now, p.overdueAt(), CallHours.of(office, call));
            return ledger.change(
                    p.id(),
                    new PromiseChange.Handed(to.digits(), insideAt, null),
                    by == null ? PromiseEvent.BOX : by.digits());
        });
    }

    /** Nobody else solves it after all; the promise stays the owner's. */
    public void takenBack(CallEntry call, @Nullable Extension by) {
        Optional.ofNullable(call.promiseId())
                .flatMap(ledger::promiseById)
                .filter(promise -> promise.state().owed() && promise.matter().handing() != null)
                .ifPresent(promise -> ledger.change(
                        promise.id(), new PromiseChange.TakenBack(), by == null ? PromiseEvent.BOX : by.digits()));
    }

    private Optional<Promise> opened(CallEntry call, @Nullable Extension by, Instant now) {
        String taker = call.answeredBy();
        Extension owner = taker != null && taker.matches("[0-9]{1,8}") ? new Extension(taker) : by;
        Optional<Promise> made =
                new Agreement(office, ledger).make(call, owner, Matter.Kind.ANSWER, null, call.essence(), now);
        Optional<Instant> deadline = topic(call).flatMap(topic -> deadline(topic, now, CallHours.of(office, call)));
        return made.flatMap(p -> deadline.isEmpty()
                ? Optional.of(p)
                : ledger.postpone(p.id(), p.dueAt(), deadline.get(), PromiseEvent.BOX));
    }

    private Optional<Topic> topic(CallEntry call) {
        return office.topics().stream()
                .filter(topic -> topic.name().equals(call.topic()))
                .findFirst();
    }

    /** Hours are working time; days are days of the calendar. */
    private static Optional<Instant> deadline(Topic topic, Instant now, OfficeHours hours) {
        Duration within = topic.answerWithin();
        if (within == null) {
            return Optional.empty();
        }
        return within.compareTo(Duration.ofDays(1)) < 0
                ? hours.addWorkingTime(now, within)
                : Optional.of(open(hours.later(now, within), hours));
    }

    private static Instant inside(Instant now, Instant overdueAt, OfficeHours hours) {
        Duration left = Duration.between(now, overdueAt);
        Instant twoThirds =
                left.isNegative() ? now : now.plus(left.multipliedBy(2).dividedBy(3));
        Instant open = open(twoThirds, hours);
        return open.isAfter(overdueAt) ? twoThirds : open;
    }

    private static Instant open(Instant moment, OfficeHours hours) {
        return hours.nextOpening(moment) instanceof NextOpening.At next ? next.at() : moment;
    }
}
