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
 * @param levels gains of what the box hears from the port and of what it sends, in dB
 * @param lifeline the outside line that it hangs on while the box is not well, by a relay (LINES rule 17); null: there is no relay
 */
public record PortUse(
        Port port,
        Device use,
        @Nullable Hotline hotline,
        boolean endTone,
        boolean reversal,
        boolean pulse,
        Levels levels,
        @Nullable Port lifeline) {
    /** Without a relay, at the levels of the wires. */
    public PortUse(Port port, Device use, @Nullable Hotline hotline, boolean endTone, boolean reversal, boolean pulse) {
        this(port, use, hotline, endTone, reversal, pulse, Levels.FLAT, null);
    }

    /** Gains in dB of what the box hears from the telephone and of what the telephone hears. */
    public record Levels(double rx, double tx) {
        public static final Levels FLAT = new Levels(0, 0);
        /** What the port's chip can do. */
        public static final double LEAST = -15;

        public static final double MOST = 6;

        public Levels {
            if (!(rx >= LEAST && rx <= MOST) || !(tx >= LEAST && tx <= MOST)) {
                throw new IllegalArgumentException(
                        "a telephone port's levels are -15 to 6 dB, not " + rx + " and " + tx);
            }
        }
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
