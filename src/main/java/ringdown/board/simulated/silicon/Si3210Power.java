package ringdown.board.simulated.silicon;

/** An Si3210's DC-to-DC converter and the heat of its transistors. */
final class Si3210Power {
    private static final double VOLTS_A_MILLISECOND = 0.4;
    private static final double SHORTED_VOLTS = 6;
    private static final int ALARM_AFTER = 20;

    private double volts;
    private int hotFor;

    /** One millisecond: the battery runs up or down. */
    void millisecond(boolean on, double wanted, boolean shorted) {
        double target = !on ? 0 : shorted ? SHORTED_VOLTS : wanted;
        double step = Math.clamp(target - volts, -10 * VOLTS_A_MILLISECOND, VOLTS_A_MILLISECOND);
        volts += step;
    }

    /** True when a transistor has been overloaded for long enough. */
    boolean alarm(boolean feeding, boolean shorted) {
        hotFor = feeding && shorted ? hotFor + 1 : 0;
        return hotFor >= ALARM_AFTER;
    }

    /** Register 82: 0.376 V a step. */
    int sensed() {
        return (int) Math.min(0xFF, volts / 0.376);
    }

    boolean enough() {
        return volts > 20;
    }
}
