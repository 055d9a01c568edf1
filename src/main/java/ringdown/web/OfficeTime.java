package ringdown.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import ringdown.office.CurrentOffice;

/** How moments are written and read: ISO 8601 with the office's offset and seconds. */
final class OfficeTime {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private final CurrentOffice office;

    OfficeTime(CurrentOffice office) {
        this.office = office;
    }

    ZoneId zone() {
        return office.get().info().timeZone();
    }

    @Nullable
    String write(@Nullable Instant at) {
        return at == null ? null : ISO.format(at.atZone(zone()));
    }

    /**
     * A moment with offset; a bare date is that day's beginning, a moment without offset the office's wall clock. Where a query had an
     * unescaped plus sign, a space came out.
     */
    Instant read(String field, String text) {
        try {
            return moment(text.strip());
        } catch (DateTimeException bad) {
            throw Refusal.bad(field, "a moment with offset is wanted, 2026-11-21T15:30:00+02:00");
        }
    }

    private Instant moment(String text) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text).atStartOfDay(zone()).toInstant();
        }
        if (text.matches(".*T[0-9:.]+")) {
            return LocalDateTime.parse(text).atZone(zone()).toInstant();
        }
        return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    }
}
