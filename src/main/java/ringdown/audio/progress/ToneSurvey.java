package ringdown.audio.progress;

import java.util.ArrayList;
import java.util.List;
import ringdown.audio.Frame;
import ringdown.audio.HighPass;
import ringdown.audio.Level;

/** Measures a tone that is there as a whole: when it sounds, then of what. Used once. */
final class ToneSurvey {
    /** Between two looks at the level. */
    private static final int STEP_MILLIS = 5;

    private static final int STEP = Frame.samples(STEP_MILLIS);
    private static final int WINDOW = Frame.samples(15);
    /** Of the power of the tone: there it begins and ends. */
    private static final double EDGE = 0.25;
    /** A window sees the tone begin too early and end too late, by a quarter of it each. */
    private static final int EARLY_MILLIS = 7;

    private static final double NOTHING_DBM0 = -45;
    private static final int LONGEST_PICTURE = 4000 / TonePicture.ENVELOPE_MILLIS;
    private static final double FLOOR_DBM0 = -70;

    private final double[] sound;
    private final double[] power;

    ToneSurvey(short[] samples) {
        var hum = new HighPass(120, 2);
        sound = new double[samples.length];
        for (int i = 0; i < samples.length; i++) {
            sound[i] = hum.next(samples[i]);
        }
        power = smoothed();
    }

    /** The mean square of the window around each step. */
    private double[] smoothed() {
        double[] sums = new double[sound.length + 1];
        for (int i = 0; i < sound.length; i++) {
            sums[i + 1] = sums[i] + sound[i] * sound[i];
        }
        double[] out = new double[sound.length / STEP];
        for (int k = 0; k < out.length; k++) {
            int from = Math.max(0, k * STEP - WINDOW / 2);
            int to = Math.min(sound.length, k * STEP + WINDOW / 2);
            out[k] = (sums[to] - sums[from]) / Math.max(1, to - from);
        }
        return out;
    }

    TonePicture picture() {
        List<ToneBursts.Piece> on = ToneBursts.of(power, EDGE * loud(), STEP_MILLIS);
        var tones = ToneSpectrum.of(sound, on, STEP);
        if (Level.dbm0OfPower(loud()) < NOTHING_DBM0 || on.isEmpty()) {
            return new TonePicture(List.of(), List.of(), Level.dbm0OfPower(loud()), envelope(), tones.levels());
        }
        List<Integer> cadence = ToneBursts.round(on, power.length, STEP_MILLIS, EARLY_MILLIS);
        return new TonePicture(
                tones.hz(), cadence, tenth(Level.dbm0OfPower(tones.power())), envelope(), tones.levels());
    }

    /** Louder than nine tenths of it. */
    private double loud() {
        double[] sorted = power.clone();
        java.util.Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) (sorted.length * 0.9)];
    }

    private List<Double> envelope() {
        List<Double> levels = new ArrayList<>();
        int each = TonePicture.ENVELOPE_MILLIS / STEP_MILLIS;
        for (int k = 0; k < power.length && levels.size() < LONGEST_PICTURE; k += each) {
            levels.add(tenth(Math.max(FLOOR_DBM0, Level.dbm0OfPower(power[k]))));
        }
        return levels;
    }

    static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
