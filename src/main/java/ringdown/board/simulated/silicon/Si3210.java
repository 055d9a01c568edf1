package ringdown.board.simulated.silicon;

import java.util.Arrays;
import java.util.Map;
import ringdown.audio.Companding;
import ringdown.audio.Frame;
import ringdown.audio.Mixing;
import ringdown.line.FxsCard.Feed;

/** An Si3210 (facts 3.2 to 3.8 and 10; registers by their numbers in the data sheet of the register-compatible Si3215). */
public final class Si3210 extends Chip {
    private static final Map<Integer, Integer> AFTER_RESET = Map.ofEntries(
            Map.entry(0, 0x05),
            Map.entry(1, 0x08),
            Map.entry(8, 0x02),
            Map.entry(10, 0x08),
            Map.entry(11, 0x33),
            Map.entry(14, 0x10),
            Map.entry(63, 0x54),
            Map.entry(65, 0x61),
            Map.entry(66, 0x03),
            Map.entry(67, 0x1F),
            Map.entry(69, 0x0A),
            Map.entry(70, 0x0A),
            Map.entry(72, 0x20),
            Map.entry(73, 0x02),
            Map.entry(74, 0x32),
            Map.entry(75, 0x10),
            Map.entry(92, 0xFF),
            Map.entry(93, 0x14),
            Map.entry(97, 0x1F),
            Map.entry(98, 0x10),
            Map.entry(99, 0x10),
            Map.entry(107, 0x08));
    private static final int CALIBRATES_FOR = 300;
    /** Above these settings the outer transistors carry current on an open line. */
    private static final int RING_BALANCED_AT = 0x1A;

    private static final int TIP_BALANCED_AT = 0x1B;
    private static final int NEON_VOLTS = 80;

    private final TelephoneWires wires;
    private final int[] registers = new int[128];
    private final Si3210Indirect indirect = new Si3210Indirect();
    private final Si3210Power power = new Si3210Power();
    private final Si3210Loop loop = new Si3210Loop();
    private final Si3210Loop trip = new Si3210Loop();
    private final short[] sound = Frame.silence();
    private final byte[] octets = new byte[Frame.SAMPLES];
    private int calibratesFor;

    Si3210(TelephoneWires wires) {
        this.wires = wires;
        reset();
    }

    @Override
    public void reset() {
        Arrays.fill(registers, 0);
        AFTER_RESET.forEach((register, value) -> registers[register] = value);
        calibratesFor = 0;
        loop.clear();
        trip.clear();
        feed();
    }

    @Override
    int read(int register) {
        return switch (register) {
            case 28, 29, 30, 31 -> indirect.read(register);
            case 64 -> registers[64] | registers[64] << 4;
            case 68 -> (loop.state() ? 0x01 : 0) | (trip.state() ? 0x02 : 0);
            case 82 -> power.sensed();
            case 88 -> registers[98] > RING_BALANCED_AT ? 0x20 : 0;
            case 89 -> registers[99] > TIP_BALANCED_AT ? 0x20 : 0;
            default -> registers[register & 0x7F];
        };
    }

    @Override
    void write(int register, int value) {
        switch (register) {
            case 11, 31, 68, 78, 79, 80, 81, 82, 83, 88, 89 -> {} // read only
            case 18, 19, 20 -> registers[register] &= ~value;
            case 28, 29, 30 -> indirect.write(register, value);
            case 64 -> {
                registers[64] = value & 0x07;
                feed();
            }
            case 96 -> {
                registers[96] = value;
                calibratesFor = (value & 0x40) != 0 ? CALIBRATES_FOR : 0;
            }
            default -> registers[register & 0x7F] = value;
        }
    }

