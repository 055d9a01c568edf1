package ringdown.simulator;

import ringdown.board.simulated.Echo;

/**
 * How badly the hybrid at the exchange is balanced, as a tester wishes it.
 *
 * @param lossDb how much weaker the echo is, 0 to 60 dB
 * @param delayMs how late it comes, 0 to 500 ms
 */
public record LineEcho(double lossDb, int delayMs) {
    /** A line of ordinary length with a well-chosen impedance. */
    public static final LineEcho ORDINARY = new LineEcho(Echo.ORDINARY.lossDb(), Echo.ORDINARY.delayMs());

    /** Refuses what no line has. */
    public LineEcho {
        new Echo(lossDb, delayMs);
    }

    Echo onBoard() {
        return new Echo(lossDb, delayMs);
    }
}
