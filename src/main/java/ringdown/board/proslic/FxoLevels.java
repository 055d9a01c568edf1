package ringdown.board.proslic;

import static ringdown.board.proslic.Si3050Registers.*;

/** The gains of an Si3050: -15 to +12 dB in steps of 0.1 dB. Belongs to its driver. */
final class FxoLevels {
    private static final int LOWEST = -150;
    private static final int HIGHEST = 120;

    private final RegisterBus chip;
    private int fromLine;
    private int toLine;

    FxoLevels(RegisterBus chip) {
        this.chip = chip;
    }

    /** In dB; what the chip cannot do it does as far as it can. */
    void set(double heard, double sent) {
        fromLine = tenths(heard);
        toLine = tenths(sent);
    }

    private static int tenths(double decibels) {
        return Math.clamp(Math.round(decibels * 10), LOWEST, HIGHEST);
    }

    void write() {
        gain(TRANSMIT_GAIN, TRANSMIT_FINE, fromLine);
        gain(RECEIVE_GAIN, RECEIVE_FINE, toLine);
    }

    private void gain(int coarse, int fine, int tenths) {
        int sign = tenths < 0 ? ATTENUATE : 0;
        chip.write(coarse, Math.abs(tenths) / 10 | sign);
        chip.write(fine, Math.abs(tenths) % 10 | sign);
    }
}
