package ringdown.contacts.addressbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One contact as a file writes it, not yet understood. Grows while its file is read. */
final class Row {
    private final long line;
    private final Map<Column, List<String>> said = new EnumMap<>(Column.class);
    private final List<String> rest = new ArrayList<>();

    /** @param line of the file, counted from 1, on which it begins */
    Row(long line) {
        this.line = line;
    }

    long line() {
        return line;
    }

    void say(Column column, String text) {
        if (!text.isBlank()) {
            said.computeIfAbsent(column, any -> new ArrayList<>()).add(text.strip());
        }
    }

    /** What no column of the box is meant for; it goes into the note. */
    void rest(String header, String text) {
        if (!text.isBlank()) {
            rest.add(header.isBlank() ? text.strip() : header.strip() + ": " + text.strip());
        }
    }

    @Nullable
    String text(Column column) {
        List<String> all = all(column);
        return all.isEmpty() ? null : all.getFirst();
    }

    List<String> all(Column column) {
        return said.getOrDefault(column, List.of());
    }

    /** Notes of the file and everything else it says, one under the other. */
    List<String> notes() {
        List<String> notes = new ArrayList<>(all(Column.NOTE));
        notes.addAll(rest);
        return notes;
    }

    boolean empty() {
        return said.isEmpty() && rest.isEmpty();
    }
}
