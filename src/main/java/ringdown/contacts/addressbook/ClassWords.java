package ringdown.contacts.addressbook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import ringdown.office.CallerClass;

/**
 * Which class of the office a spreadsheet means: by the class's name or key, else by the words that offices write for the classes that
 * most offices have, in Ukrainian, Russian or English, one or many of them. Pure.
 */
final class ClassWords {
    private static final List<Set<String>> SAME = List.of(
            Set.of("client", "customer", "клієнт", "клиент", "покупець", "покупатель", "пацієнт", "пациент", "patient"),
            Set.of("prospect", "lead", "newcomer", "новий", "новый", "лід", "лид", "потенційний", "потенциальный"),
            Set.of("jobseeker", "applicant", "candidate", "кандидат", "соискатель", "шукач роботи", "здобувач"),
            Set.of("supplier", "vendor", "постачальник", "поставщик"),
            Set.of("partner", "партнер", "партнёр"),
            Set.of("private", "personal", "особистий", "личный", "приватний"),
            Set.of("wrong", "wrong number", "помилка", "помилковий", "ошибка", "ошибочный"),
            Set.of("spam", "robot", "спам", "робот", "реклама"));

    /** Endings of several: clients, клієнти, клиенты, постачальники. */
    private static final String SEVERAL = "(s|и|ы|і)$";

    private ClassWords() {}

    static Optional<String> classOf(String written, List<CallerClass> classes) {
        return first(classes, one -> one.name().equalsIgnoreCase(written.strip()))
                .or(() -> first(classes, one -> written.strip().equals(one.key())))
                .or(() -> first(classes, one -> same(one.name(), written)));
    }

    private static Optional<String> first(List<CallerClass> classes, Predicate<CallerClass> which) {
        return classes.stream().filter(which).map(CallerClass::name).findFirst();
    }

    private static boolean same(String name, String written) {
        String left = plain(name);
        String right = plain(written);
        return left.equals(right) || SAME.stream().anyMatch(words -> among(words, left) && among(words, right));
    }

    /** "Новий клієнт" is told by its first word, "клієнти" by its stem. */
    private static boolean among(Set<String> words, String word) {
        String beginning = word.contains(" ") ? word.substring(0, word.indexOf(' ')) : word;
        return words.contains(word) || words.contains(word.replaceFirst(SEVERAL, "")) || words.contains(beginning);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
