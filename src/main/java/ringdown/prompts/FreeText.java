package ringdown.prompts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import ringdown.number.Language;

/**
 * A text of the office to be spoken, made harmless: one line, no control characters, of bounded length.
 *
 * @param script the text, with {@code +} before stressed vowels where somebody wrote them
 */
record FreeText(String script, Language language) {
    /** About a minute of speech. */
    static final int LONGEST = 1000;

    FreeText {
        script = bounded(
                script.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\s]+", " ").strip());
    }

    private static String bounded(String line) {
        if (line.length() <= LONGEST) {
            return line;
        }
        int space = line.lastIndexOf(' ', LONGEST);
        return line.substring(0, space > 0 ? space : LONGEST);
    }

    boolean isEmpty() {
        return script.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    String words() {
        return script.replaceAll("\\+(?=\\p{L})", "");
    }

    /** The same for the same text and voice on every box: the first 32 hexadecimal digits of a SHA-256. */
    String hash(String voice) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            byte[] sum = digest.digest(
                    String.join("\0", language.code(), voice, script).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
