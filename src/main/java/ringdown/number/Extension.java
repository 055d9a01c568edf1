package ringdown.number;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The number of a person inside the office: one to eight digits. */
public record Extension(String digits) implements Comparable<Extension> {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,8}");

    /** Refuses what is no extension. */
    public Extension {
        if (!DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("an extension is 1 to 8 digits, not \"" + digits + "\"");
        }
    }

    /** Written out, since people are looked up by it all through a call, and the quick compiler leaves the record's own a chain of calls. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Extension extension && digits.equals(extension.digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public int compareTo(Extension other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
