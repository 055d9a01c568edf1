package ringdown.contacts;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stays of a name however it is written: small letters, no quotes, no legal form, words in one order. "ТОВ «Лілія»", "Лілія, тов"
 * and "ЛІЛІЯ" are one. Pure.
 */
public final class NameKey {
    /** Legal forms of firms in the countries the box speaks to; never a name by themselves. */
    private static final Set<String> FORMS = Set.of(
            "тов", "тзов", "пп", "фоп", "прат", "пат", "ат", "тдв", "ооо", "оао", "зао", "пао", "ао", "ип", "чп", "llc",
            "ltd", "inc", "gmbh", "ag", "co", "corp", "limited", "company");

    private NameKey() {}

    /** Empty for a name without letters and digits. */
    public static String of(String name) {
        List<String> words = Arrays.stream(plain(name).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
        List<String> telling =
                words.stream().filter(word -> !FORMS.contains(word)).toList();
        return (telling.isEmpty() ? words : telling).stream().sorted().collect(Collectors.joining(" "));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                .replace('ґ', 'г')
                .replaceAll("['’ʼ`]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
