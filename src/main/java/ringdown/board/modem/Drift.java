package ringdown.board.modem;

import java.util.Arrays;
import ringdown.audio.Mixing;

/**
 * Reads a queue that is filled by another clock: a little faster or slower than it was written, so that as much waits on average as is
 * wanted. Between samples it interpolates by a windowed sinc of sixteen taps. Corrects up to 250 parts in a million: quartzes of modems
 * are within 100, and what a busy machine delays for a moment must not bend the sound; what is far too much is dropped where it is quiet. Belongs to the thread that reads.
 */
final class Drift {
    private static final int TAPS = 16;
    private static final int PHASES = 128;
    private static final double[][] FILTER = filter();
    private static final double MOST = 250e-6;
    /** What is too much is gone in two minutes: 100 parts in a million stand for 12 ms. */
    private static final double PULL = 1.0 / (8000 * 120);
    /** Chunks of a USB modem come and go around the average. */
    private static final double SMOOTH = 1.0 / 300;
    /** So many samples too much are delay that everybody hears. */
    private static final int FAR_TOO_MUCH = 800;

    private static final int QUIET = 300;
    private static final int MORE = 160;
    private static final int MOST_WANTED = 1200;

    private final SampleQueue queue;
    private int wanted;
    private double phase;
    private double fill;
    private boolean flowing;
    private long starved;

    /** Keeps so many samples waiting, and more once there were too few. */
    Drift(SampleQueue queue, int wanted) {
        this.queue = queue;
        this.wanted = wanted;
    }

    private static double[][] filter() {
        double[][] all = new double[PHASES + 1][TAPS];
        for (int p = 0; p <= PHASES; p++) {
            double sum = 0;
            for (int i = 0; i < TAPS; i++) {
                double x = i - (TAPS / 2 - 1) - (double) p / PHASES;
                double window = 0.5 + 0.5 * Math.cos(Math.PI * Math.clamp(x / (TAPS / 2.0), -1, 1));
                all[p][i] = window * (x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));
                sum += all[p][i];
            }
            for (int i = 0; i < TAPS; i++) {
                all[p][i] /= sum;
            }
        }
        return all;
    }

    /** Waits anew until there is as much as is wanted. */
    void restart() {
        queue.clear();
        flowing = false;
        phase = 0;
    }

    /** Fills so many samples of the frame; silence where nothing is. */
    void read(short[] frame, int count) {
        queue.dropOld();
        int waiting = queue.waiting();
        if (!flowing) {
            flowing = waiting >= wanted + TAPS;
            fill = waiting;
        }
        if (!flowing || waiting < count + TAPS + 1) {
            starves(flowing);
            flowing = false;
            Arrays.fill(frame, 0, count, (short) 0);
            return;
        }
        fill += (waiting - fill) * SMOOTH * count / 80.0;
        drop(count);
        double step = 1 + Math.clamp((fill - wanted) * PULL, -MOST, MOST);
        for (int i = 0; i < count; i++) {
            frame[i] = next();
            phase += step;
            int whole = (int) phase;
            phase -= whole;
            queue.skip(whole);
        }
    }

    /** A machine that delays so much wants more in stock. */
    private void starves(boolean now) {
        if (now) {
            starved++;
            wanted = Math.min(MOST_WANTED, wanted + MORE);
        }
    }

    private void drop(int count) {
        boolean far = fill > wanted + FAR_TOO_MUCH && queue.waiting() > wanted + FAR_TOO_MUCH;
        if (far && quiet(count)) {
            queue.skip(count);
            fill -= count;
        }
    }

    private boolean quiet(int count) {
        for (int i = 0; i < 2 * count; i++) {
            if (Math.abs(queue.peek(i)) > QUIET) {
                return false;
            }
        }
        return true;
    }

    private short next() {
        double[] taps = FILTER[(int) Math.round(phase * PHASES)];
        double sum = 0;
        for (int i = 0; i < TAPS; i++) {
            sum += taps[i] * queue.peek(i);
        }
        return Mixing.saturate((int) Math.round(sum));
    }

    /** How often there was too little. */
    long starved() {
        return starved;
    }
}
