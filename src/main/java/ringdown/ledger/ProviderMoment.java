package ringdown.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/**
 * When a call of a provider's list was: ISO 8601, or {@code 23.11.2026 10:05[:30]} as people write it; without an offset by the clock of
 * the office. The offset decides where there is one, whatever the zone.
 */
final class ProviderMoment {
    private static final List<DateTimeFormatter> LOCAL = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE_TIME,
            strict("uuuu-M-d H:mm[:ss][.SSS]"),
            strict("uuuu/M/d H:mm[:ss]"),
            strict("d.M.uuuu H:mm[:ss]"),
            strict("d.M.uu H:mm[:ss]"),
            strict("d/M/uuuu H:mm[:ss]"));

    private static final List<DateTimeFormatter> WITH_OFFSET = List.of(
            DateTimeFormatter.ISO_OFFSET_DATE_TIME,
            strict("uuuu-MM-dd'T'HH:mm:ssxx"),
            strict("uuuu-MM-dd'T'HH:mm:ss.SSSxx"));

    private final ZoneId zone;

    /** The thirty-first of February is no day; the lenient reading would make it the last one of the month. */
    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    ProviderMoment(ZoneId zone) {
        this.zone = zone;
    }

    /** {@code cells}: the moment, or its date and then its hour. */
    Instant of(List<String> cells) {
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("there is no moment");
        }
        return one(cells.getFirst())
                .or(() -> cells.size() < 2 ? Optional.empty() : one(cells.get(0) + " " + cells.get(1)))
                .or(() -> cells.size() < 2 ? Optional.empty() : one(cells.get(1) + " " + cells.get(0)))
                .orElseThrow(() -> new IllegalArgumentException("\"" + String.join(" ", cells) + "\" is no moment"));
    }

    private Optional<Instant> one(String written) {
        String text = written.replaceAll(",? +", " ");
        String iso = text.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) (\\d)", "$1T$2")
                .replaceFirst(" (?=[+-]\\d\\d:?\\d\\d$)", "");
        for (DateTimeFormatter format : WITH_OFFSET) {
            try {
                return Optional.of(OffsetDateTime.parse(iso, format).toInstant());
            } catch (DateTimeException other) {
                // the next form is tried
            }
        }
        for (DateTimeFormatter format : LOCAL) {
            try {
                return Optional.of(
                        LocalDateTime.parse(text, format).atZone(zone).toInstant());
            } catch (DateTimeException other) {
                // the next form is tried
            }
        }
        return Optional.empty();
    }
}
