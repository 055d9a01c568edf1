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
 * @param oneWay a voice modem that either plays or records: callers hear and leave messages, nobody is joined with them
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
        @Nullable PhoneNumber busyForward,
        boolean oneWay) {

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
     * @param blind dials where no dial tone is heard, too
     */
    public record DialMode(
            boolean pulse,
            @Nullable String prefix,
            @Nullable String waitAfter,
            @Nullable String hidden,
            boolean blind) {
        public static final DialMode TONE = new DialMode(false, null, null, null);

        /** Dials where dial tone is heard, and only there. */
        public DialMode(boolean pulse, @Nullable String prefix, @Nullable String waitAfter, @Nullable String hidden) {
            this(pulse, prefix, waitAfter, hidden, false);
        }
    }

    /**
     * Gains in dB, received from and sent to the line.
     *
     * @param echoTailMillis the latest echo that is cancelled, 32 to 128: longer where the provider's own network sends it back
     */
    public record Levels(double rx, double tx, int echoTailMillis) {
        public static final Levels FLAT = new Levels(0, 0);

        public Levels {
            if (echoTailMillis < 32 || echoTailMillis > 128) {
                throw new IllegalArgumentException("an echo's tail is 32 to 128 ms, not " + echoTailMillis);
            }
        }

        /** With the tail of a line's own hybrid. */
        public Levels(double rx, double tx) {
            this(rx, tx, 32);
        }
    }

    public Line {
        if (port.kind() != Port.Kind.FXO) {
            throw new IllegalArgumentException("a line is plugged into fxo, not " + port);
        }
        release = List.copyOf(release);
    }

    /** The same line over a modem that has turned out to play or record, not both. */
    Line oneWayNow() {
        return new Line(
                port,
                number,
                purpose,
                script,
                language,
                direction,
                order,
                answer,
                areaCode,
                dial,
                release,
                callerId,
                levels,
                outgoing,
                busyForward,
                true);
    }
}