    @Override
    void millisecond(int n) {
        indirect.millisecond();
        boolean shorted = suffers(Damage.SHORTED);
        power.millisecond((registers[14] & 0x10) == 0, registers[74] * 1.5, shorted);
        if (calibratesFor > 0 && !suffers(Damage.CALIBRATION_STUCK) && --calibratesFor == 0) {
            registers[96] = 0;
        }
        if (power.alarm(registers[64] != 0, shorted)) {
            registers[19] |= 0xC0;
            open();
        }
        boolean closed = power.enough() && wires.closed(n);
        boolean ringing = registers[64] == 4;
        trip.millisecond(ringing && closed, registers[70]);
        loop.millisecond(!ringing && registers[64] != 0 && closed, registers[69]);
        moveByItself(ringing);
    }

    private void open() {
        if ((registers[67] & 0x01) != 0) {
            registers[64] = 0;
            feed();
        }
    }

    private void moveByItself(boolean ringing) {
        boolean toActive = ringing && trip.state() && (registers[67] & 0x04) != 0;
        boolean fromTransmission = (registers[64] & 3) == 2 && loop.state() && (registers[67] & 0x02) != 0;
        if (toActive) {
            registers[64] = 1;
            trip.clear();
            feed();
        } else if (fromTransmission) {
            registers[64] = (registers[64] & 4) | 1;
            feed();
        }
    }

    /** What the linefeed state means on the wires. */
    private void feed() {
        boolean lamp = registers[64] == 4 && lampVolts() >= NEON_VOLTS;
        if (registers[64] == 4 && !lamp) {
            wires.ringing(ringHz(), ringVolts() / Math.sqrt(2));
        }
        wires.lampVoltage(lamp);
        wires.feed(
                switch (registers[64]) {
                    case 1, 2 -> Feed.FORWARD;
                    case 4 -> lamp ? Feed.FORWARD : Feed.RINGING;
                    case 5, 6 -> Feed.REVERSE;
                    default -> Feed.OPEN;
                });
    }

    /** A trapezoid (register 34, bit 0) whose top is the amplitude itself. */
    private double lampVolts() {
        double top = indirect.value(21) / 32768.0 * 96;
        return (registers[34] & 1) == 1 ? Math.min(top, registers[74] * 1.5) : 0;
    }

    private double ringHz() {
        return Math.acos(Math.min(1, indirect.value(20) / 32768.0)) * 1000 / (2 * Math.PI);
    }

    private double ringVolts() {
        double c = Math.min(0.99999, indirect.value(20) / 32768.0);
        double volts = indirect.value(21) * 96 / (0.25 * Math.sqrt((1 - c) / (1 + c)) * 32768);
        return Math.min(volts, registers[74] * 1.5);
    }

    /** A digital gain, 0x4000 for 0 dB. */
    private void gain(int register) {
        int factor = indirect.value(register);
        if (factor != 0x4000) {
            for (int i = 0; i < Frame.SAMPLES; i++) {
                sound[i] = Mixing.saturate(Math.round(sound[i] * factor / (float) 0x4000));
            }
        }
    }

    @Override
    void frame(Highway highway) {
        boolean on = (registers[1] & 0x20) != 0 && !suffers(Damage.ABSENT);
        byte[] arriving = highway.arriving(registers[4] | registers[5] << 8);
        Companding law = (registers[1] >> 3 & 3) == 0 ? Companding.A_LAW : Companding.MU_LAW;
        int state = registers[64] & 3;
        boolean passes = registers[64] != 4 && (state == 2 || (state == 1 && loop.state()));
        if (on && passes) {
            law.decode(arriving, 0, sound, 0, Frame.SAMPLES);
            gain(26);
        } else {
            Arrays.fill(sound, (short) 0);
        }
        wires.carry(sound);
        if (!on) {
            return;
        }
        if (!passes) {
            Arrays.fill(sound, (short) 0);
        }
        gain(27);
        law.encode(sound, 0, octets, 0, Frame.SAMPLES);
        highway.place(registers[2] | registers[3] << 8, (registers[8] & 0x02) != 0 ? arriving : octets);
    }
}
