package ringdown.number;

/** The number of a person inside the office: one to eight digits. */
public record Extension(String digits) implements Comparable<Extension> {
    /** Refuses what is no extension. */
    public Extension {
        if (!digits.matches("[0-9]{1,8}")) {
            throw new IllegalArgumentException("an extension is 1 to 8 digits, not \"" + digits + "\"");
        }
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
