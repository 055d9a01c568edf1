package ringdown.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Habits of an exchange on one line; null leaves one as it is.
 *
 * @param cadence ringing, milliseconds on and off in turn; empty: the country's
 * @param dialTone what is heard after a seizure
 * @param callerHolds seconds for which a caller stays on the line after the called side has hung up, 0 to 600
 * @param breakAtAnswerMs no current for so long a tenth of a second after either side's answer, 0 to 2000
 * @param reversalOnAnswer the polarity turns with the answer, and back when the far end goes with busy tone
 * @param pulseOnly the exchange has no ear for tones
 * @param secondDialToneAfter after these digits the exchange is deaf for a second and then sends dial tone again; empty: never
 * @param callWaiting a second call knocks in a talk: {@code ring} is taken then
 * @param meteringSeconds a metering pulse each so many seconds of a call that we pay, 1 to 600; 0: none
 */
public record LineHabits(
        @Nullable List<Integer> cadence,
        @Nullable DialToneHabit dialTone,
        @Nullable Double callerHolds,
        @Nullable Integer breakAtAnswerMs,
        @Nullable Boolean reversalOnAnswer,
        @Nullable Boolean pulseOnly,
        @Nullable String secondDialToneAfter,
        @Nullable Boolean callWaiting,
        @Nullable Double meteringSeconds) {
    /** As they are. */
    public static final LineHabits UNCHANGED = new LineHabits(null, null, null, null, null, null, null, null, null);

    /** An exchange at the beginning. */
    static final LineHabits ORDINARY = new LineHabits(
            List.of(), new DialToneHabit(DialToneHabit.Kind.NORMAL, 200), 0.0, 0, false, false, "", false, 0.0);

    public LineHabits {
        cadence = cadence == null ? null : List.copyOf(cadence);
        if (cadence != null && (cadence.size() % 2 != 0 || cadence.stream().anyMatch(ms -> ms < 10 || ms > 60_000))) {
            throw new IllegalArgumentException("cadence is pairs of 10 to 60000 ms on and off, not " + cadence);
        }
        require("callerHolds", callerHolds, 600);
        require("breakAtAnswerMs", breakAtAnswerMs, 2000);
        require("metering", meteringSeconds, 600);
        if (secondDialToneAfter != null && !secondDialToneAfter.matches("[0-9*#]{0,10}")) {
            throw new IllegalArgumentException("secondDialToneAfter is up to ten digits, not " + secondDialToneAfter);
        }
    }

    private static void require(String name, @Nullable Number value, int most) {
        if (value != null && !(value.doubleValue() >= 0 && value.doubleValue() <= most)) {
            throw new IllegalArgumentException("%s is 0 to %d, not %s".formatted(name, most, value.toString()));
        }
    }

    /** These, changed by what the wish names. */
    LineHabits changed(LineHabits wish) {
        return new LineHabits(
                or(wish.cadence, cadence),
                or(wish.dialTone, dialTone),
                or(wish.callerHolds, callerHolds),
                or(wish.breakAtAnswerMs, breakAtAnswerMs),
                or(wish.reversalOnAnswer, reversalOnAnswer),
                or(wish.pulseOnly, pulseOnly),
                or(wish.secondDialToneAfter, secondDialToneAfter),
                or(wish.callWaiting, callWaiting),
                or(wish.meteringSeconds, meteringSeconds));
    }

    private static <T> @Nullable T or(@Nullable T wished, @Nullable T before) {
        return wished == null ? before : wished;
    }

    /** A habit that is or is not. */
    static boolean on(@Nullable Boolean habit) {
        return habit != null && habit;
    }

    /** A length in frames. */
    static int frames(@Nullable Number value, int millisEach) {
        return value == null ? 0 : (int) Math.round(value.doubleValue() * millisEach / ringdown.audio.Frame.MILLIS);
    }
}
