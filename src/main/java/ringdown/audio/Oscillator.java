package ringdown.audio;

/**
 * A sine whose phase runs on when its frequency changes. A table of one turn with linear interpolation: errors lie
 * below -120 dB, and a Pi has no fast sine.
 */
public final class Oscillator {
    private static final int SIZE = 4096;
    private static final double[] TURN = new double[SIZE + 1];

    static {
        for (int i = 0; i <= SIZE; i++) {
            TURN[i] = Math.sin(2 * Math.PI * i / SIZE);
        }
    }

    private double phase;
    private double step;

    /** Begins at phase 0 with {@code hz}. */
    public Oscillator(double hz) {
        tune(hz);
    }

    /** Changes the frequency and keeps the phase. */
    public void tune(double hz) {
        step = hz / Frame.SAMPLE_RATE;
    }

    /** Moves the phase forward by a part of a turn, 0 to 1. */
    public void turn(double part) {
        phase = (phase + part) % 1;
    }

    /** The next value, -1 to 1. */
    public double next() {
        double at = phase * SIZE;
        int index = (int) at;
        double value = TURN[index] + (at - index) * (TURN[index + 1] - TURN[index]);
        phase += step;
        if (phase >= 1) {
            phase -= 1;
        }
        return value;
    }
}
