package ringdown.line;

import org.jspecify.annotations.Nullable;

/**
 * A port that stands where a telephone would: it hangs on an exchange's line. Readings are those of an Si3050: line voltage with
 * sign (register 29), loop current (28), ring detection (5).
 */
public non-sealed interface FxoCard extends LineCard {
    /** Closes or opens the loop; a change is on the line within 2 ms, so that dial pulses can be made of it. */
    void hook(boolean off);

    /** Gains in dB of what is heard and of what is sent, as near as the port can set them; they hold at once. */
    void levels(double heard, double sent);

    /** How many settings of its hybrid the port has that are worth trying on a line. */
    int hybrids();

    /** Chooses the setting of that number; 0 is the plain one, with which a port starts. It holds until another is chosen. */
    void hybrid(int which);

    /** What the port is to sound on the line, as its country wants it: "270 ohm + (750 ohm || 150 nF)" or "complex"; null: not known. */
    default @Nullable String impedance() {
        return null;
    }

    /** What the last command was. */
    boolean offHook();

    /** What the port does by itself and tells; null for a port that shows its wires and carries sound, as a line interface chip does. */
    default @Nullable FxoSigns signs() {
        return null;
    }

    /** Voltage between the wires with its sign, in volts, ringing filtered out; about 0 without battery. */
    double volts();

    /** Current through the closed loop in milliamperes, never negative. */
    double milliamps();

    /** Ringing voltage above the detector's threshold was seen in this tick. */
    boolean ringing();
}
