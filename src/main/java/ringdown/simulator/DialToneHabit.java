package ringdown.simulator;

import java.util.Optional;

/**
 * What an exchange lets hear whoever has seized a line.
 *
 * @param afterMs how long after the seizure it begins, 0 to 60000
 */
public record DialToneHabit(Kind kind, int afterMs) {
    private static final int ORDINARY_MS = 200;

    /** Which tone. */
    public enum Kind {
        NORMAL,
        /** Interrupted: a service is on, a diversion perhaps. */
        STUTTER,
        /** The network behind the line is dead. */
        NONE
    }

    public DialToneHabit {
        if (afterMs < 0 || afterMs > 60_000) {
            throw new IllegalArgumentException("dialTone begins after 0 to 60000 ms, not " + afterMs);
        }
    }

    /** The habit of that word of the API: normal, stutter, none. */
    public static Optional<DialToneHabit> of(String word) {
        return switch (word) {
            case "normal" -> Optional.of(new DialToneHabit(Kind.NORMAL, ORDINARY_MS));
            case "stutter" -> Optional.of(new DialToneHabit(Kind.STUTTER, ORDINARY_MS));
            case "none" -> Optional.of(new DialToneHabit(Kind.NONE, ORDINARY_MS));
            default -> Optional.empty();
        };
    }

    /** Ordinary dial tone that comes late. */
    public static DialToneHabit after(int millis) {
        return new DialToneHabit(Kind.NORMAL, millis);
    }
}
