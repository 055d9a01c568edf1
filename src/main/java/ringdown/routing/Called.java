package ringdown.routing;

import org.jspecify.annotations.Nullable;
import ringdown.number.PhoneNumber;
import ringdown.office.Port;

/** Where a call came in. */
public sealed interface Called {

    /** Over a line of the city's exchange. */
    record OnLine(Port port) implements Called {}

    /** Over a trunk; {@code number} as the provider sent it, null where it sent none that is known. */
    record OnTrunk(String trunk, @Nullable PhoneNumber number) implements Called {}
}
