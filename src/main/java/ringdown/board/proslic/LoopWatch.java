package ringdown.board.proslic;

import static ringdown.board.proslic.Si3210Registers.*;

/**
 * Whether current flows through the telephone, as the chip has debounced it. Between ring trip and the loop closure that follows it
 * neither bit may stand for some milliseconds: that is no hang-up, and a chip that does not feed the line says nothing at all. Belongs to its driver.
 */
final class LoopWatch {
    /** While a telephone rings, dials or talks, a look every so many milliseconds (LINES rule 5: at most 5). */
    static final int BUSY_EVERY = 4;

    /** On hook. */
    static final int IDLE_EVERY = 8;

    private static final int AFTER_TRIP = 24;
    private static final int BUSY_FOR = 1000;

    private final RegisterBus chip;
    private boolean closed;
    private int afterTrip;
    private int busyFor;

    LoopWatch(RegisterBus chip) {
        this.chip = chip;
    }

    boolean closed() {
        return closed;
    }

    /** One millisecond on; true when it is time for a look. */
    boolean due(int clock, boolean ringing) {
        afterTrip = Math.max(0, afterTrip - 1);
        busyFor = closed || ringing ? BUSY_FOR : Math.max(0, busyFor - 1);
        return clock % (busyFor > 0 ? BUSY_EVERY : IDLE_EVERY) == 0;
    }

    /** One look, in a state of high voltage or of battery. */
    void look(boolean highVoltage) {
        int status = chip.read(LOOP_STATUS);
        if (highVoltage) {
            boolean trip = (status & RING_TRIP) != 0 || activeByItself();
            afterTrip = trip ? AFTER_TRIP : afterTrip;
            closed = trip;
        } else {
            closed = (status & LOOP_CLOSED) != 0 || afterTrip > 0;
        }
    }

    /** The chip ends ringing at once when it sees a trip, and then shows no trip any more. */
    private boolean activeByItself() {
        return (chip.read(LINEFEED) & 0x07) == Linefeed.ACTIVE;
    }

    /** The chip had opened the line by itself, or was reset: what was seen last holds until it feeds the line again. */
    void hold(boolean wasClosed) {
        closed = wasClosed;
        afterTrip = wasClosed ? AFTER_TRIP : 0;
    }

    /** The port itself has opened the loop. */
    void opened() {
        closed = false;
        afterTrip = 0;
    }
}
