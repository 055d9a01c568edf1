package ringdown.board.proslic;

import static ringdown.board.proslic.IndirectTable.*;
import static ringdown.board.proslic.Si3210Registers.*;

/**
 * An Si3210's ringing: a sine of the country's frequency and voltage with the ring trip that belongs to it, or the high voltage that
 * lights a neon message lamp (facts 3.5 and 3.8; data sheet "Ringing generation"). Belongs to its driver.
 */
final class RingGenerator {
    /** Hz up to which a line holds | ring trip filter | ring trip debounce. */
    private static final int[][] RING_TRIP = {
        {18, 0x0200, 0x0F},
        {29, 0x0320, 0x0B},
        {39, 0x0380, 0x09},
        {49, 0x0400, 0x07},
        {59, 0x06A8, 0x05},
        {99, 0x0800, 0x05}
    };

    private static final double FULL_SCALE_VOLTS = 96;
    private static final double BATTERY_STEP = 1.5;
    private static final double HEADROOM_VOLTS = 4;
    private static final int RING_TRIP_34_MA = 0x3600;

    private final RegisterBus chip;
    private final IndirectRegisters indirect;
    private final CountryRow row;

    RingGenerator(RegisterBus chip, IndirectRegisters indirect, CountryRow row) {
        this.chip = chip;
        this.indirect = indirect;
        this.row = row;
    }

    static int coefficient(double hz) {
        return (int) Math.round(Math.cos(2 * Math.PI * hz / 1000) * 32768);
    }

    static int amplitude(double hz, double peakVolts) {
        double c = Math.cos(2 * Math.PI * hz / 1000);
        return (int) Math.round(0.25 * Math.sqrt((1 - c) / (1 + c)) * 32768 * peakVolts / FULL_SCALE_VOLTS);
    }

    /** Sets the chip up to ring when the linefeed says so. */
    void ring() {
        chip.write(RINGING_CONTROL, 0);
        indirect.write(OSCILLATOR_COEFFICIENT, coefficient(row.ringHz()));
        indirect.write(RING_AMPLITUDE, amplitude(row.ringHz(), row.ringPeakVolts()));
        indirect.write(RING_PHASE, 0);
        indirect.write(RING_TRIP_THRESHOLD, RING_TRIP_34_MA);
        int[] trip = ringTrip();
        indirect.write(RING_TRIP_FILTER, trip[1]);
        chip.write(RING_TRIP_DEBOUNCE, trip[2]);
        chip.write(HIGH_BATTERY, (int) Math.ceil((row.ringPeakVolts() + HEADROOM_VOLTS) / BATTERY_STEP));
    }

    private int[] ringTrip() {
        int i = 0;
        while (row.ringHz() >= RING_TRIP[i][0]) {
            i++;
        }
        return RING_TRIP[i];
    }

    /** Sets the chip up to light the lamp when the linefeed says "ringing": a trapezoid of 91.5 V, 250 ms up and down. */
    void lamp() {
        indirect.write(RING_PHASE, 0x03E8);
        indirect.write(RING_AMPLITUDE, 0x7BEF);
        indirect.write(OSCILLATOR_COEFFICIENT, 0x009F);
        chip.write(RINGING_CONTROL, LAMP_BY_TIMERS);
        chip.write(HIGH_BATTERY, 0x3F);
        indirect.write(RING_TRIP_THRESHOLD, 0x4600);
        int[] timers = {0xE0, 0x01, 0xF0, 0x05};
        for (int i = 0; i < timers.length; i++) {
            chip.write(RINGING_TIMERS + i, timers[i]);
        }
    }
}
