package ringdown.board.proslic;

import java.util.List;
import ringdown.audio.Companding;

/**
 * What a port is set up with.
 *
 * @param port "fxo:1" or "fxs:2", as the office file names it
 * @param slot its place on the highway, 0 to 127: the chips count 1,024 bits of PCLK
 * @param law of the octets in the slot
 * @param row its country's
 * @param gains of the line, for an FXO port
 */
public record PortSetup(String port, int slot, Companding law, CountryRow row, Gains gains) {
    public PortSetup {
        if (slot < 0 || slot > 127) {
            throw new IllegalArgumentException("a highway has slots 0 to 127, not " + slot);
        }
    }

    /** Where the slot begins, in bits after FSYNC. */
    int start() {
        return slot * 8;
    }

    /**
     * Gains and digital hybrid of an FXO port.
     *
     * @param fromLine in 0.1 dB, -150 to 120
     * @param toLine in 0.1 dB, -150 to 120
     * @param hybrid eight signed coefficients, regs 45 to 52
     */
    public record Gains(int fromLine, int toLine, List<Integer> hybrid) {
        /** Nothing amplified, the hybrid's coefficients 0 as after reset: the line's canceller does the work. */
        public static final Gains FLAT = new Gains(0, 0, List.of(0, 0, 0, 0, 0, 0, 0, 0));

        public Gains {
            hybrid = List.copyOf(hybrid);
            boolean sane = hybrid.size() == 8 && hybrid.stream().allMatch(c -> c >= -128 && c <= 127);
            if (!sane || outside(fromLine) || outside(toLine)) {
                throw new IllegalArgumentException("gains are -15 to 12 dB, a hybrid has 8 signed octets");
            }
        }

        private static boolean outside(int tenths) {
            return tenths < -150 || tenths > 120;
        }
    }
}
