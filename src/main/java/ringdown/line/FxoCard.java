package ringdown.line;

/**
 * A port that stands where a telephone would: it hangs on an exchange's line. Readings are those of an Si3050: line voltage with
 * sign (register 29), loop current (28), ring detection (5).
 */
public non-sealed interface FxoCard extends LineCard {
    /** Closes or opens the loop; a change is on the line within 2 ms, so that dial pulses can be made of it. */
    void hook(boolean off);

    /** Gains in dB of what is heard and of what is sent, as near as the port can set them; they hold at once. */
    void levels(double heard, double sent);

    /** What the last command was. */
    boolean offHook();

    /** Voltage between the wires with its sign, in volts, ringing filtered out; about 0 without battery. */
    double volts();

    /** Current through the closed loop in milliamperes, never negative. */
    double milliamps();

    /** Ringing voltage above the detector's threshold was seen in this tick. */
    boolean ringing();
}
