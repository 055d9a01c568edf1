package ringdown.board.hat;

import ringdown.board.proslic.SpiBytes;

/** A board's pins, open. Used on the thread that polls the chips. */
public interface Wiring extends AutoCloseable {
    /** The chip select of that number. What fails is answered by 0xFF, as by a chip that is not there. */
    SpiBytes select(int number);

    /** Holds all chips in reset, or lets them go. */
    void reset(boolean held);

    /** Drives the pin (BCM number) of a lifeline relay, low at first and in the end; false: it cannot be driven. */
    boolean relay(int pin, boolean high);

    /** Lets the pins go; the chips stay in reset. Closing twice is fine. */
    @Override
    void close();
}
