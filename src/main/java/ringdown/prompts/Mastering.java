package ringdown.prompts;

import java.util.Arrays;
import java.util.stream.IntStream;
import ringdown.audio.Level;
import ringdown.audio.SpeechLevel;

/**
 * Brings speech to the house's level: active level -19 dBm0 (ITU-T P.56), peaks below -3, 50 ms of silence at both
 * ends. Stateless.
 */
final class Mastering {
    static final double ACTIVE_DBM0 = -19;
    private static final double PEAK_DBM0 = -3.4; // A-law rounds up by as much as 0.3 dB near the top
    private static final int FRAME = 80;
    private static final int MARGIN = 400;
    private static final double QUIET_BELOW_LOUDEST_DB = 42;

    private Mastering() {}

    /** Speech of any level, at 8 kHz; what is silent all through stays as it is. */
    static short[] speech(short[] raw) {
        var trimmed = trimmed(raw);
        var meter = new SpeechLevel();
        meter.process(trimmed, 0, trimmed.length);
        if (meter.dbm0() <= Level.SILENCE_DBM0) {
            return raw;
        }
        return amplified(trimmed, Math.pow(10, (ACTIVE_DBM0 - meter.dbm0()) / 20));
    }

    /** A whole-file level without trimming, for music: {@code dbm0} over its whole length. */
    static short[] levelled(short[] raw, double dbm0) {
        double level = Level.dbm0(raw);
        return level <= Level.SILENCE_DBM0 ? raw : amplified(raw, Math.pow(10, (dbm0 - level) / 20));
    }

    /** Linear up to 70 % of the highest peak allowed, then bent, so that a rare peak does not cost the whole level. */
    private static short[] amplified(short[] samples, double gain) {
        double top = Level.amplitude(PEAK_DBM0);
        double knee = 0.7 * top;
        var out = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            double value = Math.abs(samples[i] * gain);
            double bent = value <= knee ? value : knee + (top - knee) * Math.tanh((value - knee) / (top - knee));
            out[i] = (short) Math.round(Math.copySign(bent, samples[i]));
        }
        return out;
    }

    private static short[] trimmed(short[] raw) {
        var active = activeFrames(raw, QUIET_BELOW_LOUDEST_DB);
        if (active.length == 0) {
            return raw;
        }
        int from = active[0] * FRAME - MARGIN;
        int to = Math.min(raw.length, (active[active.length - 1] + 1) * FRAME) + MARGIN;
        var out = new short[to - from];
        int start = Math.max(0, from);
        int end = Math.min(raw.length, to);
        System.arraycopy(raw, start, out, start - from, end - start);
        return out;
    }

    /** Numbers of the 10 ms frames that are not this much quieter than the loudest one. */
    static int[] activeFrames(short[] raw, double belowLoudestDb) {
        var levels = new double[(raw.length + FRAME - 1) / FRAME];
        Arrays.setAll(levels, i -> Level.dbm0(raw, i * FRAME, Math.min(FRAME, raw.length - i * FRAME)));
        double loudest = Arrays.stream(levels).max().orElse(Level.SILENCE_DBM0);
        double quiet = Math.max(loudest - belowLoudestDb, -70);
        return IntStream.range(0, levels.length).filter(i -> levels[i] > quiet).toArray();
    }
}
