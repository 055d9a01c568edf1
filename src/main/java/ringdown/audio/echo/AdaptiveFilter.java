package ringdown.audio.echo;

/** A transversal filter that learns by normalized least mean squares. */
final class AdaptiveFilter {
    private static final double STEP = 0.6;
    /** Keeps quiet and noise from being learned: the energy of -45 dBm0 over the tail, per tap. */
    private static final double REGULARIZATION = 9000;

    private final double[] taps;
    private double energy;

    AdaptiveFilter(int length) {
        taps = new double[length];
    }

    double estimate(double[] history, int at) {
        double sum = 0;
        for (int k = 0; k < taps.length; k++) {
            sum += taps[k] * history[at + k];
        }
        return sum;
    }

    /** Keeps the energy of the tail while one sample comes and the oldest goes. */
    void energyMoves(double in, double out) {
        energy = Math.max(0, energy + in * in - out * out);
    }

    void learn(double[] history, int at, double error) {
        double gain = STEP * error / (energy + REGULARIZATION * taps.length);
        for (int k = 0; k < taps.length; k++) {
            taps[k] += gain * history[at + k];
        }
    }

    void takeFrom(AdaptiveFilter other) {
        System.arraycopy(other.taps, 0, taps, 0, taps.length);
    }
}
