package ringdown.board.proslic;

import static ringdown.board.proslic.Si3050Registers.*;

import org.jspecify.annotations.Nullable;
import ringdown.line.Fault;

/** Whether an Si3050 is still there, as it was set up, and linked to its line side. One wrong reading is a disturbed bus, no fault. */
final class FxoHealth {
    /** Milliseconds between looks. */
    static final int EVERY = 104;

    private static final int ABSENT_AFTER = 3;
    private static final int ISOLATED_AFTER = 3;

    private final RegisterBus chip;
    private final int pcmMode;
    private int strange;
    private int lost;
    private int unlinked;

    FxoHealth(RegisterBus chip, int pcmMode) {
        this.chip = chip;
        this.pcmMode = pcmMode;
    }

    /** Looks; null while all is well or not yet certain. */
    @Nullable
    Fault look() {
        boolean known = chip.read(CONTROL_2) == IDENTITY;
        boolean kept = (chip.read(PCM_MODE) & ~PCM_LOOPBACK) == pcmMode;
        boolean linked = chip.read(CHIP_IDS) >> 4 != 0;
        strange = known ? 0 : strange + 1;
        lost = known && !kept ? lost + 1 : 0;
        unlinked = known && kept && !linked ? unlinked + 1 : 0;
        if (strange >= ABSENT_AFTER) {
            return Fault.ABSENT;
        }
        if (unlinked >= ISOLATED_AFTER) {
            return Fault.ISOLATED;
        }
        return lost >= 2 ? Fault.RESET : null;
    }

    /** The settings of the highway are gone too: that is no spark on the line side but a reset. */
    boolean reset() {
        return chip.read(CONTROL_2) == IDENTITY && chip.read(PCM_MODE) == 0;
    }

    /** The chip has been set up anew. */
    void clear() {
        strange = 0;
        lost = 0;
        unlinked = 0;
    }
}
