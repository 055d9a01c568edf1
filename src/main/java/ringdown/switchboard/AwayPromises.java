package ringdown.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Ledger;
import ringdown.ledger.Promise;
import ringdown.office.CallerClass;
import ringdown.office.CurrentOffice;
import ringdown.schedule.ActiveOverride;
import ringdown.schedule.OfficeHours;
import ringdown.schedule.PromiseTimes;

/**
 * What was promised while nobody knew when the office would be back: the time begins to run when somebody ends the override
 * (SITUATIONS rule 12).
 */
public final class AwayPromises {
    private final CurrentOffice office;
    private final Ledger ledger;

    /** Ready at once; the overrides call {@link #returned}. */
    public AwayPromises(CurrentOffice office, Ledger ledger) {
        this.office = office;
        this.ledger = ledger;
    }

    /** Everything promised meanwhile is due now, or at the next opening. */
    public void returned(ActiveOverride was, Instant at) {
        if (was.override().until() != null) {
            return; // its hour was spoken and stands
        }
        ledger.owed().stream()
                .filter(promise -> !promise.madeAt().isBefore(was.since()))
                .filter(promise -> stillProvisional(promise, was))
                .forEach(promise -> due(promise, at));
    }

    /** As it was made: a moment for which the caller has asked since then stands. */
    private boolean stillProvisional(Promise promise, ActiveOverride was) {
        var made = PromiseTimes.of(hours(promise), promise.madeAt(), within(promise), was);
        return made.dueAt()
                .truncatedTo(ChronoUnit.SECONDS)
                .equals(promise.dueAt().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Of the number that was called. */
    private OfficeHours hours(Promise promise) {
        return ledger.call(promise.callId())
                .map(call -> Entrance.hours(office.get(), call.via(), call.called()))
                .orElseGet(() -> office.get().officeHours());
    }

    private void due(Promise promise, Instant at) {
        var times = PromiseTimes.of(hours(promise), at, within(promise));
        ledger.postpone(promise.id(), times.dueAt(), times.overdueAt(), "office");
    }

    private Duration within(Promise promise) {
        return ledger.call(promise.callId())
                .map(CallEntry::callerClass)
                .flatMap(name -> office.get().callerClass(name))
                .map(CallerClass::callBackWithin)
                .orElse(CallerClass.CALL_BACK_WITHIN);
    }
}
