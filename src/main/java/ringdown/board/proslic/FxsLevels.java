package ringdown.board.proslic;

import static ringdown.board.proslic.IndirectTable.*;

/**
 * The digital gains of an Si3210: linear, 0x4000 for 0 dB, 6 dB at the most (data sheet "Digital programmable gain"; facts 3.3). Set by
 * any thread, written by the one that polls.
 */
final class FxsLevels {
    private static final double LEAST = -15;
    private static final int MOST = 0x7FFF;

    private record Gains(int toTelephone, int fromTelephone) {}

    private final IndirectRegisters indirect;
    private volatile Gains wanted = new Gains(value(GAIN_TO_TELEPHONE), value(GAIN_FROM_TELEPHONE));
    private Gains written = wanted;

    FxsLevels(IndirectRegisters indirect) {
        this.indirect = indirect;
    }

    /** In dB; what the chip cannot do it does as far as it can. */
    void set(double heard, double sent) {
        wanted = new Gains(linear(sent), linear(heard));
    }

    private static int linear(double decibels) {
        double factor = Math.pow(10, Math.max(LEAST, decibels) / 20);
        return (int) Math.min(MOST, Math.round(factor * value(GAIN_TO_TELEPHONE)));
    }

    void write() {
        written = wanted;
        indirect.write(GAIN_TO_TELEPHONE, written.toTelephone());
        indirect.write(GAIN_FROM_TELEPHONE, written.fromTelephone());
    }

    void writeChanged() {
        if (!wanted.equals(written)) {
            write();
        }
    }
}
