package ringdown.office;

import org.jspecify.annotations.Nullable;

/**
 * Something in an office file that does not hold.
 *
 * @param line of the file, from 1; 0 where no line can be named
 * @param field path such as "people[1].extension"
 * @param what in words that an installer understands
 * @param at the minute at which a script fails, ISO 8601; null for faults of the file itself
 */
public record Fault(
        int line, String field, String what, @Nullable String at) {
    public Fault(int line, String field, String what) {
        this(line, field, what, null);
    }

    @Override
    public String toString() {
        return (line == 0 ? "" : "line " + line + ": ")
                + (field.isEmpty() ? "" : field + ": ")
                + what
                + (at == null ? "" : " (" + at + ")");
    }
}
