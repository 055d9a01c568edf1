package ringdown.switchboard;

import org.jspecify.annotations.Nullable;
import ringdown.number.PhoneNumber;
import ringdown.office.Office;
import ringdown.office.Port;
import ringdown.routing.Called;
import ringdown.schedule.OfficeHours;

/** Where a call came in, in the words of the router. Pure. */
final class Entrance {
    private Entrance() {}

    /** {@code called}: E.164 where it is known. */
    static Called of(String via, @Nullable String called) {
        return Port.of(via).<Called>map(Called.OnLine::new).orElseGet(() -> new Called.OnTrunk(via, number(called)));
    }

    /** Of the number called there. */
    static OfficeHours hours(Office office, String via, @Nullable String called) {
        return of(via, called).hours(office);
    }

    private static @Nullable PhoneNumber number(@Nullable String called) {
        return called != null && called.matches("\\+[1-9][0-9]{2,14}") ? new PhoneNumber(called) : null;
    }
}
