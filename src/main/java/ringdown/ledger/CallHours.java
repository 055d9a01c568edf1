package ringdown.ledger;

import org.jspecify.annotations.Nullable;
import ringdown.number.PhoneNumber;
import ringdown.office.Office;
import ringdown.schedule.OfficeHours;

/**
 * Whose hours count for what is owed to a caller: those of the number they called, whoever calls back and when. A call out, and what nobody
 * called for, goes by the office's. Pure.
 */
public final class CallHours {
    private CallHours() {}

    /** Of one call. */
    public static OfficeHours of(Office office, CallEntry call) {
        return call.direction() == Direction.IN
                ? office.officeHours(call.via(), number(call.called()))
                : office.officeHours();
    }

    /** Of what is owed: the number called last. */
    public static OfficeHours of(Office office, Promise promise, Ledger ledger) {
        return promise.calls().reversed().stream()
                .flatMap(id -> ledger.call(id).stream())
                .filter(call -> call.direction() == Direction.IN)
                .findFirst()
                .map(call -> of(office, call))
                .orElseGet(office::officeHours);
    }

    private static @Nullable PhoneNumber number(@Nullable String called) {
        return called != null && called.matches("\\+[1-9][0-9]{2,14}") ? new PhoneNumber(called) : null;
    }
}
