package ringdown.switchboard;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import ringdown.clock.OfficeClock;
import ringdown.ledger.CallingOrder;
import ringdown.ledger.Ledger;
import ringdown.ledger.Matter;
import ringdown.ledger.Promise;
import ringdown.number.Extension;
import ringdown.office.CurrentOffice;

/** Calls that are due now and can be dialled, in the order in which people are called back. Safe from any thread. */
final class DuePromises {
    private final CurrentOffice office;
    private final Ledger ledger;
    private final OfficeClock clock;

    DuePromises(CurrentOffice office, Ledger ledger, OfficeClock clock) {
        this.office = office;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Of that person. */
    List<Promise> of(Extension who) {
        return all().stream()
                .filter(promise -> who.digits().equals(promise.owner()))
                .toList();
    }

    /** Of everybody. */
    List<Promise> all() {
        Instant now = clock.now();
        List<Promise> due = ledger.owed().stream()
                .filter(promise -> !promise.dueAt().isAfter(now) && canBeDialled(promise))
                .toList();
        return new CallingOrder(office.get()).of(due, now);
    }

    /** Of one of these; only such promises are given out. */
    static String number(Promise promise) {
        return Objects.requireNonNull(promise.number());
    }

    private static boolean canBeDialled(Promise promise) {
        return promise.number() != null
                && promise.matter().kind() == Matter.Kind.CALL_BACK
                && promise.matter().confirm() == Matter.Confirm.NOTHING;
    }
}
