package ringdown.board.proslic;

import static ringdown.board.proslic.IndirectTable.*;
import static ringdown.board.proslic.Si3210Registers.*;

import ringdown.line.Fault;

/**
 * An Si3210 measures its own offsets and the mismatch of its outer transistors, in DAHDI's manual form (facts 3.4, step 10; data sheet
 * "Calibration"). It takes about two seconds; what it found is kept and put back after a reset in service.
 */
final class FxsCalibration {
    private static final int FIRST_RESULT = RING_GAIN_MISMATCH;
    private static final int RESULTS = CONVERTER_PEAK - FIRST_RESULT + 1;
    private static final int PEAK = 8;

    private final RegisterBus chip;
    private final IndirectRegisters indirect;
    private final int[] results = new int[RESULTS];
    private boolean known;
    private int trial;

    FxsCalibration(RegisterBus chip, IndirectRegisters indirect) {
        this.chip = chip;
        this.indirect = indirect;
    }

    /** Adds its steps to a power-up. */
    void steps(Sequence sequence) {
        if (known) {
            sequence.then(this::restore);
            return;
        }
        sequence.then(() -> begin(0x18, 0x47))
                .until(this::finished, 10, 800, Fault.UNCALIBRATED)
                .pause(10)
                .then(this::openBalance)
                .until(() -> balanced(RING_GAIN_MISMATCH, RING_CURRENT), 40, 1280, Fault.UNCALIBRATED)
                .then(() -> trial = 0x1F)
                .until(() -> balanced(TIP_GAIN_MISMATCH, TIP_CURRENT), 40, 1280, Fault.UNCALIBRATED)
                .then(() -> chip.write(LINEFEED, Linefeed.ACTIVE))
                .pause(100)
                .then(() -> begin(0x01, 0x40))
                .until(this::finished, 10, 600, Fault.UNCALIBRATED)
                .then(this::keep);
    }

    /** Another module may stand there now. */
    void forget() {
        known = false;
    }

    private void begin(int second, int first) {
        for (int enable : new int[] {ENABLE_1, ENABLE_2, ENABLE_3}) {
            chip.write(enable, 0);
        }
        chip.write(LINEFEED, Linefeed.OPEN);
        chip.write(CALIBRATION_2, second);
        chip.write(CALIBRATION_1, first);
    }

    private boolean finished() {
        return chip.read(CALIBRATION_1) == 0;
    }

    private void openBalance() {
        for (int i = FIRST_BALANCE; i <= LAST_BALANCE; i++) {
            indirect.write(i, 0);
        }
        chip.write(RING_GAIN_MISMATCH, 0x10);
        chip.write(TIP_GAIN_MISMATCH, 0x10);
        trial = 0x1F;
    }

    /** The greatest setting at which the transistor carries no current. */
    private boolean balanced(int setting, int current) {
        if (trial < 0x1F && chip.read(current) == 0) {
            return true;
        }
        chip.write(setting, trial);
        trial--;
        return false;
    }

    private void keep() {
        chip.write(CONVERTER_TIME, 0x99);
        int peak = chip.read(CONVERTER_PEAK);
        if (peak < 2 || peak > 0x0D) {
            chip.write(CONVERTER_PEAK, PEAK);
        }
        for (int i = 0; i < RESULTS; i++) {
            results[i] = chip.read(FIRST_RESULT + i);
        }
        known = true;
    }

    private void restore() {
        for (int i = 0; i < RESULTS; i++) {
            chip.write(FIRST_RESULT + i, results[i]);
        }
        chip.write(CONVERTER_TIME, 0x99);
    }
}
