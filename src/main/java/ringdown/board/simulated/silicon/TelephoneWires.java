package ringdown.board.simulated.silicon;

import ringdown.line.FxsCard.Feed;

/** The two wires that an Si3210 feeds. Times are milliseconds within the frame of 10 ms. */
public interface TelephoneWires {
    /** What stands on the wires. */
    void feed(Feed feed);

    /** Ringing of that frequency and voltage is what {@link Feed#RINGING} means from now on. */
    void ringing(double hz, double vrms);

    /** The voltage that lights a neon lamp stands on the wires. */
    void lampVoltage(boolean on);

    /** The telephone closes the loop at that millisecond. */
    boolean closed(int millisecond);

    /** One frame of sound: 80 samples from the chip; replaced by what the chip hears. */
    void carry(short[] sound);
}
