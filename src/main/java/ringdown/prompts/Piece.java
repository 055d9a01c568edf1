package ringdown.prompts;

import java.util.regex.Pattern;

/**
 * A stretch of speech that ships as one sound: a fixed sentence, or a building block of dates, hours and numbers.
 *
 * @param name the file name without ending, the same in each language
 * @param script the text for the voice: the words, with {@code +} before stressed vowels where needed
 * @param place where in a sentence it stands
 */
record Piece(String name, String script, Place place) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]*");

    Piece {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name of a sound: " + name);
        }
        if (script.isBlank()) {
            throw new IllegalArgumentException("nothing to say in " + name);
        }
    }

    /** The words without marks for the voice. */
    String words() {
        return script.replace("+", "");
    }
}
