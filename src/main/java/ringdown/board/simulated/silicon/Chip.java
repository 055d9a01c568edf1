package ringdown.board.simulated.silicon;

/** A line chip: registers, time, sound. Belongs to the board's thread. */
public abstract sealed class Chip permits Si3050, Si3210 {
    /** How a chip can be broken. */
    public enum Damage {
        NONE,
        /** Not plugged in: nobody drives the bus. */
        ABSENT,
        /** Its output is stuck low. */
        STUCK_LOW,
        /** Its calibration never ends. */
        CALIBRATION_STUCK,
        /** Its wires touch each other and the earth. */
        SHORTED,
        /** The line side does not answer over the isolation. */
        ISOLATED
    }

    private volatile Damage damage = Damage.NONE;

    /** Breaks or mends it. */
    public final void damage(Damage now) {
        damage = now;
    }

    final boolean suffers(Damage which) {
        return damage == which;
    }

    /** A brown-out: all settings are lost. */
    public abstract void reset();

    /** What the bus reads. */
    final int onBus(int register) {
        return switch (damage) {
            case ABSENT -> 0xFF;
            case STUCK_LOW -> 0;
            case NONE, CALIBRATION_STUCK, SHORTED, ISOLATED -> read(register) & 0xFF;
        };
    }

    final void fromBus(int register, int value) {
        if (damage != Damage.ABSENT) {
            write(register, value & 0xFF);
        }
    }

    abstract int read(int register);

    abstract void write(int register, int value);

    /** The n-th millisecond of a frame. */
    abstract void millisecond(int n);

    /** A frame of sound between the wires and the highway. */
    abstract void frame(Highway highway);
}
