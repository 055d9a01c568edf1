package ringdown.audio.tone;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;
import ringdown.audio.Level;
import ringdown.audio.Mixing;
import ringdown.audio.Oscillator;

/**
 * Makes a tone audible, its phase running on through pauses, each edge rounded over 4 ms so that it does not click.
 * Belongs to one thread.
 */
public final class ToneGenerator {
    private static final int EDGE = Frame.samples(4);

    private final CadencedTone tone;
    private final double amplitude;
    private final int rounds;
    private final Oscillator first = new Oscillator(0);
    private final Oscillator second = new Oscillator(0);

    private int step;
    private int inStep;
    private int round;
    private long stepSamples;
    private double stepAmplitude;

    private ToneGenerator(CadencedTone tone, double dbm0, int rounds) {
        this.tone = tone;
        this.amplitude = Level.amplitude(dbm0);
        this.rounds = rounds;
        enter(0);
    }

    /** The tone for ever; {@code dbm0} is the level of each of its frequencies. */
    public static ToneGenerator endless(CadencedTone tone, double dbm0) {
        return new ToneGenerator(tone, dbm0, Integer.MAX_VALUE);
    }

    /** The tone for so many rounds of its cadence, then silence. */
    public static ToneGenerator rounds(CadencedTone tone, double dbm0, int rounds) {
        if (tone.continuous()) {
            throw new IllegalArgumentException("the continuous tone " + tone + " has no rounds");
        }
        return new ToneGenerator(tone, dbm0, rounds);
    }

    /** One burst of so many milliseconds, then silence: the message tone, an alert. */
    public static ToneGenerator burst(Tone tone, double dbm0, int millis) {
        var once = new CadencedTone(List.of(new ToneStep(tone, millis, 0)), tone + " " + millis);
        return new ToneGenerator(once, dbm0, 1);
    }

    /** Whether all rounds have been given out. */
    public boolean finished() {
        return round >= rounds;
    }

    /** Fills a block; after the last round with silence. */
    public void read(short[] out, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            out[i] = finished() ? 0 : next();
        }
    }

    private short next() {
        ToneStep now = tone.steps().get(step);
        double value = value(now.tone()) * stepAmplitude * edge();
        inStep++;
        if (stepSamples == 0) {
            inStep = Math.min(inStep, EDGE);
        } else if (inStep >= stepSamples) {
            enter((step + 1) % tone.steps().size());
        }
        return Mixing.saturate((int) Math.round(value));
    }

    private void enter(int next) {
        if (next == 0 && inStep > 0) {
            round++;
        }
        step = next;
        inStep = 0;
        ToneStep now = tone.steps().get(next);
        stepSamples = Frame.samples(now.millis());
        stepAmplitude = amplitude * Math.pow(10, now.gainDb() / 20);
        tune(now.tone());
    }

    private void tune(@Nullable Tone now) {
        switch (now) {
            case null -> {}
            case Tone.Single single -> first.tune(single.hz());
            case Tone.Dual dual -> {
                first.tune(dual.first());
                second.tune(dual.second());
            }
            case Tone.Modulated modulated -> {
                first.tune(modulated.carrier());
                second.tune(modulated.by());
            }
        }
    }

    private double value(@Nullable Tone now) {
        return switch (now) {
            case null -> 0;
            case Tone.Single _ -> first.next();
            case Tone.Dual _ -> first.next() + second.next();
            case Tone.Modulated _ -> first.next() * (1 + second.next()) / 2;
        };
    }

    /** Raised cosine at both ends of a step; a step that follows another sound still rises, which no ear notices. */
    private double edge() {
        long distance = stepSamples == 0 ? inStep : Math.min(inStep, stepSamples - 1 - inStep);
        return distance >= EDGE ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * (distance + 0.5) / EDGE);
    }
}
