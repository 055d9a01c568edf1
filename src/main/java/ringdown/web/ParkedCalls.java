package ringdown.web;

import java.util.OptionalInt;

/** Who waits in a parking place. */
@FunctionalInterface
public interface ParkedCalls {
    /** The place in which the party of that call waits; empty: they do not. */
    OptionalInt placeOf(String callId);
}
