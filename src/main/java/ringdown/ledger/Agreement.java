package ringdown.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.office.CallerClass;
import ringdown.office.Office;
import ringdown.schedule.AgreedTime;
import ringdown.schedule.OfficeHours;
import ringdown.schedule.PromiseTimes;

/** Promises made in a talk (SITUATIONS 6), by {@code *5} on a telephone or on the page. Pure, but for the ledger it writes into. */
public final class Agreement {
    private final Office office;
    private final Ledger ledger;

    public Agreement(Office office, Ledger ledger) {
        this.office = office;
        this.ledger = ledger;
    }

    /**
     * The person's telephone says: I call back then.
     *
     * @param when "1730", or "#" for the deadline of the caller's class
     * @return the promise; empty if the person has talked with nobody outside
     */
    public Optional<Promise> byKey(Extension who, String when, Instant now) {
        return new RecentTalk(ledger, who).before(now).flatMap(talk -> {
            Instant dueAt = when.equals("#") ? null : AgreedTime.of(when, now, CallHours.of(office, talk));
            return make(talk, who, Matter.Kind.CALL_BACK, dueAt, null, now);
        });
    }

    /**
     * Writes the promise down.
     *
     * @param dueAt null: now, overdue by the deadline of the caller's class
     */
    public Optional<Promise> make(
            CallEntry talk,
            @Nullable Extension owner,
            Matter.Kind kind,
            @Nullable Instant dueAt,
            @Nullable String text,
            Instant now) {
        return ledger.agreed(talk.id(), draft(talk, owner, kind, dueAt, text, now));
    }

    /** The same, for whoever writes it together with something else. */
    public PromiseDraft draft(
            CallEntry talk,
            @Nullable Extension owner,
            Matter.Kind kind,
            @Nullable Instant dueAt,
            @Nullable String text,
            Instant now) {
        PromiseTimes times = times(CallHours.of(office, talk), talk.callerClass(), dueAt == null ? now : dueAt);
        return new PromiseDraft(
                party(talk),
                talk.contactId(),
                owner == null ? null : owner.digits(),
                now,
                dueAt == null ? times.dueAt() : dueAt,
                times.overdueAt(),
                null,
                Matter.agreed(kind, talk.callerClass(), text));
    }

    /** The two moments of a promise that is due then: by its class, in the hours of the number that was called. */
    public PromiseTimes times(Promise promise, Instant dueAt) {
        return times(CallHours.of(office, promise, ledger), promise.matter().callerClass(), dueAt);
    }

    private PromiseTimes times(OfficeHours hours, @Nullable String callerClass, Instant dueAt) {
        Duration within = Optional.ofNullable(callerClass)
                .flatMap(office::callerClass)
                .map(CallerClass::callBackWithin)
                .orElse(CallerClass.CALL_BACK_WITHIN);
        return PromiseTimes.of(hours, dueAt, within);
    }

    private static @Nullable String party(CallEntry talk) {
        return talk.direction() == Direction.OUT && talk.callerNumber() == null ? talk.called() : talk.callerNumber();
    }
}
