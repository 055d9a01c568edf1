package ringdown.board.proslic;

/**
 * The Si3210's indirect registers and what they hold after power-up (facts 3.3; data sheet "Indirect registers"). What is written
 * must read back: that is a module's first test.
 */
final class IndirectTable {
    static final int OSCILLATOR_COEFFICIENT = 20;
    static final int RING_AMPLITUDE = 21;
    static final int RING_PHASE = 22;
    static final int GAIN_TO_TELEPHONE = 26;
    static final int GAIN_FROM_TELEPHONE = 27;
    static final int RING_TRIP_THRESHOLD = 29;
    static final int RING_TRIP_FILTER = 36;
    /** Filters of the loop closure, ring trip and power alarms: 35 to 39. */
    static final int FIRST_FILTER = 35;

    static final int LAST_FILTER = 39;
    /** What an open line's common mode currents are balanced with: 88 to 93. */
    static final int FIRST_BALANCE = 88;

    static final int LAST_BALANCE = 93;

    /** 16-bit values of registers 0 to 43, in order. */
    private static final int[] VALUES = {
        0x55C2, 0x51E6, 0x4B85, 0x4937, 0x3333, 0x0202, 0x0202, 0x0198, 0x0198, 0x0611, 0x0202, // DTMF detector
        0x00E5, 0x0A1C, // its thresholds
        0x7B30, 0x0063, 0x0000, 0x7870, 0x007D, 0x0000, // oscillators
        0x0000, 0x7EF0, 0x0160, 0x0000, // ringing: offset, coefficient, amplitude, phase
        0x2000, 0x2000, 0x0000, // pulse metering
        0x4000, 0x4000, // digital gains, 1.0
        0x1000, 0x3600, 0x1000, 0x0200, // loop closure, ring trip, common mode thresholds
        0x07C0, 0x2600, 0x1B80, // power thresholds
        0x8000, 0x0320, 0x008C, 0x0100, 0x0010, // filters
        0x0C00, 0x0C00, 0x1000, 0x1000, // common mode, minimum differential voltage, hysteresis
    };

    private IndirectTable() {}

    static int size() {
        return VALUES.length;
    }

    static int value(int register) {
        return VALUES[register];
    }
}
