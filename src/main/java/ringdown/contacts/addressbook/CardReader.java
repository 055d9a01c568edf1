package ringdown.contacts.addressbook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.NameKey;
import ringdown.number.Extension;
import ringdown.number.Language;
import ringdown.number.NumberingPlan;
import ringdown.number.PhoneNumber;
import ringdown.office.ContactEntry;
import ringdown.office.Office;
import ringdown.office.Person;
import ringdown.office.TextLimits;

/** Understands rows with what the office knows: numbers in any spelling, its classes, its people. What it cannot use goes into the note. */
final class CardReader {
    /** Several numbers in one cell, as people and as Google write them. */
    private static final Pattern BETWEEN = Pattern.compile("\\s*(:::|[;,|\\n]|/| або | или | or )\\s*");

    private static final Pattern LIST = Pattern.compile("[,;]");
    private static final Pattern CUT_OFF = Pattern.compile("[0-9][.,]?[0-9]*[eEеЕ]\\+?[0-9]+");
    private static final Set<String> NO = Set.of("false", "no", "ні", "нет", "0", "-");

    private final Office office;
    private final NumberingPlan plan;

    CardReader(Office office) {
        this.office = office;
        this.plan = office.numberingPlan();
    }

    Card card(Row row) {
        List<String> remarks = new ArrayList<>();
        List<String> notes = new ArrayList<>(row.notes());
        List<PhoneNumber> numbers = numbers(row, remarks, notes);
        for (Column column : List.of(Column.NAME, Column.COMPANY)) {
            String text = row.text(column);
            if (text != null && text.length() > TextLimits.LONGEST_NAME) {
                return new Card(row.line(), null, false, null, List.of("the name is too long"));
            }
        }
        if (numbers.isEmpty()) {
            if (remarks.isEmpty()) {
                remarks.add("there is no telephone number");
            }
            return new Card(row.line(), row.text(Column.ID), name(row) != null, null, remarks);
        }
        String name = name(row);
        String company = row.text(Column.COMPANY);
        boolean firm = company != null && (name == null || NameKey.of(name).equals(NameKey.of(company)));
        ContactEntry entry = new ContactEntry(
                name != null ? name : company != null ? company : plan.written(numbers.getFirst()),
                row.text(Column.SPOKEN),
                numbers,
                callerClass(row, remarks, notes),
                people(row, Column.MANAGER, remarks, notes).stream().findFirst().orElse(null),
                people(row, Column.BACKUPS, remarks, notes),
                row.text(Column.GREETING),
                language(row, remarks, notes),
                firm ? null : company,
                sayName(row),
                notes.isEmpty() ? null : String.join("\n", notes));
        return new Card(row.line(), row.text(Column.ID), name != null || company != null, entry, remarks);
    }

    private static @Nullable String name(Row row) {
        String whole = row.text(Column.NAME);
        if (whole != null) {
            return whole;
        }
        String parts = Stream.of(Column.GIVEN, Column.MIDDLE, Column.FAMILY)
                .map(row::text)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return parts.isEmpty() ? null : parts;
    }

    private List<PhoneNumber> numbers(Row row, List<String> remarks, List<String> notes) {
        Set<PhoneNumber> numbers = new LinkedHashSet<>();
        for (String cell : row.all(Column.NUMBERS)) {
            for (String written : BETWEEN.splitAsStream(cell).toList()) {
                if (!written.isBlank()) {
                    number(written.strip(), numbers, remarks, notes);
                }
            }
        }
        return List.copyOf(numbers);
    }

    private void number(String written, Set<PhoneNumber> numbers, List<String> remarks, List<String> notes) {
        if (CUT_OFF.matcher(written).matches()) {
            remarks.add("\"" + written + "\": the spreadsheet has cut this number off");
            return;
        }
        Optional<PhoneNumber> number = plan.parseLeniently(
                written.replaceAll("\\(?\\p{L}{2,}\\.?\\)?:?", " ").strip());
        if (number.isPresent()) {
            numbers.add(number.get());
        } else {
            remarks.add("\"" + written + "\" is no telephone number");
            notes.add(written);
        }
    }

    private @Nullable String callerClass(Row row, List<String> remarks, List<String> notes) {
        String written = row.text(Column.CALLER_CLASS);
        if (written == null) {
            return null;
        }
        Optional<String> known = ClassWords.classOf(written, office.classes());
        if (known.isEmpty()) {
            remarks.add("the office has no class \"" + written + "\"");
            notes.add(written);
        }
        return known.orElse(null);
    }

    /** By extension or by name, several with commas. */
    private List<Extension> people(Row row, Column column, List<String> remarks, List<String> notes) {
        List<Extension> people = new ArrayList<>();
        for (String cell : row.all(column)) {
            for (String written : LIST.splitAsStream(cell).toList()) {
                Optional<Extension> known = person(written.strip());
                known.ifPresent(people::add);
                if (known.isEmpty() && !written.isBlank()) {
                    remarks.add("nobody in the office is \"" + written.strip() + "\"");
                    notes.add(column.header() + ": " + written.strip());
                }
            }
        }
        return people;
    }

    private Optional<Extension> person(String written) {
        String key = NameKey.of(written);
        return office.people().stream()
                .filter(p -> p.extension().digits().equals(written)
                        || (!key.isEmpty() && NameKey.of(p.name()).equals(key)))
                .map(Person::extension)
                .findFirst();
    }

    private static @Nullable Language language(Row row, List<String> remarks, List<String> notes) {
        String written = row.text(Column.LANGUAGE);
        if (written == null) {
            return null;
        }
        String word = written.toLowerCase(Locale.ROOT);
        String code = word.startsWith("укр") || word.startsWith("ua")
                ? "uk"
                : word.startsWith("рус") || word.startsWith("рос") ? "ru" : word.startsWith("анг") ? "en" : word;
        Optional<Language> known = Language.ofCode(code.length() > 2 ? code.substring(0, 2) : code);
        if (known.isEmpty()) {
            remarks.add("the box does not speak \"" + written + "\"");
            notes.add(written);
        }
        return known.orElse(null);
    }

    private static @Nullable Boolean sayName(Row row) {
        String written = row.text(Column.SAY_NAME);
        return written == null ? null : Boolean.valueOf(!NO.contains(written.toLowerCase(Locale.ROOT)));
    }
}
