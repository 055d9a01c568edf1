package ringdown.routing.year;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ringdown.office.Fault;

/** Collects what does not hold; the same finding at many minutes is one, with the first of them. One thread. */
final class Findings {
    private static final int SHOWN = 500;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private record Key(String field, String what) {}

    private final Map<String, Integer> lines;
    private final ZoneId zone;
    private final Map<Key, Instant> faults = new LinkedHashMap<>();
    private final Map<Key, Instant> warnings = new LinkedHashMap<>();

    Findings(Map<String, Integer> lines, ZoneId zone) {
        this.lines = lines;
        this.zone = zone;
    }

    /** Callers would be lost. */
    void fault(String field, String what, Instant at) {
        faults.merge(new Key(field, what), at, Findings::earlier);
    }

    /** Callers are served, but not as written. */
    void warn(String field, String what, Instant at) {
        warnings.merge(new Key(field, what), at, Findings::earlier);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    Proof proof() {
        return new Proof(list(faults), list(warnings));
    }

    private List<Fault> list(Map<Key, Instant> found) {
        return found.entrySet().stream()
                .map(one -> new Fault(
                        line(one.getKey().field),
                        one.getKey().field,
                        one.getKey().what,
                        MOMENT.format(one.getValue().atZone(zone))))
                .sorted(Comparator.comparingInt(Fault::line))
                .limit(SHOWN)
                .toList();
    }

    /** The line of the field, else of what it stands in; 0 where nothing of it is written. */
    private int line(String field) {
        for (@Nullable String part = field; part != null; part = outer(part)) {
            var line = lines.get(part);
            if (line != null) {
                return line;
            }
        }
        return 0;
    }

    private static @Nullable String outer(String field) {
        var end = Math.max(field.lastIndexOf('.'), field.lastIndexOf('['));
        return end < 0 ? null : field.substring(0, end);
    }
}
