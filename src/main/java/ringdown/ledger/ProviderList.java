package ringdown.ledger;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider's list of calls as CSV (SITUATIONS 15): commas, semicolons or tabs, quoted or not, with or without a line of names, in
 * UTF-8 or Windows-1251. Date and hour may stand in two columns; columns that say nothing here are left aside. Pure.
 */
public final class ProviderList {
    private static final Charset CYRILLIC = Charset.forName("windows-1251");
    private static final List<ProviderColumn> WITHOUT_NAMES = List.of(
            ProviderColumn.AT, ProviderColumn.NUMBER, ProviderColumn.VIA, ProviderColumn.CALLED, ProviderColumn.CLASS);

    private final ProviderMoment moments;

    /**
     * One call of the list.
     *
     * @param number as written; null: hidden
     * @param via and called and callerClass null where the list does not say
     */
    public record Row(
            long line,
            Instant at,
            @Nullable String number,
            @Nullable String via,
            @Nullable String called,
            @Nullable String callerClass) {

        /** The same at another moment. */
        public Row at(Instant other) {
            return new Row(line, other, number, via, called, callerClass);
        }
    }

    /** A line that is no call. */
    public record Fault(long line, String what) {}

    /** What stands in it. */
    public record Contents(List<Row> rows, List<Fault> faults) {}

    /** {@code zone}: where the provider's clock stands. */
    public ProviderList(ZoneId zone) {
        this.moments = new ProviderMoment(zone);
    }

    /** As {@link #read(String)}; what is not valid UTF-8 was written by a spreadsheet of the country. */
    public Contents read(byte[] file) {
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (CharacterCodingException other) {
            return read(new String(file, CYRILLIC));
        }
    }

    /** Reads all of it; a line that is no call is a fault and stops nothing. */
    public Contents read(String csv) {
        String text = csv.replace("\uFEFF", "");
        try {
            return contents(reader(text).trimWhitespacesAroundQuotes(true), text);
        } catch (CsvParseException sloppy) {
            try {
                return contents(reader(text).allowExtraCharsAfterClosingQuote(true), text);
            } catch (CsvParseException fault) {
                return new Contents(List.of(), List.of(new Fault(1, "this is no CSV: " + fault.getMessage())));
            }
        }
    }

    private static CsvReader.CsvReaderBuilder reader(String text) {
        return CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowExtraFields(true)
                .allowMissingFields(true);
    }

    private static char separator(String text) {
        String bare = text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .replaceAll("\"[^\"]*\"", "");
        return bare.contains("\t") ? '\t' : bare.contains(";") ? ';' : ',';
    }

    private Contents contents(CsvReader.CsvReaderBuilder reader, String text) {
        List<Row> rows = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        List<ProviderColumn> columns = new ArrayList<>(WITHOUT_NAMES);
        for (CsvRecord record : reader.ofCsvRecord(text)) {
            List<String> cells = record.getFields().stream().map(String::strip).toList();
            List<ProviderColumn> named = cells.stream().map(ProviderColumn::of).toList();
            if (cells.stream().allMatch(String::isEmpty) || cells.getFirst().startsWith("sep=")) {
                continue;
            }
            if (rows.isEmpty() && named.contains(ProviderColumn.AT)) {
                columns = named;
                continue;
            }
            try {
                rows.add(row(record.getStartingLineNumber(), columns, cells));
            } catch (DateTimeException | IllegalArgumentException bad) {
                faults.add(new Fault(record.getStartingLineNumber(), String.valueOf(bad.getMessage())));
            }
        }
        return new Contents(rows, faults);
    }

    private Row row(long line, List<ProviderColumn> columns, List<String> cells) {
        String number = cell(ProviderColumn.NUMBER, columns, cells);
        return new Row(
                line,
                moments.of(cellsOf(ProviderColumn.AT, columns, cells)),
                number == null || number.chars().noneMatch(Character::isDigit) ? null : number,
                cell(ProviderColumn.VIA, columns, cells),
                cell(ProviderColumn.CALLED, columns, cells),
                cell(ProviderColumn.CLASS, columns, cells));
    }

    private static @Nullable String cell(ProviderColumn column, List<ProviderColumn> columns, List<String> cells) {
        List<String> all = cellsOf(column, columns, cells);
        return all.isEmpty() ? null : all.getFirst();
    }

    private static List<String> cellsOf(ProviderColumn column, List<ProviderColumn> columns, List<String> cells) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < columns.size() && i < cells.size(); i++) {
            if (column == columns.get(i) && !cells.get(i).isEmpty()) {
                all.add(cells.get(i));
            }
        }
        return all;
    }
}
