package ringdown.line;

import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names in the letters that displays of analog telephones have. Cyrillic is written as passports write it (Cabinet of Ministers of
 * Ukraine, resolution 55 of 2010; ICAO Doc 9303 for letters that Ukrainian lacks). Stateless.
 */
final class Latin {
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('а', "a"),
            Map.entry('б', "b"),
            Map.entry('в', "v"),
            Map.entry('г', "h"),
            Map.entry('ґ', "g"),
            Map.entry('д', "d"),
            Map.entry('е', "e"),
            Map.entry('є', "ie"),
            Map.entry('ж', "zh"),
            Map.entry('з', "z"),
            Map.entry('и', "y"),
            Map.entry('і', "i"),
            Map.entry('ї', "i"),
            Map.entry('й', "i"),
            Map.entry('к', "k"),
            Map.entry('л', "l"),
            Map.entry('м', "m"),
            Map.entry('н', "n"),
            Map.entry('о', "o"),
            Map.entry('п', "p"),
            Map.entry('р', "r"),
            Map.entry('с', "s"),
            Map.entry('т', "t"),
            Map.entry('у', "u"),
            Map.entry('ф', "f"),
            Map.entry('х', "kh"),
            Map.entry('ц', "ts"),
            Map.entry('ч', "ch"),
            Map.entry('ш', "sh"),
            Map.entry('щ', "shch"),
            Map.entry('ь', ""),
            Map.entry('ю', "iu"),
            Map.entry('я', "ia"),
            Map.entry('ё', "e"),
            Map.entry('ъ', ""),
            Map.entry('ы', "y"),
            Map.entry('э', "e"),
            Map.entry('ў', "u"),
            Map.entry('«', "\""),
            Map.entry('»', "\""),
            Map.entry('’', "'"),
            Map.entry('№', "No"),
            Map.entry('ß', "ss"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('ø', "o"),
            Map.entry('đ', "d"),
            Map.entry('ł', "l"));

    /** Where a word begins with them. */
    private static final Map<Character, String> FIRST = Map.of('є', "ye", 'ї', "yi", 'й', "y", 'ю', "yu", 'я', "ya");

    private Latin() {}

    /** Printable ASCII, at most as long as a display takes. */
    static String of(String name, int longest) {
        StringBuilder latin = new StringBuilder();
        char before = ' ';
        for (char letter : name.toCharArray()) {
            String written = written(Character.toLowerCase(letter), Character.toLowerCase(before));
            if (written == null) {
                latin.append(letter);
            } else if (Character.isUpperCase(letter) && !written.isEmpty()) {
                latin.append(Character.toUpperCase(written.charAt(0))).append(written.substring(1));
            } else {
                latin.append(written);
            }
            before = letter;
        }
        String plain = Normalizer.normalize(latin, Normalizer.Form.NFKD)
                .replaceAll("[^ -~]", "")
                .strip();
        return plain.substring(0, Math.min(longest, plain.length()));
    }

    private static @Nullable String written(char letter, char before) {
        boolean first = !Character.isLetter(before) && before != '\'' && before != '’';
        if (first && FIRST.containsKey(letter)) {
            return FIRST.get(letter);
        }
        return letter == 'г' && before == 'з' ? "gh" : LETTERS.get(letter);
    }
}
