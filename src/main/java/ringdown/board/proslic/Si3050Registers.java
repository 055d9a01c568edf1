package ringdown.board.proslic;

/**
 * The Si3050's registers as far as they are used, after the Si3050 + Si3018/19 data sheet ("Control registers") and what the
 * drivers of DAHDI write into them (facts 2.2 to 2.4). Numbers are decimal as there.
 */
final class Si3050Registers {
    /** Bit 7 resets the chip and clears itself; all settings are lost. */
    static final int CONTROL_1 = 1;

    static final int SOFT_RESET = 0x80;

    /** Reads 3 after reset: hybrid and receive path on. That is how the chip is recognised. */
    static final int CONTROL_2 = 2;

    static final int IDENTITY = 0x03;
    static final int HYBRID_ON = 0x02;

    /** Latched events, cleared by writing 0 into their bit. */
    static final int INTERRUPT_SOURCE = 4;

    static final int RING_SEEN = 0x80;

    /** Hook, on-hook monitor, and the comparators of the ring detector as they are now. */
    static final int DAA_CONTROL_1 = 5;

    static final int OFF_HOOK = 0x01;
    static final int ON_HOOK_MONITOR = 0x08;
    static final int RING_NOW = 0x60;
    /** What must read back as written; else the line side has lost its settings. */
    static final int DAA_KEPT = 0x9B;

    /** 0 starts the link over the isolation capacitors. */
    static final int DAA_CONTROL_2 = 6;

    /** Bits 7 to 4 name the line side: 1 Si3018, 3 Si3019, 0 no link. */
    static final int CHIP_IDS = 11;

    static final int SI3018 = 1;

    /** Bit 6: frames cross the isolation. */
    static final int LINE_STATUS = 12;

    static final int FRAME_DETECT = 0x40;

    static final int INTERNATIONAL_1 = 16;
    static final int INTERNATIONAL_2 = 17;
    /** No calibration when going off hook: sound is there at once. */
    static final int NO_AUTO_CALIBRATION = 0x20;

    static final int INTERNATIONAL_3 = 18;
    static final int FULL_WAVE_RING = 0x02;
    static final int RING_VALIDATION_3 = 24;
    static final int DC_TERMINATION = 26;
    /** Loop current, 1.1 mA a step. */
    static final int LOOP_CURRENT = 28;

    static final double MILLIAMPS_A_STEP = 1.1;

    /** Line voltage, two's complement, 1 V a step; its sign is the polarity. */
    static final int LINE_VOLTAGE = 29;

    static final int AC_TERMINATION = 30;
    static final int DAA_CONTROL_5 = 31;
    /** Full scale, off-hook counter 8 ms, 5 Hz corner, line voltage below 3 V shown too. */
    static final int QUICK_AND_FULL = 0xE3;

    static final int PCM_MODE = 33;
    static final int PCM_ON = 0x20;
    static final int MU_LAW = 0x08;
    static final int PCM_LOOPBACK = 0x80;

    /** Start counts of 10 bits in PCLK after FSYNC: low octet, then high. */
    static final int TRANSMIT_START = 34;

    static final int RECEIVE_START = 36;

    /** Coarse gain in dB, fine gain in 0.1 dB; bit 4 attenuates. Transmit is from the line to the highway. */
    static final int TRANSMIT_GAIN = 38;

    static final int RECEIVE_GAIN = 39;
    static final int TRANSMIT_FINE = 40;
    static final int RECEIVE_FINE = 41;
    static final int ATTENUATE = 0x10;

    /** Eight signed coefficients of the digital hybrid, 45 to 52. */
    static final int HYBRID = 45;

    private Si3050Registers() {}
}
