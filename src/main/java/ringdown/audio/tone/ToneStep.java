package ringdown.audio.tone;

import org.jspecify.annotations.Nullable;

/**
 * One piece of a cadence.
 *
 * @param tone what sounds, null for a pause
 * @param millis how long; 0 means for ever and stands only alone
 * @param gainDb against the level of the whole tone, mostly 0
 */
public record ToneStep(@Nullable Tone tone, int millis, double gainDb) {
    public ToneStep {
        if (millis < 0 || millis > 600_000) {
            throw new IllegalArgumentException("a step lasts 0 to 600000 ms, not " + millis);
        }
        if (!(gainDb >= -40 && gainDb <= 10)) {
            throw new IllegalArgumentException("a step is changed by -40 to 10 dB, not " + gainDb);
        }
    }

    boolean sounds() {
        return tone != null;
    }
}
