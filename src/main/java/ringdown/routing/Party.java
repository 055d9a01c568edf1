package ringdown.routing;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.Contact;
import ringdown.number.Extension;
import ringdown.number.Language;
import ringdown.number.PhoneNumber;
import ringdown.office.CallerClass;
import ringdown.office.Office;

/**
 * Who calls, as far as a decision needs it. A shared number has a manager only if all its contacts have the same one, and no name
 * (SITUATIONS rule 8).
 */
record Party(
        @Nullable CallerClass callerClass,
        @Nullable Extension manager,
        List<Extension> backups,
        @Nullable Contact named) {

    static Party of(Enquiry enquiry) {
        var manager = managerOf(enquiry.contacts());
        if (manager != null && !hasSomebody(manager, enquiry)) {
            manager = null;
        }
        return new Party(
                classOf(enquiry).orElse(null),
                manager,
                enquiry.contacts().size() == 1 || manager != null ? backupsOf(enquiry.contacts()) : List.of(),
                enquiry.contact().filter(Contact::sayName).orElse(null));
    }

    private static @Nullable Extension managerOf(List<Contact> contacts) {
        var managers = new LinkedHashSet<@Nullable Extension>();
        contacts.forEach(contact -> managers.add(contact.manager()));
        return managers.size() == 1 ? managers.iterator().next() : null;
    }

    /** A manager who has left without a successor is none: the way of callers without a manager holds. */
    private static boolean hasSomebody(Extension manager, Enquiry enquiry) {
        var today = enquiry.at().atZone(enquiry.office().info().timeZone()).toLocalDate();
        return enquiry.office()
                .person(manager)
                .filter(person -> !person.leftBefore(today)
                        || person.successor() != null
                        || !person.deputies().isEmpty())
                .isPresent();
    }

    private static List<Extension> backupsOf(List<Contact> contacts) {
        return contacts.stream().flatMap(c -> c.backups().stream()).distinct().toList();
    }

    /** Of several contacts the class of the highest priority. */
    private static Optional<CallerClass> classOf(Enquiry enquiry) {
        var office = enquiry.office();
        var learned = enquiry.learnedClass();
        if (learned != null) {
            return office.callerClass(learned); // learned only where no contact has a class of its own
        }
        return enquiry.contacts().stream()
                .map(Contact::callerClass)
                .filter(Objects::nonNull)
                .flatMap(name -> office.callerClass(name).stream())
                .min(Comparator.comparingInt(office.classes()::indexOf));
    }

    /** Clients are those of the first class, whoever has a manager, and every contact where the office has no classes. */
    boolean isClient(Enquiry enquiry) {
        var classes = enquiry.office().classes();
        return !classes.isEmpty() && classes.getFirst().equals(callerClass)
                || enquiry.contacts().stream().anyMatch(contact -> contact.manager() != null)
                || classes.isEmpty() && !enquiry.contacts().isEmpty();
    }

    /** Several with different managers share the number: nobody's manager is everybody's. */
    static boolean disagree(List<Contact> contacts) {
        return contacts.size() > 1 && managerOf(contacts) == null;
    }

    /** The contact's language, else that of the number called, else the office's. */
    static Language language(Enquiry enquiry) {
        return enquiry.contacts().stream()
                .map(Contact::language)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> languageOfWords(enquiry));
    }

    /** What the words of the office file are written in: the language of the number called, else the office's. */
    static Language languageOfWords(Enquiry enquiry) {
        var office = enquiry.office();
        return Optional.ofNullable(calledIn(enquiry.called(), office))
                .orElse(office.info().language());
    }

    private static @Nullable Language calledIn(Called called, Office office) {
        return switch (called) {
            case Called.OnLine line ->
                office.line(line.port())
                        .flatMap(l -> Optional.ofNullable(l.language()).or(() -> inPrint(l.number(), office)))
                        .orElse(null);
            case Called.OnTrunk trunk ->
                inPrint(trunk.number(), office)
                        .or(() -> office.trunk(trunk.trunk()).map(t -> t.language()))
                        .orElse(null);
        };
    }

    private static Optional<Language> inPrint(@Nullable PhoneNumber number, Office office) {
        return office.numbers().stream()
                .filter(n -> n.number().equals(number))
                .map(n -> n.language())
                .filter(Objects::nonNull)
                .findFirst();
    }

    Set<Extension> backupSet() {
        return new LinkedHashSet<>(backups);
    }
}
