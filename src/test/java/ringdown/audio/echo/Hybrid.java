package ringdown.audio.echo;

import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import ringdown.audio.Mixing;

/** Modelled hybrids of 8 dB of loss (LINES.md rule 19). */
final class Hybrid {
    private static final double LOSS = Math.pow(10, -8 / 20.0);

    private Hybrid() {}

    /** A loaded line that rings at 1.1 kHz, a line of many reflections up to 20 ms, and one with a slow tail at 0.3 kHz. */
    static List<double[]> all() {
        var random = new Random(7);
        return List.of(
                response(96, 20, k -> Math.exp(-k / 9.0) * Math.cos(k * 0.9)),
                response(160, 10, k -> Math.exp(-k / 22.0) * random.nextGaussian()),
                response(
                        200,
                        5,
                        k -> Math.exp(-k / 6.0) * Math.cos(k * 1.4) + 0.25 * Math.exp(-k / 40.0) * Math.cos(k * 0.25)));
    }

    private static double[] response(int length, int delay, IntToDoubleFunction after) {
        double[] response = new double[length];
        double energy = 0;
        for (int k = delay; k < length; k++) {
            response[k] = after.applyAsDouble(k - delay);
            energy += response[k] * response[k];
        }
        for (int k = 0; k < length; k++) {
            response[k] *= LOSS / Math.sqrt(energy);
        }
        return response;
    }

    /** What it sends back. */
    static short[] of(short[] sent, double[] response) {
        short[] out = new short[sent.length];
        for (int i = 0; i < sent.length; i++) {
            double sum = 0;
            for (int k = 0; k < response.length && k <= i; k++) {
                sum += response[k] * sent[i - k];
            }
            out[i] = Mixing.saturate((int) Math.round(sum));
        }
        return out;
    }
}
