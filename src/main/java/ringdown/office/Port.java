package ringdown.office;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A socket of the board, written "fxo:1" or "fxs:2" everywhere.
 *
 * @param number from 1
 */
public record Port(Kind kind, int number) implements Comparable<Port> {
    private static final Pattern SHAPE = Pattern.compile("(fxo|fxs):([1-9][0-9]?)");

    /** What is plugged in: the city's line, or a telephone. */
    public enum Kind {
        FXO,
        FXS
    }

    public Port {
        if (number < 1) {
            throw new IllegalArgumentException("ports count from 1");
        }
    }

    /** Reads "fxo:1"; empty for any other text. */
    public static Optional<Port> of(String text) {
        var match = SHAPE.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var kind = match.group(1).equals("fxo") ? Kind.FXO : Kind.FXS;
        return Optional.of(new Port(kind, Integer.parseInt(match.group(2))));
    }

    @Override
    public int compareTo(Port other) {
        return kind == other.kind ? Integer.compare(number, other.number) : kind.compareTo(other.kind);
    }

    @Override
    public String toString() {
        return (kind == Kind.FXO ? "fxo:" : "fxs:") + number;
    }
}
