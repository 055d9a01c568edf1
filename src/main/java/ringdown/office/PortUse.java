package ringdown.office;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What hangs on an FXS port (LINES rule 14).
 *
 * @param hotline whom it calls when the handset is lifted and nothing is dialled; null: nobody
 * @param endTone busy tone sounds for 10 s when the far end has gone, before the loop is opened
 * @param reversal the battery turns when a call that was dialled there is answered
 * @param pulse a train of breaks in a talk is digits
 * @param lifeline the outside line that it hangs on while the box is not well, by a relay (LINES rule 17); null: there is no relay
 */
public record PortUse(
        Port port,
        Device use,
        @Nullable Hotline hotline,
        boolean endTone,
        boolean reversal,
        boolean pulse,
        @Nullable Port lifeline) {
    /** Without a relay. */
    public PortUse(Port port, Device use, @Nullable Hotline hotline, boolean endTone, boolean reversal, boolean pulse) {
        this(port, use, hotline, endTone, reversal, pulse, null);
    }

    /** Kinds of devices: all but telephones and doors get sound untouched. */
    public enum Device {
        TELEPHONE,
        FAX,
        ALARM,
        TERMINAL,
        DOOR;

        /** People speak into it. */
        public boolean voice() {
            return this == TELEPHONE || this == DOOR;
        }
    }

    /**
     * What is called without a digit.
     *
     * @param target an extension, or "team " and a name
     */
    public record Hotline(String target, Duration after) {
        @Override
        public String toString() {
            return after.isZero() ? target : target + " after " + after.toSeconds() + "s";
        }
    }
}
