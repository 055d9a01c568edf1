package ringdown.contacts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.number.PhoneNumber;
import ringdown.office.ContactEntry;

/** How entries of an office file become contacts. Pure; the store writes what it says. */
public final class ContactBook {
    private ContactBook() {}

    /**
     * Which of the contacts that share a number with the entry is meant: the one with the same name, else the only one that has the
     * entry's first number, unless the file itself gives that number to several; empty: a new contact.
     *
     * @param sharing contacts that have at least one of the entry's numbers
     * @param claims of every entry of the file
     */
    public static Optional<Contact> meant(ContactEntry entry, List<Contact> sharing, Claims claims) {
        var byName = sharing.stream().filter(c -> c.name().equals(entry.name())).findFirst();
        if (byName.isPresent()) {
            return byName;
        }
        var first = entry.numbers().getFirst();
        var owners = sharing.stream().filter(c -> c.numbers().contains(first)).toList();
        return owners.size() == 1 && claims.to(first) == 1 ? Optional.of(owners.getFirst()) : Optional.empty();
    }

    /** How many entries of a file have each number; counted once for the whole file, which may hold a hundred thousand. */
    public static final class Claims {
        private final Map<PhoneNumber, Integer> entries = new HashMap<>();

        public Claims(List<ContactEntry> all) {
            all.forEach(
                    entry -> new HashSet<>(entry.numbers()).forEach(number -> entries.merge(number, 1, Integer::sum)));
        }

        int to(PhoneNumber number) {
            return entries.getOrDefault(number, 0);
        }
    }

    /** The contact after the entry: what the entry says wins, what it leaves out stays, numbers add up. */
    public static Contact merged(@Nullable Contact before, ContactEntry entry) {
        if (before == null) {
            return fresh(entry);
        }
        var numbers = new LinkedHashSet<>(before.numbers());
        numbers.addAll(entry.numbers());
        return new Contact(
                before.id(),
                entry.name(),
                or(entry.spoken(), before.spoken()),
                List.copyOf(numbers),
                or(entry.callerClass(), before.callerClass()),
                or(entry.manager(), before.manager()),
                entry.backups().isEmpty() ? before.backups() : entry.backups(),
                or(entry.greeting(), before.greeting()),
                or(entry.language(), before.language()),
                or(entry.company(), before.company()),
                entry.sayName() == null ? before.sayName() : entry.sayName(),
                or(entry.note(), before.note()));
    }

    /** As it stands in an exported office file. */
    public static ContactEntry entry(Contact contact) {
        return new ContactEntry(
                contact.name(),
                contact.spoken(),
                contact.numbers(),
                contact.callerClass(),
                contact.manager(),
                contact.backups(),
                contact.greeting(),
                contact.language(),
                contact.company(),
                contact.sayName(),
                contact.note());
    }

    private static Contact fresh(ContactEntry entry) {
        return new Contact(
                "",
                entry.name(),
                entry.spoken(),
                List.copyOf(new LinkedHashSet<>(entry.numbers())),
                entry.callerClass(),
                entry.manager(),
                entry.backups(),
                entry.greeting(),
                entry.language(),
                entry.company(),
                entry.sayName() == null || entry.sayName(),
                entry.note());
    }

    /**
     * One card of two ("this is also X"): what {@code kept} says stays, what it does not say comes from {@code gone}, whose name
     * stays readable in the note.
     */
    public static Contact joined(Contact kept, Contact gone) {
        var numbers = new LinkedHashSet<>(kept.numbers());
        numbers.addAll(gone.numbers());
        return new Contact(
                kept.id(),
                kept.name(),
                or(kept.spoken(), gone.spoken()),
                List.copyOf(numbers),
                or(kept.callerClass(), gone.callerClass()),
                or(kept.manager(), gone.manager()),
                kept.backups().isEmpty() ? gone.backups() : kept.backups(),
                or(kept.greeting(), gone.greeting()),
                or(kept.language(), gone.language()),
                or(kept.company(), gone.company()),
                kept.sayName() && gone.sayName(),
                notes(kept.note(), kept.name().equals(gone.name()) ? null : gone.name(), gone.note()));
    }

    /** Notes one under the other, none twice; null if there are none. */
    public static @Nullable String notes(@Nullable String... notes) {
        var lines = new LinkedHashSet<String>();
        for (var note : notes) {
            if (note != null) {
                note.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
            }
        }
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }
}
