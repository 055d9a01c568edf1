package ringdown.contacts.addressbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that has been read.
 *
 * @param encoding as it was recognised
 * @param separator of columns, null: none (a vCard)
 * @param columns headers of the file, and what each was taken for
 * @param broken lines that could not be read at all
 */
record Sheet(String encoding, @Nullable String separator, List<Heading> columns, List<Row> rows, List<Broken> broken) {
    Sheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        broken = List.copyOf(broken);
    }

    /** One header; {@code means} null: it goes into the note. */
    record Heading(String header, @Nullable Column means) {}

    /** A line that is no contact, and why. */
    record Broken(long line, String why) {}
}
