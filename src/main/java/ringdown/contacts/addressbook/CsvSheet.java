package ringdown.contacts.addressbook;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a table of contacts: comma, semicolon or tab between the columns, a header in Ukrainian, Russian or English, or none. */
final class CsvSheet {
    private static final char[] SEPARATORS = {';', '\t', ','};
    private static final Pattern NUMBER_LIKE = Pattern.compile("\\+?[0-9][0-9 ()./-]{4,}");

    private final Text text;
    private final char separator;
    private final List<Row> rows = new ArrayList<>();
    private final List<Sheet.Broken> broken = new ArrayList<>();
    private List<Sheet.Heading> columns = List.of();

    private CsvSheet(Text text) {
        this.text = text;
        this.separator = separator(firstLine(text.text()));
    }

    static Sheet read(Text text) {
        CsvSheet sheet = new CsvSheet(text);
        sheet.read();
        return new Sheet(
                text.encoding(),
                sheet.separator == '\t' ? "tab" : String.valueOf(sheet.separator),
                sheet.columns,
                sheet.rows,
                sheet.broken);
    }

    private static String firstLine(String text) {
        return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    /** Excel may say it ("sep=;"); else whatever stands in the first line most often, quoted text aside. */
    private static char separator(String line) {
        if (line.startsWith("sep=") && line.length() == 5) {
            return line.charAt(4);
        }
        String bare = line.replaceAll("\"[^\"]*\"", "");
        char best = ',';
        long most = 0;
        for (char candidate : SEPARATORS) {
            long count = bare.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private void read() {
        try {
            read(builder().trimWhitespacesAroundQuotes(true));
        } catch (CsvParseException sloppy) {
            readAgain();
        }
    }

    /** Somebody has put quotes around a part of a name ("Лілія" ТОВ): then these are part of the cell. */
    private void readAgain() {
        rows.clear();
        try {
            read(builder().allowExtraCharsAfterClosingQuote(true));
        } catch (CsvParseException fault) {
            broken.add(new Sheet.Broken(lastLine() + 1, "the rest is no CSV: " + fault.getMessage()));
        }
    }

    private CsvReader.CsvReaderBuilder builder() {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true);
    }

    private void read(CsvReader.CsvReaderBuilder reader) {
        Iterator<CsvRecord> records = reader.ofCsvRecord(text.text()).iterator();
        boolean headed = false;
        while (records.hasNext()) {
            CsvRecord record = records.next();
            if (isHint(record)) {
                continue;
            }
            if (!headed) {
                headed = true;
                if (header(record)) {
                    continue;
                }
            }
            row(record);
        }
    }

    private long lastLine() {
        return rows.isEmpty() ? 0 : rows.getLast().line();
    }

    private static boolean isHint(CsvRecord record) {
        String first = record.getField(0);
        return first.startsWith("sep=") && first.length() <= 5;
    }

    /** True if the record was a header; a first row that holds a number is a contact already. */
    private boolean header(CsvRecord record) {
        List<String> cells = record.getFields();
        boolean known = cells.stream().anyMatch(cell -> Column.of(cell).isPresent());
        boolean numbered = cells.stream().anyMatch(CsvSheet::isNumberLike);
        if (known && !numbered) {
            columns = named(cells);
            return true;
        }
        columns = guessed(cells);
        return !numbered;
    }

    private static boolean isNumberLike(String cell) {
        return NUMBER_LIKE.matcher(cell.strip()).matches();
    }

    /**
     * Where the family name has a column of its own, a column "Имя" holds the given name, unless that has one of its own too (Google:
     * "Name", "Given Name", "Family Name"); and "Обращение" holds Mr. or Mrs. (Outlook, Bitrix24), which is nobody's name.
     */
    private static List<Sheet.Heading> named(List<String> cells) {
        boolean split = has(cells, Column.FAMILY);
        boolean given = has(cells, Column.GIVEN);
        List<Sheet.Heading> headings = new ArrayList<>();
        for (String cell : cells) {
            Column column = Column.of(cell).orElse(null);
            if (split && !given && column == Column.NAME && isCalled(cell, "і.?м.?я|имя|name")) {
                column = Column.GIVEN;
            } else if (split && isCalled(cell, "обращение")) {
                column = null;
            }
            headings.add(new Sheet.Heading(cell, column));
        }
        return headings;
    }

    private static boolean has(List<String> cells, Column column) {
        return cells.stream().anyMatch(cell -> Column.of(cell).equals(Optional.of(column)));
    }

    private static boolean isCalled(String cell, String words) {
        return cell.toLowerCase(Locale.ROOT).strip().matches(words);
    }

    /** Without a header: numbers are numbers, the first text is the name, the second the company. */
    private static List<Sheet.Heading> guessed(List<String> cells) {
        List<Column> texts = new ArrayList<>(List.of(Column.NAME, Column.COMPANY));
        List<Sheet.Heading> headings = new ArrayList<>();
        for (String cell : cells) {
            Column column = isNumberLike(cell) ? Column.NUMBERS : texts.isEmpty() ? null : texts.removeFirst();
            headings.add(new Sheet.Heading("", column));
        }
        return headings;
    }

    private void row(CsvRecord record) {
        Row row = new Row(record.getStartingLineNumber());
        List<String> cells = record.getFields();
        for (int i = 0; i < cells.size(); i++) {
            Sheet.Heading heading = i < columns.size() ? columns.get(i) : new Sheet.Heading("", null);
            String cell = CsvFile.unguarded(cells.get(i));
            if (heading.means() == null) {
                row.rest(heading.header(), cell);
            } else {
                row.say(heading.means(), cell);
            }
        }
        if (!row.empty()) {
            rows.add(row);
        }
    }
}
