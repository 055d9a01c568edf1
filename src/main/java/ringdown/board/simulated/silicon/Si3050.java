package ringdown.board.simulated.silicon;

import ringdown.audio.Companding;
import ringdown.audio.Frame;
import ringdown.audio.Mixing;

/** An Si3050 with an Si3019 as its line side (facts 2.2 and 10; registers by their numbers in the data sheet). */
public final class Si3050 extends Chip {
    private static final int LINK_AFTER = 120;
    private static final int ONE_SHOT = 5000;
    /** Peak volts of the two ring thresholds: 15 and 21.5 Vrms, the middle of what the maker guarantees. */
    private static final double[] THRESHOLD = {21.2, 30.4};
    /** What of the ringing the line voltage still shows. */
    private static final double LEAK = 0.2;

    private final ExchangeWires wires;
    private final int[] registers = new int[64];
    private final short[] sound = Frame.silence();
    private final byte[] octets = new byte[Frame.SAMPLES];
    private int linkIn = -1;
    private boolean positive;
    private boolean negative;
    private int oneShot;
    private int offHookFor;
    private double ringNow;

    Si3050(ExchangeWires wires) {
        this.wires = wires;
        reset();
    }

    @Override
    public void reset() {
        java.util.Arrays.fill(registers, 0);
        registers[2] = 0x03;
        registers[6] = 0x10;
        registers[22] = 0x96;
        registers[23] = 0x2D;
        registers[24] = 0x19;
        registers[31] = 0x20;
        linkIn = -1;
        positive = false;
        negative = false;
        wires.hook(false);
    }

    private boolean linked() {
        return linkIn == 0 && !suffers(Damage.ISOLATED);
    }

    private boolean bit(int register, int bit) {
        return (registers[register] >> bit & 1) == 1;
    }

    private boolean offHook() {
        return linked() && bit(5, 0);
    }

    @Override
    int read(int register) {
        return switch (register) {
            case 5 -> registers[5] & 0x09 | (positive ? 0x20 : 0) | (negative ? 0x40 : 0) | (oneShot > 0 ? 0x04 : 0);
            case 11 -> (linked() ? 0x30 : 0) | 0x03;
            case 12 -> (linked() ? 0x40 : 0) | Math.min(0x1F, (int) Math.round(current() / 3.3));
            case 13 -> 0x40;
            case 28 -> Math.min(0xFF, (int) Math.round(current() / 1.1));
            case 29 -> voltage();
            default -> register < registers.length ? registers[register] : 0;
        };
    }

    private double current() {
        return offHook() ? wires.milliamps() : 0;
    }

    private int voltage() {
        int volts = linked() ? (int) Math.round(wires.volts() + LEAK * ringNow) : 0;
        return Math.abs(volts) <= 3 && !bit(31, 0) ? 0 : Math.clamp(volts, -127, 127) & 0xFF;
    }

    @Override
    void write(int register, int value) {
        switch (register) {
            case 1 -> {
                if ((value & 0x80) != 0) {
                    reset();
                } else {
                    registers[1] = value;
                }
            }
            case 4 -> registers[4] &= value;
            case 5 -> {
                registers[5] = value & 0x09;
                hook();
            }
            case 6 -> {
                registers[6] = value;
                boolean down = (value & 0x10) != 0;
                linkIn = down ? -1 : linkIn == 0 ? 0 : LINK_AFTER;
            }
            case 11, 12, 13, 28, 29 -> {} // read only
            default -> {
                if (register < registers.length) {
                    registers[register] = value;
                }
            }
        }
    }

    private void hook() {
        wires.hook(offHook());
        offHookFor = 0;
        if (offHook()) {
            oneShot = 0;
        }
    }

    @Override
    void millisecond(int n) {
        if (linkIn > 0 && --linkIn == 0) {
            hook();
        }
        offHookFor++;
        oneShot = Math.max(0, oneShot - 1);
        ringNow = offHook() ? 0 : wires.ringVolts(n);
        compare();
    }

    private void compare() {
        double threshold = THRESHOLD[registers[16] & 1];
        boolean above = linked() && ringNow > threshold;
        boolean below = linked() && bit(18, 1) && ringNow < -threshold;
        if ((above && !positive) || (below && !negative)) {
            registers[4] |= 0x80;
            oneShot = ONE_SHOT;
        }
        positive = above;
        negative = below;
    }

    /** Off hook, sound passes when the off-hook counter has run out, and the calibration unless it is switched off. */
    private boolean soundPasses() {
        int counter = 512 >> (2 * (registers[31] >> 5 & 3));
        return offHookFor >= Math.max(8, counter) + (bit(17, 5) ? 0 : 256);
    }

    @Override
    void frame(Highway highway) {
        boolean on = bit(33, 5) && !suffers(Damage.ABSENT);
        byte[] arriving = highway.arriving(registers[36] | registers[37] << 8);
        Companding law = (registers[33] >> 3 & 3) == 0 ? Companding.A_LAW : Companding.MU_LAW;
        boolean speaks = on && offHook() && soundPasses();
        if (speaks) {
            law.decode(arriving, 0, sound, 0, Frame.SAMPLES);
            amplify(39, 41);
        } else {
            java.util.Arrays.fill(sound, (short) 0);
        }
        wires.carry(sound);
        if (!on) {
            return;
        }
        boolean hears = linked() && (offHook() ? soundPasses() : bit(5, 3));
        encode(law, hears);
        highway.place(registers[34] | registers[35] << 8, bit(33, 7) ? arriving : octets);
    }

    private void encode(Companding law, boolean hears) {
        if (!hears) {
            java.util.Arrays.fill(sound, (short) 0);
        }
        amplify(38, 40);
        law.encode(sound, 0, octets, 0, Frame.SAMPLES);
    }

    private void amplify(int coarse, int fine) {
        double decibels = gain(registers[coarse]) + gain(registers[fine]) / 10;
        if (decibels != 0) {
            double factor = Math.pow(10, decibels / 20);
            for (int i = 0; i < sound.length; i++) {
                sound[i] = Mixing.saturate((int) Math.round(sound[i] * factor));
            }
        }
    }

    private static double gain(int register) {
        int size = register & 0x0F;
        return (register & 0x10) == 0 ? size : -size;
    }
}
