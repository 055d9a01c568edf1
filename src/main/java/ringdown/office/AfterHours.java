package ringdown.office;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;

/**
 * What goes before every script while the office is closed.
 *
 * @param greeting null: the language's standard one
 * @param duty rings this person first
 * @param when which mode on which days ("mon-fri", "sat", "holidays" ...); empty: the short form
 * @param modes by name
 */
public record AfterHours(
        @Nullable String greeting, @Nullable Extension duty, Map<String, String> when, Map<String, Mode> modes) {
    public static final AfterHours STANDARD = new AfterHours(null, null, Map.of(), Map.of());

    /**
     * One way of being closed.
     *
     * @param ring null: nobody is rung
     * @param takeBy "key": whoever answers must press one to take the call
     * @param otherwise the mode that follows; null: promise and message
     * @param urgentKey pressed by a caller who cannot wait
     * @param urgent whom that rings
     * @param record talks that it brings about are recorded; null: as in the script that the caller would take
     */
    public record Mode(
            @Nullable String greeting,
            @Nullable RingTarget ring,
            Duration time,
            @Nullable String takeBy,
            @Nullable String otherwise,
            @Nullable String urgentKey,
            @Nullable RingTarget urgent,
            @Nullable Boolean record) {}

    public AfterHours {
        when = Collections.unmodifiableMap(new LinkedHashMap<>(when));
        modes = Collections.unmodifiableMap(new LinkedHashMap<>(modes));
    }

    /** The mode of a day; "holidays" goes before weekdays. Empty: the short form holds. */
    public Optional<String> modeOn(DayOfWeek day, boolean holiday) {
        if (holiday && when.containsKey("holidays")) {
            return Optional.ofNullable(when.get("holidays"));
        }
        return when.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("holidays"))
                .filter(entry -> Scalars.days(entry.getKey()).contains(day))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
