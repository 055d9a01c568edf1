package ringdown.audio.echo;

import ringdown.audio.ComfortNoise;
import ringdown.audio.Frame;
import ringdown.audio.Level;

/**
 * The line's own noise, put in the place of a residual that is gated, so that the background is not heard to come and go with every word
 * (ITU-T G.168 test 9). Measured while nothing was sent for longer than the tail. Belongs to the canceller's thread.
 */
final class LineNoise {
    private static final int WINDOW = Frame.samples(20);
    private static final double QUIET = Level.power(-50) * WINDOW;
    /** Windows: the echo of what was sent has faded. */
    private static final int FADED = 3;

    private final ComfortNoise noise = new ComfortNoise();
    private double sentEnergy;
    private double sum;
    private double energy;
    private int collected;
    private int quietFor;

    /** What was sent, and what the filter leaves of what came. */
    void add(double sent, double residual) {
        sentEnergy += sent * sent;
        sum += residual;
        energy += residual * residual;
        if (++collected == WINDOW) {
            quietFor = sentEnergy < QUIET ? quietFor + 1 : 0;
            if (quietFor >= FADED) {
                noise.learn((energy - sum * sum / WINDOW) / WINDOW); // without the codec's direct current
            }
            sentEnergy = 0;
            sum = 0;
            energy = 0;
            collected = 0;
        }
    }

    double next() {
        return noise.next();
    }
}
