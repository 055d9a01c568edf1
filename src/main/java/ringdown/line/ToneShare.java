package ringdown.line;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Correlator;
import ringdown.audio.Frame;
import ringdown.audio.Level;
import ringdown.audio.tone.CadencedTone;
import ringdown.audio.tone.CountryTones;
import ringdown.audio.tone.Tone;
import ringdown.audio.tone.ToneStep;

/**
 * How much of a sound are the exchange's tones: what is loud and is none of them is somebody's voice. Blocks of 20 ms. Belongs to
 * the board's thread.
 */
final class ToneShare {
    /** What a block was. */
    enum Kind {
        SILENCE,
        TONE,
        SOUND
    }

    private static final int FRAMES = 2;
    private static final double QUIET_DBM0 = -42;
    private static final double PURE = 0.7;

    private final Correlator correlator;
    private final double[] re;
    private final double[] im;
    private int inBlock;
    private Kind kind = Kind.SILENCE;
    private double dbm0 = Level.SILENCE_DBM0;

    ToneShare(CountryTones tones, @Nullable CadencedTone own) {
        int[] hz = frequencies(tones, own);
        correlator = new Correlator(hz);
        re = new double[hz.length];
        im = new double[hz.length];
    }

    /** All of the country's, and on both sides of each where an old exchange may lie: 50 Hz is what a block can tell apart. */
    private static int[] frequencies(CountryTones tones, @Nullable CadencedTone own) {
        Set<Integer> all = new TreeSet<>();
        Stream.of(tones.dial(), tones.busy(), tones.congestion(), tones.ringback(), tones.information(), own)
                .filter(Objects::nonNull)
                .map(CadencedTone::steps)
                .flatMap(steps -> steps.stream().map(ToneStep::tone))
                .forEach(tone -> {
                    switch (tone) {
                        case null -> {}
                        case Tone.Single single -> all.add((int) single.hz());
                        case Tone.Dual dual -> {
                            all.add((int) dual.first());
                            all.add((int) dual.second());
                        }
                        case Tone.Modulated modulated -> all.add((int) modulated.carrier());
                    }
                });
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Takes a frame; true when a block has ended with it. */
    boolean frame(short[] frame) {
        for (short sample : frame) {
            correlator.add(sample);
        }
        if (++inBlock < FRAMES) {
            return false;
        }
        inBlock = 0;
        double energy = correlator.take(re, im);
        int samples = FRAMES * Frame.SAMPLES;
        dbm0 = Level.dbm0OfPower(energy / samples);
        double tones = 0;
        for (int i = 0; i < re.length; i++) {
            tones += 2 * (re[i] * re[i] + im[i] * im[i]) / samples;
        }
        kind = dbm0 < QUIET_DBM0 ? Kind.SILENCE : tones > PURE * energy ? Kind.TONE : Kind.SOUND;
        return true;
    }

    Kind kind() {
        return kind;
    }

    double dbm0() {
        return dbm0;
    }
}
