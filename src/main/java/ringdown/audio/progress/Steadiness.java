package ringdown.audio.progress;

import ringdown.audio.Level;

/** Tells a steady tone of any frequency from a voice: over 200 ms its level moves by less than 1.5 dB. */
final class Steadiness {
    private static final int LOOKS = 20;
    private static final int SMOOTHED = 4;
    private static final double RANGE_DB = 1.5;

    private final double[] powers = new double[SMOOTHED];
    private final double[] levels = new double[LOOKS];
    private int count;

    /** Takes the mean square of 10 ms; true while the level stands still. */
    boolean look(double power) {
        powers[count % SMOOTHED] = power;
        double sum = 0;
        for (double p : powers) {
            sum += p;
        }
        levels[count % LOOKS] = Level.dbm0OfPower(sum / SMOOTHED);
        count++;
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (double level : levels) {
            least = Math.min(least, level);
            most = Math.max(most, level);
        }
        return count >= LOOKS && most - least < RANGE_DB;
    }
}
