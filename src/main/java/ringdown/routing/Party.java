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

    private static List<Extension> backupsOf(List<Contact> contacts) {
        return contacts.stream().flatMap(c -> c.backups().stream()).distinct().toList();
    }

    /** Of several contacts the class of the highest priority. */
    private static Optional<CallerClass> classOf(Enquiry enquiry) {
        var office = enquiry.office();
        var learned = enquiry.learnedClass();
        if (enquiry.contacts().isEmpty()) {
            return learned == null ? Optional.empty() : office.callerClass(learned);
        }
        return enquiry.contacts().stream()
                .map(Contact::callerClass)
                .filter(Objects::nonNull)
                .flatMap(name -> office.callerClass(name).stream())
                .min(Comparator.comparingInt(office.classes()::indexOf));
    }

    /** The contact's language, else that of the number called, else the office's. */
    static Language language(Enquiry enquiry) {
        var office = enquiry.office();
        return enquiry.contacts().stream()
                .map(Contact::language)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> Optional.ofNullable(calledIn(enquiry.called(), office)))
                .orElse(office.info().language());
    }

    private static @Nullable Language calledIn(Called called, Office office) {
        return switch (called) {
            case Called.OnLine line ->
                office.line(line.port()).map(l -> l.language()).orElse(null);
            case Called.OnTrunk trunk ->
                office.numbers().stream()
                        .filter(n -> n.number().equals(trunk.number()))
                        .map(n -> n.language())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .or(() -> office.trunk(trunk.trunk()).map(t -> t.language()))
                        .orElse(null);
        };
    }

    Set<Extension> backupSet() {
        return new LinkedHashSet<>(backups);
    }
}
