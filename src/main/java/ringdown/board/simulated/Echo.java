package ringdown.board.simulated;

/**
 * How badly a hybrid is balanced.
 *
 * @param lossDb how much weaker the echo is, 0 to 60 dB
 * @param delayMs how late it comes, 0 to 500 ms
 */
public record Echo(double lossDb, int delayMs) {
    /** A line of ordinary length with a well-chosen impedance. */
    public static final Echo ORDINARY = new Echo(26, 2);

    public Echo {
        if (!(lossDb >= 0 && lossDb <= 60)) {
            throw new IllegalArgumentException("an echo has a loss of 0 to 60 dB, not " + lossDb);
        }
        if (delayMs < 0 || delayMs > 500) {
            throw new IllegalArgumentException("an echo is late by 0 to 500 ms, not " + delayMs);
        }
    }
}
