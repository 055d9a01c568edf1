package ringdown.simulator;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A wish how the exchange of a line is to behave; null leaves things as they are. Of answers, busy and noAnswer the one that is
 * named holds; a false brings back the ordinary answer.
 *
 * @param answersAfterMs the far end answers so long after the last digit
 * @param tones notation of {@link ringdown.audio.tone.CadencedTone} by name: dial, busy, congestion, ringback
 * @param feed battery and ringing
 */
public record ExchangeChange(
        @Nullable Integer answersAfterMs,
        @Nullable Boolean busy,
        @Nullable Boolean noAnswer,
        @Nullable LineEcho echo,
        @Nullable Double noiseDbm0,
        @Nullable Boolean cut,
        @Nullable Boolean parallelPhone,
        Map<String, String> tones,
        LineFeed feed) {
    /** Changes nothing. */
    public static final ExchangeChange NOTHING =
            new ExchangeChange(null, null, null, null, null, null, null, Map.of(), LineFeed.UNCHANGED);

    public ExchangeChange {
        tones = Map.copyOf(tones);
        if (answersAfterMs != null && (answersAfterMs < 0 || answersAfterMs > 600_000)) {
            throw new IllegalArgumentException("the far end answers after 0 to 600000 ms, not " + answersAfterMs);
        }
        if (noiseDbm0 != null && !(noiseDbm0 >= -99 && noiseDbm0 <= 0)) {
            throw new IllegalArgumentException("noise has -99 to 0 dBm0, not " + noiseDbm0);
        }
    }

    /** The far end answers after so long. */
    public static ExchangeChange answers(int afterMs) {
        return new ExchangeChange(afterMs, null, null, null, null, null, null, Map.of(), LineFeed.UNCHANGED);
    }

    /** Whoever is called is busy. */
    public static ExchangeChange busy(boolean now) {
        return new ExchangeChange(null, now, null, null, null, null, null, Map.of(), LineFeed.UNCHANGED);
    }

    /** Nobody answers. */
    public static ExchangeChange noAnswer(boolean now) {
        return new ExchangeChange(null, null, now, null, null, null, null, Map.of(), LineFeed.UNCHANGED);
    }

    /** The wires are cut, or joined again. */
    public static ExchangeChange cut(boolean now) {
        return new ExchangeChange(null, null, null, null, null, now, null, Map.of(), LineFeed.UNCHANGED);
    }

    /** A telephone beside the box is lifted or laid down. */
    public static ExchangeChange parallelPhone(boolean offHook) {
        return new ExchangeChange(null, null, null, null, null, null, offHook, Map.of(), LineFeed.UNCHANGED);
    }

    /** The line's hybrid and noise. */
    public static ExchangeChange sound(@Nullable LineEcho echo, @Nullable Double noiseDbm0) {
        return new ExchangeChange(null, null, null, echo, noiseDbm0, null, null, Map.of(), LineFeed.UNCHANGED);
    }

    /** Another battery, other ringing. */
    public static ExchangeChange feed(LineFeed feed) {
        return new ExchangeChange(null, null, null, null, null, null, null, Map.of(), feed);
    }

    /** Other tones than the country's. */
    public static ExchangeChange tones(Map<String, String> tones) {
        return new ExchangeChange(null, null, null, null, null, null, null, tones, LineFeed.UNCHANGED);
    }
}
