package ringdown.office;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.number.Language;
import ringdown.number.PhoneNumber;

/**
 * A line of the city's exchange.
 *
 * @param port of kind FXO
 * @param number null where the line's own number is not known
 * @param script null: the first script of the file
 * @param order of use for outgoing calls, lowest first
 * @param areaCode completes seven digits of a caller ID
 * @param release what ends a call, empty: all that the line shows
 * @param callerId scheme, "auto": all are listened for
 * @param outgoing "always", "unlessLast" or "never"
 * @param busyForward where the provider sends calls when the line is busy
 */
public record Line(
        Port port,
        @Nullable PhoneNumber number,
        @Nullable String purpose,
        @Nullable String script,
        @Nullable Language language,
        Direction direction,
        int order,
        Answer answer,
        @Nullable String areaCode,
        DialMode dial,
        List<String> release,
        String callerId,
        Levels levels,
        String outgoing,
        @Nullable PhoneNumber busyForward) {

    /** Which way calls go over the line. */
    public enum Direction {
        IN,
        OUT,
        BOTH
    }

    /** When the line is taken off-hook (LINES rule 2). */
    public sealed interface Answer {
        /** For the greeting. */
        record Greeting() implements Answer {}

        /** Only when somebody lifts; greetings are skipped. */
        record ByPerson() implements Answer {}

        /** By a person, at the latest after this time. */
        record After(Duration time) implements Answer {}
    }

    /**
     * How the line dials.
     *
     * @param pulse rotary pulses in place of tones
     * @param prefix dialled first, to leave a PBX
     * @param waitAfter digits after which a second dial tone is awaited
     * @param hidden code that withholds the number
     */
    public record DialMode(
            boolean pulse,
            @Nullable String prefix,
            @Nullable String waitAfter,
            @Nullable String hidden) {
        public static final DialMode TONE = new DialMode(false, null, null, null);
    }

    /** Gains in dB, received from and sent to the line. */
    public record Levels(double rx, double tx) {
        public static final Levels FLAT = new Levels(0, 0);
    }

    public Line {
        if (port.kind() != Port.Kind.FXO) {
            throw new IllegalArgumentException("a line is plugged into fxo, not " + port);
        }
        release = List.copyOf(release);
    }
}
