package ringdown.contacts.addressbook;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.Contact;
import ringdown.number.Extension;
import ringdown.number.PhoneNumber;

/** Contacts as a table that spreadsheets open rightly (UTF-8 with its mark, semicolons) and that comes back the same. */
final class CsvFile {
    private static final List<Column> COLUMNS = List.of(
            Column.ID,
            Column.NAME,
            Column.NUMBERS,
            Column.COMPANY,
            Column.CALLER_CLASS,
            Column.MANAGER,
            Column.BACKUPS,
            Column.SPOKEN,
            Column.GREETING,
            Column.LANGUAGE,
            Column.SAY_NAME,
            Column.NOTE);

    private CsvFile() {}

    static byte[] of(List<Contact> contacts) {
        StringWriter text = new StringWriter().append('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord(COLUMNS.stream().map(Column::header).toList());
            contacts.forEach(contact -> csv.writeRecord(
                    COLUMNS.stream().map(column -> cell(contact, column)).toList()));
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(Contact contact, Column column) {
        Extension manager = contact.manager();
        return switch (column) {
            case ID -> contact.id();
            case NAME -> guarded(contact.name());
            case NUMBERS -> contact.numbers().stream().map(CsvFile::spaced).collect(Collectors.joining("; "));
            case COMPANY -> guarded(contact.company());
            case CALLER_CLASS -> guarded(contact.callerClass());
            case MANAGER -> manager == null ? "" : manager.digits();
            case BACKUPS -> contact.backups().stream().map(Extension::digits).collect(Collectors.joining(", "));
            case SPOKEN -> guarded(contact.spoken());
            case GREETING -> guarded(contact.greeting());
            case LANGUAGE ->
                contact.language() == null ? "" : contact.language().code();
            case SAY_NAME -> String.valueOf(contact.sayName());
            case NOTE -> guarded(contact.note());
            case GIVEN, MIDDLE, FAMILY -> "";
        };
    }

    /** A spreadsheet takes +380501112233 for an amount and cuts it off at the next saving; with spaces it is text. */
    static String spaced(PhoneNumber number) {
        return "+"
                + new StringBuilder(number.digits())
                        .reverse()
                        .toString()
                        .replaceAll("(...)(?=.)", "$1 ")
                        .transform(text -> new StringBuilder(text).reverse().toString());
    }

    /** Names come from strangers' telephones: a spreadsheet must not take one for a formula. */
    static String guarded(@Nullable String text) {
        return text == null ? "" : text.matches("(?s)'*[=@\\-\\t+].*") ? "'" + text : text;
    }

    static String unguarded(String text) {
        return text.matches("(?s)'+[=@\\-\\t+].*") ? text.substring(1) : text;
    }
}
