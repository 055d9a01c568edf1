package ringdown.office;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How messages are kept.
 *
 * @param keep where nothing else is said
 * @param own of single boxes, by extension or team
 * @param shared teams whose callers leave messages in the team's box, not in that of one of its people
 */
public record Voicemail(Duration keep, Map<String, Duration> own, Set<String> shared) {
    /** A year, in every box. */
    public static final Voicemail USUAL = new Voicemail(Duration.ofDays(365), Map.of(), Set.of());

    private static final Duration SHORTEST = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(3650);

    public Voicemail {
        own = Map.copyOf(own);
        shared = Set.copyOf(shared);
    }

    /** As {@code keep} and {@code keepMessages} are written. */
    static Duration time(String text) {
        var time = Scalars.duration(text);
        if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("is from 1d to 3650d, not \"" + text + "\"");
        }
        return time;
    }

    /** No message of any box goes sooner. */
    public Duration shortest() {
        return Stream.concat(Stream.of(keep), own.values().stream())
                .min(Duration::compareTo)
                .orElse(keep);
    }

    /** How long a message in this box is kept. */
    public Duration keep(String mailbox) {
        return own.getOrDefault(mailbox, keep);
    }
}
