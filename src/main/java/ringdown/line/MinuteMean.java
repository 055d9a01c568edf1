package ringdown.line;

import ringdown.audio.Frame;
import ringdown.audio.Level;
import ringdown.audio.Mixing;

/**
 * Holds what is sent to a public line to -13 dBm0 in the mean over any minute (LINES rule 15): more heats and crosses the provider's
 * cables. Speech of ordinary level never meets it, and what does not passes sample for sample. Belongs to the board's thread.
 *
 * <p>The mean is kept with 20 s of memory. A signal whose mean of that kind never exceeds 0.75 of a power carries in no minute more than that
 * power: 60 s of 0.75, and 20 s of it when the memory was empty before.
 */
final class MinuteMean {
    private static final double DBM0 = -13;
    private static final double CEILING = 0.75 * Level.power(DBM0);
    private static final double MEMORY = Frames.of(20_000);
    /** While the mean is low, a voice may be so many times as strong. */
    private static final double HEADROOM = 19;

    /** Strength of the moment, over 200 ms: syllables are not to be pressed. */
    private static final double MOMENT = Frames.of(200);

    private static final double DOWN_DB = 20.0 * Frame.MILLIS / 1000;
    private static final double UP_DB = 1.5 * Frame.MILLIS / 1000;
    /** Equalizers of faxes and modems follow so slow a change without an error. */
    private static final double MACHINE_DB = 0.5 * Frame.MILLIS / 1000;

    private double mean;
    private double moment;
    private double decibels;
    private double factor = 1;

    /**
     * One frame that goes out, in place.
     *
     * @param gain in dB, made behind it on the way to the wires
     * @param machines faxes or modems talk: the level changes slowly
     */
    void frame(short[] frame, double gain, boolean machines) {
        double onTheWires = Math.pow(10, gain / 10);
        follow(power(frame) * onTheWires, machines);
        turnDown(frame, Math.pow(10, decibels / 20));
        mean += (power(frame) * onTheWires - mean) / MEMORY;
    }

    /** A frame in which nothing goes out. */
    void silence() {
        follow(0, false);
        factor = Math.pow(10, decibels / 20);
        mean -= mean / MEMORY;
    }

    private void follow(double power, boolean machines) {
        moment += (power - moment) / MOMENT;
        double allowed = CEILING + HEADROOM * Math.max(0, CEILING - mean);
        double wanted = moment > allowed ? 10 * Math.log10(allowed / moment) : 0;
        decibels = wanted < decibels
                ? Math.max(wanted, decibels - (machines ? MACHINE_DB : DOWN_DB))
                : Math.min(wanted, decibels + (machines ? MACHINE_DB : UP_DB));
    }

    private void turnDown(short[] frame, double to) {
        double from = factor;
        factor = to;
        if (from == 1 && to == 1) {
            return;
        }
        for (int i = 0; i < frame.length; i++) {
            frame[i] = Mixing.saturate((int) Math.round(frame[i] * (from + (to - from) * (i + 1) / frame.length)));
        }
    }

    private static double power(short[] frame) {
        double sum = 0;
        for (short sample : frame) {
            sum += (double) sample * sample;
        }
        return sum / frame.length;
    }
}
