package ringdown.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A provider's list of calls as CSV (SITUATIONS 15): commas, semicolons or tabs, with or without a line of names. Moments are ISO 8601 or
 * {@code 23.11.2026 10:05[:30]}; without an offset they are the office's wall clock. Pure.
 */
public final class ProviderList {
    private static final Map<String, Set<String>> NAMES = Map.of(
            "at", Set.of("at", "startedat", "time", "date", "datetime", "час", "дата", "время"),
            "number", Set.of("number", "caller", "callernumber", "from", "phone", "номер", "хто", "кто"),
            "via", Set.of("via", "line", "port", "trunk", "лінія", "линия"),
            "called", Set.of("called", "to", "callednumber", "куди", "куда"),
            "class", Set.of("class", "тип"));

    private static final List<DateTimeFormatter> LOCAL = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE_TIME,
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm[:ss]"),
            DateTimeFormatter.ofPattern("d.MM.uuuu H:mm[:ss]"));

    private final ZoneId zone;

    /**
     * One call of the list.
     *
     * @param number as written; null: hidden
     * @param via and called and callerClass null where the list does not say
     */
    public record Row(
            int line,
            Instant at,
            @Nullable String number,
            @Nullable String via,
            @Nullable String called,
            @Nullable String callerClass) {}

    /** A line that is no call. */
    public record Fault(int line, String what) {}

    /** What stands in it. */
    public record Contents(List<Row> rows, List<Fault> faults) {}

    /** {@code zone}: where the provider's clock stands. */
    public ProviderList(ZoneId zone) {
        this.zone = zone;
    }

    /** Reads all of it; a line that is no call is a fault and stops nothing. */
    public Contents read(String csv) {
        List<Row> rows = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        List<String> columns = List.of("at", "number", "via", "called", "class");
        int number = 0;
        for (String line : csv.replace("\uFEFF", "").split("\r\n|\n|\r", -1)) {
            number++;
            List<String> cells = cells(line);
            List<String> named = cells.stream().map(ProviderList::column).toList();
            if (line.isBlank()) {
                continue;
            }
            if (rows.isEmpty() && named.contains("at")) {
                columns = named;
                continue;
            }
            try {
                rows.add(row(number, columns, cells));
            } catch (DateTimeException | IllegalArgumentException bad) {
                faults.add(new Fault(number, String.valueOf(bad.getMessage())));
            }
        }
        return new Contents(rows, faults);
    }

    private static List<String> cells(String line) {
        String separator = line.contains("\t") ? "\t" : line.contains(";") ? ";" : ",";
        return Arrays.stream(line.split(separator, -1))
                .map(cell -> cell.strip().replaceAll("^\"|\"$", "").strip())
                .toList();
    }

    private static String column(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(plain))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private Row row(int line, List<String> columns, List<String> cells) {
        String at = cell("at", columns, cells);
        if (at == null) {
            throw new IllegalArgumentException("there is no moment");
        }
        return new Row(
                line,
                moment(at),
                cell("number", columns, cells),
                cell("via", columns, cells),
                cell("called", columns, cells),
                cell("class", columns, cells));
    }

    private static @Nullable String cell(String column, List<String> columns, List<String> cells) {
        int at = columns.indexOf(column);
        return at < 0 || at >= cells.size() || cells.get(at).isEmpty() ? null : cells.get(at);
    }

    private Instant moment(String text) {
        if (text.matches(".*T.*([+-]\\d\\d:\\d\\d|Z)")) {
            return OffsetDateTime.parse(text).toInstant();
        }
        for (DateTimeFormatter format : LOCAL) {
            try {
                return LocalDateTime.parse(text, format).atZone(zone).toInstant();
            } catch (DateTimeException other) {
                // the next form is tried
            }
        }
        throw new IllegalArgumentException("\"" + text + "\" is no moment");
    }
}
