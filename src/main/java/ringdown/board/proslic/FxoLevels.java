package ringdown.board.proslic;

import static ringdown.board.proslic.Si3050Registers.*;

/** The gains of an Si3050: -15 to +12 dB in steps of 0.1 dB. Set by any thread, written by the one that polls. */
final class FxoLevels {
    private static final int LOWEST = -150;
    private static final int HIGHEST = 120;

    private record Tenths(int fromLine, int toLine) {}

    private final RegisterBus chip;
    private volatile Tenths wanted = new Tenths(0, 0);
    private Tenths written = wanted;

    FxoLevels(RegisterBus chip) {
        this.chip = chip;
    }

    /** In dB; what the chip cannot do it does as far as it can. */
    void set(double heard, double sent) {
        wanted = new Tenths(tenths(heard), tenths(sent));
    }

    private static int tenths(double decibels) {
        return Math.clamp(Math.round(decibels * 10), LOWEST, HIGHEST);
    }

    void write() {
        written = wanted;
        gain(TRANSMIT_GAIN, TRANSMIT_FINE, written.fromLine());
        gain(RECEIVE_GAIN, RECEIVE_FINE, written.toLine());
    }

    void writeChanged() {
        if (!wanted.equals(written)) {
            write();
        }
    }

    private void gain(int coarse, int fine, int tenths) {
        int sign = tenths < 0 ? ATTENUATE : 0;
        chip.write(coarse, Math.abs(tenths) / 10 | sign);
        chip.write(fine, Math.abs(tenths) % 10 | sign);
    }
}
