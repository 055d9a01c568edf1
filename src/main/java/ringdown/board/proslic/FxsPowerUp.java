package ringdown.board.proslic;

import static ringdown.board.proslic.IndirectTable.*;
import static ringdown.board.proslic.Si3210Registers.*;

import ringdown.audio.Companding;
import ringdown.line.Fault;

/** Brings an Si3210 up, in the order of facts 3.4. */
final class FxsPowerUp {
    private static final int CONVERTER_OFF = 0x10;
    /** 72 V. */
    private static final int BATTERY_READY = 0xC0;

    private final RegisterBus chip;
    private final IndirectRegisters indirect;
    private final PortSetup setup;
    private final RingGenerator generator;
    private final FxsCalibration calibration;

    FxsPowerUp(RegisterBus chip, IndirectRegisters indirect, PortSetup setup, RingGenerator generator) {
        this.chip = chip;
        this.indirect = indirect;
        this.setup = setup;
        this.generator = generator;
        calibration = new FxsCalibration(chip, indirect);
    }

    static int pcmMode(Companding law) {
        return PCM_ON | (law == Companding.MU_LAW ? MU_LAW : 0);
    }

    /** The chip is one of these, and answers. */
    static boolean present(RegisterBus chip) {
        int revision = chip.read(MODE_SELECT) & 0x0F;
        return revision >= 2 && revision <= 14 && chip.read(HYBRID) == HYBRID_IDENTITY;
    }

    /** All steps. They end with battery on the line. */
    Sequence steps() {
        Sequence sequence = new Sequence()
                .check(() -> present(chip), Fault.ABSENT)
                .check(this::tableWritten, Fault.ABSENT)
                .then(this::converterOn)
                .until(() -> chip.read(BATTERY_SENSE) >= BATTERY_READY, 10, 500, Fault.OVERLOADED)
                .then(() -> chip.write(CONVERTER_TIME, 0x19));
        calibration.steps(sequence);
        return sequence.check(this::filtersRestored, Fault.ABSENT)
                .then(this::service)
                .then(generator::ring);
    }

    /** Everything written, and everything read back. */
    private boolean tableWritten() {
        for (int i = 0; i < size(); i++) {
            if (!indirect.write(i, value(i))) {
                return false;
            }
        }
        for (int i = 0; i < size(); i++) {
            if (indirect.read(i) != value(i)) {
                return false;
            }
        }
        return true;
    }

    private void converterOn() {
        chip.write(LOOPBACK, 0);
        chip.write(ENHANCEMENTS, 0xEB);
        chip.write(AUTOMATIC, ALL_AUTOMATIC);
        chip.write(BATTERY_FEED, 1);
        for (int filter = FIRST_FILTER; filter <= LAST_FILTER; filter++) {
            indirect.write(filter, 0x8000); // flushes it
        }
        chip.write(LOOP_LIMIT, 0);
        chip.write(CONVERTER_PERIOD, 0xFF);
        chip.write(POWER_DOWN_1, 0);
    }

    private boolean filtersRestored() {
        for (int filter = FIRST_FILTER; filter <= LAST_FILTER; filter++) {
            indirect.write(filter, value(filter));
        }
        return indirect.read(LAST_FILTER) == value(LAST_FILTER);
    }

    private void service() {
        for (int first : new int[] {TRANSMIT_START, RECEIVE_START}) {
            chip.write(first, setup.start() & 0xFF);
            chip.write(first + 1, setup.start() >> 8);
        }
        chip.write(PCM_MODE, pcmMode(setup.law()));
        for (int status : new int[] {STATUS_1, STATUS_2, STATUS_3}) {
            chip.write(status, 0xFF);
        }
        chip.write(OPEN_VOLTAGE, 0x20);
        chip.write(COMMON_VOLTAGE, 4);
        chip.write(LOW_BATTERY, 0x10);
        chip.write(IMPEDANCE, IMPEDANCE_ON | setup.row().telephoneImpedance());
        chip.write(LOOP_DEBOUNCE, 4);
        chip.write(LINEFEED, Linefeed.OPEN);
    }

    /** The chip was gone: what its calibration had found holds no longer. */
    void forget() {
        calibration.forget();
    }

    /** Takes all voltage off the wires. */
    void off() {
        chip.write(LINEFEED, Linefeed.OPEN);
        chip.write(POWER_DOWN_1, CONVERTER_OFF);
    }
}
