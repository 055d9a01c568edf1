package ringdown.routing;

import org.jspecify.annotations.Nullable;
import ringdown.number.PhoneNumber;
import ringdown.office.Line;
import ringdown.office.Office;
import ringdown.office.Port;
import ringdown.schedule.OfficeHours;

/** Where a call came in. */
public sealed interface Called {

    /** Over a line of the city's exchange. */
    record OnLine(Port port) implements Called {}

    /** Over a trunk; {@code number} as the provider sent it, null where it sent none that is known. */
    record OnTrunk(String trunk, @Nullable PhoneNumber number) implements Called {}

    /** The hours of the number called: its own, else those of the place, else the office's. */
    default OfficeHours hours(Office office) {
        return office.officeHours(place(), number(office));
    }

    /** True if these are not simply the office's. */
    default boolean hasOwnHours(Office office) {
        return office.hasOwnHours(place(), number(office));
    }

    private String place() {
        return switch (this) {
            case OnLine line -> line.port().toString();
            case OnTrunk trunk -> trunk.trunk();
        };
    }

    private @Nullable PhoneNumber number(Office office) {
        return switch (this) {
            case OnLine line -> office.line(line.port()).map(Line::number).orElse(null);
            case OnTrunk trunk -> trunk.number();
        };
    }
}
