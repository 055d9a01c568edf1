package ringdown.number;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A language the box speaks and shows. A language is never guessed from a number: the office, a person, a contact or a
 * published number names it.
 */
public enum Language {
    UK,
    RU,
    EN;

    /** The code of ISO 639-1 in small letters, as in the office file and in the names of folders: {@code uk}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The locale of the language, without a country. */
    public Locale locale() {
        return Locale.of(code());
    }

    /** The language of an ISO 639-1 code in small letters; empty for any other text. */
    public static Optional<Language> ofCode(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }
}
