package ringdown.board.simulated;

import java.util.Random;
import ringdown.audio.Level;

/** White noise out of a table, because a Pi has better things to do than logarithms. Belongs to the board's thread. */
final class Noise {
    private static final int SIZE = 1 << 14;
    private static final double[] TABLE =
            new Random(1876).doubles(SIZE).map(Noise::gaussian).toArray();

    private final Random start;
    private double rms;
    private int at;

    Noise(long seed, double dbm0) {
        start = new Random(seed);
        level(dbm0);
    }

    /** Sets the level in dBm0. */
    void level(double dbm0) {
        rms = Level.rms(dbm0);
    }

    double next() {
        if ((++at & SIZE - 1) == 0) {
            at = start.nextInt(SIZE); // never the same piece in the same place: no detector may find a period
        }
        return rms * TABLE[at & SIZE - 1];
    }

    /** A logistic distribution of variance 1: its shoulders are near enough to a Gaussian one. */
    private static double gaussian(double uniform) {
        double u = Math.clamp(uniform, 1e-6, 1 - 1e-6);
        return Math.log(u / (1 - u)) / 1.814;
    }
}
