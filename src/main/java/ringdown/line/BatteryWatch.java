package ringdown.line;

/**
 * Battery, polarity and foreign use of a line out of its voltage, debounced: 70 ms for battery and polarity (longer than one
 * half wave of the slowest ringing, 15 Hz), 300 ms for a parallel telephone. Belongs to the board's thread.
 */
final class BatteryWatch {
    private static final double PRESENT_VOLTS = 3;
    private static final double PLAUSIBLE_IDLE_VOLTS = 15;
    private static final int DEBOUNCE = Frames.of(70);
    private static final int IN_USE = Frames.of(300);
    private static final int LEARN = Frames.of(1000);
    private static final int LEARN_LOWER = Frames.of(10_000);
    /** A lifted telephone leaves 5 to 19 V (facts 2.4), 21 right beside an exchange of 60 V. */
    private static final double ABOVE_ANY_TELEPHONE = 22;

    private double idleVolts;
    private boolean present;
    private int presentDoubt;
    private int polarity;
    private int polarityDoubt;
    private boolean reversed;
    private int lowFor;
    private int missingFor;
    private int steadyFor;
    private double steadyVolts;
    private boolean started;

    BatteryWatch(double idleVolts) {
        this.idleVolts = idleVolts;
    }

    void frame(double volts, boolean offHook) {
        double size = Math.abs(volts);
        boolean there = size >= PRESENT_VOLTS;
        if (!started) {
            started = true;
            present = there;
        }
        presentDoubt = there == present ? 0 : presentDoubt + 1;
        if (presentDoubt >= DEBOUNCE) {
            present = there;
            presentDoubt = 0;
        }
        missingFor = there ? 0 : missingFor + 1;
        followPolarity(there ? (int) Math.signum(volts) : 0);
        lowFor = !offHook && there && idleVolts > 0 && size < 0.6 * idleVolts ? lowFor + 1 : 0;
        learn(size, offHook);
    }

    private void followPolarity(int sign) {
        reversed = false;
        polarityDoubt = sign == 0 || sign == polarity ? 0 : polarityDoubt + 1;
        if (polarity == 0) {
            polarity = sign;
        } else if (polarityDoubt >= DEBOUNCE) {
            polarity = sign;
            polarityDoubt = 0;
            reversed = true;
        }
    }

    /**
     * The voltage of a line at rest is what it has shown on hook for a second, the highest of them. A lower one is the rest of another
     * feed (the line was moved to an optical terminal) when it stands for ten seconds and no telephone leaves so much on the wires.
     */
    private void learn(double size, boolean offHook) {
        boolean steady = !offHook && size >= PLAUSIBLE_IDLE_VOLTS && Math.abs(size - steadyVolts) < 2;
        steadyFor = steady ? steadyFor + 1 : 0;
        steadyVolts = steady ? steadyVolts : size;
        if (steadyFor >= LEARN) {
            boolean anotherFeed = steadyFor >= LEARN_LOWER && steadyVolts >= ABOVE_ANY_TELEPHONE;
            idleVolts = anotherFeed ? steadyVolts : Math.max(idleVolts, steadyVolts);
        }
    }

    /** There is battery: the line may be taken. */
    boolean present() {
        return present;
    }

    /** For how many frames there has been no voltage at all, without debounce: a loop break is timed by it. */
    int missingFor() {
        return missingFor;
    }

    /** 1 or -1; 0 before the first voltage. */
    int polarity() {
        return polarity;
    }

    /** The polarity has changed in this frame. */
    boolean reversed() {
        return reversed;
    }

    /** Voltage low without us: a parallel telephone is off hook. */
    boolean inUse() {
        return lowFor >= IN_USE;
    }

    /** The voltage of the line at rest is known, and stands on it. */
    boolean atRest() {
        return present && idleVolts > 0 && lowFor == 0;
    }

    /** For how many frames, once it is certain; 0: it is not. */
    int inUseFor() {
        return inUse() ? lowFor : 0;
    }

    double idleVolts() {
        return idleVolts;
    }

    /**
     * An exchange rings no telephone that is off hook: what stood on the wires before its first burst is what the line has at rest, however
     * low (an optical terminal gives 15 V), and nobody has lifted a telephone by it.
     */
    void rangAt(double volts) {
        idleVolts = volts;
        lowFor = 0;
    }

    /** What it is like at rest is measured anew. */
    void forget() {
        idleVolts = 0;
        steadyFor = 0;
        lowFor = 0;
    }
}
