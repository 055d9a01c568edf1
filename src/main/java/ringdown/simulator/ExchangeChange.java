package ringdown.simulator;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import ringdown.board.simulated.ExchangePair;

/**
 * A wish how the exchange of a line is to behave; null leaves things as they are. Of answers, busy and noAnswer the one that is
 * named holds; a false brings back the ordinary answer.
 *
 * @param answersAfterMs the far end answers so long after the last digit
 * @param tones notation of {@link ringdown.audio.tone.CadencedTone} by name: dial, stutter, busy, congestion, ringback, callWaiting
 * @param feed battery and ringing
 * @param habits how it answers, holds and lets go
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
        LineFeed feed,
        LineHabits habits) {
    /** Changes nothing. */
    public static final ExchangeChange NOTHING = new ExchangeChange(
            null, null, null, null, null, null, null, Map.of(), LineFeed.UNCHANGED, LineHabits.UNCHANGED);

    public ExchangeChange {
        tones = Map.copyOf(tones);
        if (answersAfterMs != null && (answersAfterMs < 0 || answersAfterMs > 600_000)) {
            throw new IllegalArgumentException("the far end answers after 0 to 600000 ms, not " + answersAfterMs);
        }
        if (noiseDbm0 != null && !(noiseDbm0 >= -99 && noiseDbm0 <= 0)) {
            throw new IllegalArgumentException("noise has -99 to 0 dBm0, not " + noiseDbm0);
        }
    }

    private static ExchangeChange called(@Nullable Integer after, @Nullable Boolean busy, @Nullable Boolean noAnswer) {
        return new ExchangeChange(
                after, busy, noAnswer, null, null, null, null, Map.of(), LineFeed.UNCHANGED, LineHabits.UNCHANGED);
    }

    /** The far end answers after so long. */
    public static ExchangeChange answers(int afterMs) {
        return called(afterMs, null, null);
    }

    /** Whoever is called is busy. */
    public static ExchangeChange busy(boolean now) {
        return called(null, now, null);
    }

    /** Nobody answers. */
    public static ExchangeChange noAnswer(boolean now) {
        return called(null, null, now);
    }

    private static ExchangeChange wires(
            @Nullable LineEcho echo, @Nullable Double noise, @Nullable Boolean cut, @Nullable Boolean parallel) {
        return new ExchangeChange(
                null, null, null, echo, noise, cut, parallel, Map.of(), LineFeed.UNCHANGED, LineHabits.UNCHANGED);
    }

    /** The wires are cut, or joined again. */
    public static ExchangeChange cut(boolean now) {
        return wires(null, null, now, null);
    }

    /** A telephone beside the box is lifted or laid down. */
    public static ExchangeChange parallelPhone(boolean offHook) {
        return wires(null, null, null, offHook);
    }

    /** The line's hybrid and noise. */
    public static ExchangeChange sound(@Nullable LineEcho echo, @Nullable Double noiseDbm0) {
        return wires(echo, noiseDbm0, null, null);
    }

    private static ExchangeChange ways(Map<String, String> tones, LineFeed feed, LineHabits habits) {
        return new ExchangeChange(null, null, null, null, null, null, null, tones, feed, habits);
    }

    /** Another battery, other ringing. */
    public static ExchangeChange feed(LineFeed feed) {
        return ways(Map.of(), feed, LineHabits.UNCHANGED);
    }

    /** Other tones than the country's. */
    public static ExchangeChange tones(Map<String, String> tones) {
        return ways(tones, LineFeed.UNCHANGED, LineHabits.UNCHANGED);
    }

    /** Other habits. */
    public static ExchangeChange habits(LineHabits habits) {
        return ways(Map.of(), LineFeed.UNCHANGED, habits);
    }

    /** What concerns the wires. */
    void on(ExchangePair pair) {
        feed.on(pair);
        if (echo != null) {
            pair.echo(echo.onBoard());
        }
        if (noiseDbm0 != null) {
            pair.noise(noiseDbm0);
        }
        if (cut != null) {
            pair.cut(cut);
        }
        if (parallelPhone != null) {
            pair.parallelPhone(parallelPhone);
        }
    }
}
