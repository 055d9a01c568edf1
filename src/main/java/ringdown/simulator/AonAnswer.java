package ringdown.simulator;

import ringdown.audio.Correlator;
import ringdown.audio.Frame;
import ringdown.audio.Level;

/** Hears the box's request for АОН: 500 Hz for 60 ms or more, and then its end. Guarded by its owner's lock. */
final class AonAnswer {
    private static final int SHORTEST = 6;

    private final Correlator correlator = new Correlator(500);
    private final double[] re = new double[1];
    private final double[] im = new double[1];
    private int soundedFor;

    /** True once, when the request has ended. */
    boolean asked(short[] frame) {
        for (short sample : frame) {
            correlator.add(sample);
        }
        double energy = correlator.take(re, im);
        double tone = 2 * (re[0] * re[0] + im[0] * im[0]) / Frame.SAMPLES;
        boolean sounds = energy > Level.power(-30) * Frame.SAMPLES && tone > 0.8 * energy;
        boolean ended = !sounds && soundedFor >= SHORTEST;
        soundedFor = sounds ? soundedFor + 1 : 0;
        return ended;
    }
}
