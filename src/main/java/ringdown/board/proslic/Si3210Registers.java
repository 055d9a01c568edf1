package ringdown.board.proslic;

/**
 * The Si3210's direct registers as far as they are used, after the data sheet of the register-compatible Si3215 Rev. 0.92 ("Control
 * registers") and what the drivers of DAHDI write into them (facts 3.2, 3.4 to 3.8). Numbers are decimal as there.
 */
final class Si3210Registers {
    /** Bits 3 to 0: revision; 2 to 14 in a chip that is there. */
    static final int MODE_SELECT = 0;

    static final int PCM_MODE = 1;
    static final int PCM_ON = 0x20;
    static final int MU_LAW = 0x08;

    /** Start counts of 10 bits in PCLK after FSYNC: low octet, then high. Transmit is from the telephone to the highway. */
    static final int TRANSMIT_START = 2;

    static final int RECEIVE_START = 4;

    /** Reads 2 after a reset; the driver writes 0. */
    static final int LOOPBACK = 8;

    static final int DIGITAL_LOOPBACK = 0x02;

    static final int IMPEDANCE = 10;
    static final int IMPEDANCE_ON = 0x08;

    /** Reads 0x33 always. */
    static final int HYBRID = 11;

    static final int HYBRID_IDENTITY = 0x33;

    /** Bit 4 stops the DC-to-DC converter. */
    static final int POWER_DOWN_1 = 14;

    static final int STATUS_1 = 18;
    /** Bits 7 to 2: which of the transistors Q6 to Q1 was overloaded. */
    static final int STATUS_2 = 19;

    static final int STATUS_3 = 20;
    static final int ENABLE_1 = 21;
    static final int ENABLE_2 = 22;
    static final int ENABLE_3 = 23;

    static final int INDIRECT_LOW = 28;
    static final int INDIRECT_HIGH = 29;
    /** Written after the data: a write. Written alone: a read. */
    static final int INDIRECT_ADDRESS = 30;

    static final int INDIRECT_STATUS = 31;
    static final int INDIRECT_BUSY = 0x01;

    static final int RINGING_CONTROL = 34;
    /** Timers on, trapezoid: a steady high voltage in slow turns. */
    static final int LAMP_BY_TIMERS = 0x19;
    /** On and off time of ringing, 125 us a step: two octets each. */
    static final int RINGING_TIMERS = 48;

    /** Bits 2 to 0 command the linefeed, 6 to 4 tell its state. */
    static final int LINEFEED = 64;

    static final int BATTERY_FEED = 66;
    static final int AUTOMATIC = 67;
    /** Active by itself on ring trip and on loop closure, open by itself on a power alarm. */
    static final int ALL_AUTOMATIC = 0x07;

    static final int LOOP_STATUS = 68;
    static final int LOOP_CLOSED = 0x01;
    static final int RING_TRIP = 0x02;

    /** Debounce of loop closure and of ring trip, 1.25 ms a step. */
    static final int LOOP_DEBOUNCE = 69;

    static final int RING_TRIP_DEBOUNCE = 70;

    /** 20 mA and 3 mA for each step. */
    static final int LOOP_LIMIT = 71;

    static final int OPEN_VOLTAGE = 72;
    static final int COMMON_VOLTAGE = 73;
    /** Battery for ringing and for talking, 1.5 V a step. */
    static final int HIGH_BATTERY = 74;

    static final int LOW_BATTERY = 75;
    /** Battery as measured, 0.376 V a step. */
    static final int BATTERY_SENSE = 82;

    static final int RING_CURRENT = 88;
    static final int TIP_CURRENT = 89;
    static final int CONVERTER_PERIOD = 92;
    static final int CONVERTER_TIME = 93;
    static final int CALIBRATION_1 = 96;
    static final int CALIBRATION_2 = 97;
    /** 98 to 107 hold what calibration has found. */
    static final int RING_GAIN_MISMATCH = 98;

    static final int TIP_GAIN_MISMATCH = 99;
    static final int CONVERTER_PEAK = 107;
    static final int ENHANCEMENTS = 108;

    private Si3210Registers() {}
}
