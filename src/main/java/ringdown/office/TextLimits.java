package ringdown.office;

/** How long texts of the office may be, wherever they come from: the file or the page. */
public final class TextLimits {
    /** No text is longer: so much is spoken of a greeting, about a minute and a half. */
    public static final int LONGEST = 1000;

    /** No name is longer. */
    public static final int LONGEST_NAME = 200;

    private TextLimits() {}

    /**
     * A name as it is kept, without spaces around it.
     *
     * @throws IllegalArgumentException with words for the installer: empty, too long, or more than one line of plain text
     */
    public static String name(String text) {
        var name = text.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("is empty");
        }
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("is longer than " + LONGEST_NAME + " characters");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("is one line of text, without control characters");
        }
        return name;
    }
}
