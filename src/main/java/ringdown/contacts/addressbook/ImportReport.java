package ringdown.contacts.addressbook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.number.PhoneNumber;

/**
 * What became of a file, or would: row by row, so that nothing is lost unseen.
 *
 * @param preview nothing was written
 * @param encoding as it was recognised, "utf-8" or "windows-1251"
 * @param separator of the columns; null for vCards
 * @param items every row of the file, in its order
 */
public record ImportReport(
        boolean preview, String encoding, @Nullable String separator, List<Heading> columns, List<Item> items) {
    public ImportReport {
        columns = List.copyOf(columns);
        items = List.copyOf(items);
    }

    /** A column of the file, and what it was taken for; null: the note. */
    public record Heading(String header, @Nullable String means) {}

    /** What a row did. */
    public enum Result {
        NEW,
        UPDATED,
        /** All it says is known already. */
        DUPLICATE,
        /** Nothing of it was taken. */
        FAULT
    }

    /**
     * One row.
     *
     * @param line of the file, counted from 1
     * @param callerClass of the contact afterwards; null: none, and for a fault
     * @param contactId null in a preview of a new one, and for a fault
     * @param changes fields that are different afterwards
     * @param reason of the fault, or what could not be taken as it stands; null: nothing
     */
    public record Item(
            long line,
            Result result,
            @Nullable String name,
            List<PhoneNumber> numbers,
            @Nullable String callerClass,
            @Nullable String contactId,
            List<String> changes,
            @Nullable String reason) {
        public Item {
            numbers = List.copyOf(numbers);
            changes = List.copyOf(changes);
        }
    }

    /** How many rows did that. */
    public long count(Result result) {
        return items.stream().filter(item -> item.result() == result).count();
    }
}
