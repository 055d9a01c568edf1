package ringdown.board.simulated.silicon;

/** The two wires that an Si3050 hangs on. Times are milliseconds within the frame of 10 ms. */
public interface ExchangeWires {
    /** Closes or opens the loop. */
    void hook(boolean off);

    /** Direct voltage with its sign. */
    double volts();

    /** Ringing voltage at that millisecond. */
    double ringVolts(int millisecond);

    /** Current through the closed loop. */
    double milliamps();

    /** One frame of sound: 80 samples from the chip; replaced by what the chip hears. */
    void carry(short[] sound);
}
