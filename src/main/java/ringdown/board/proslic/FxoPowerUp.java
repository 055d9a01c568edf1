package ringdown.board.proslic;

import static ringdown.board.proslic.Si3050Registers.*;

import org.jspecify.annotations.Nullable;
import ringdown.audio.Companding;
import ringdown.line.Fault;

/** Brings an Si3050 and its line side up, in the order of facts 2.3. */
final class FxoPowerUp {
    private final RegisterBus chip;
    private final PortSetup setup;
    private final FxoLevels levels;
    private final FxoHybrid hybrid;
    private volatile int termination = -1;

    FxoPowerUp(RegisterBus chip, PortSetup setup, FxoLevels levels, FxoHybrid hybrid) {
        this.chip = chip;
        this.levels = levels;
        this.hybrid = hybrid;
        this.setup = setup;
    }

    /** What reg 33 holds in service. */
    static int pcmMode(Companding law) {
        return PCM_ON | (law == Companding.MU_LAW ? MU_LAW : 0);
    }

    /** All steps. They end on hook. */
    Sequence steps() {
        return fromReset(new Sequence()
                .check(() -> (chip.read(CONTROL_2) & 0x0F) == IDENTITY, Fault.ABSENT)
                .then(() -> chip.write(CONTROL_1, SOFT_RESET))
                .pause(100));
    }

    /** For a chip that has been reset by itself, perhaps in a talk: an exchange takes 250 ms of open loop for a hang-up. */
    Sequence stepsFromReset() {
        return fromReset(new Sequence());
    }

    private Sequence fromReset(Sequence sequence) {
        return sequence.check(() -> chip.read(CONTROL_2) == IDENTITY, Fault.ABSENT)
                .then(this::settings)
                .then(() -> chip.write(DAA_CONTROL_2, 0))
                .until(this::linked, 10, 2000, Fault.ISOLATED)
                .then(this::terminate)
                .then(() -> chip.write(DAA_CONTROL_1, ON_HOOK_MONITOR))
                .then(levels::write)
                .then(hybrid::write);
    }

    private void settings() {
        chip.write(PCM_MODE, pcmMode(setup.law()));
        chip.write(INTERNATIONAL_1, setup.row().international());
        chip.write(INTERNATIONAL_2, NO_AUTO_CALIBRATION);
        chip.write(DC_TERMINATION, setup.row().dcTermination());
        chip.write(DAA_CONTROL_5, setup.row().daaControl5() | QUICK_AND_FULL);
        chip.write(INTERNATIONAL_3, FULL_WAVE_RING);
        chip.write(RING_VALIDATION_3, 0);
        for (int first : new int[] {TRANSMIT_START, RECEIVE_START}) {
            chip.write(first, setup.start() & 0xFF);
            chip.write(first + 1, setup.start() >> 8);
        }
    }

    private boolean linked() {
        int ids = chip.read(CHIP_IDS);
        return ids >> 4 != 0 && ids != 0xFF && (chip.read(LINE_STATUS) & FRAME_DETECT) != 0;
    }

    private void terminate() {
        termination = setup.row().acTermination(chip.read(CHIP_IDS) >> 4);
        chip.write(AC_TERMINATION, termination);
    }

    /** What the line sees of the port; null before its first power-up. From any thread. */
    @Nullable
    String impedance() {
        return termination < 0 ? null : AcTermination.words(termination);
    }
}
