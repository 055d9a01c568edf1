package ringdown.contacts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.number.Language;
import ringdown.number.PhoneNumber;

/**
 * Somebody who calls the office.
 *
 * @param id opaque, given by {@link Contacts#add}
 * @param spoken how the name is said, null: as written
 * @param callerClass name of a class of the office, null: none yet
 * @param manager rings first
 * @param backups ring together when the manager cannot
 * @param greeting said in place of one made from the name
 * @param language null: the office's
 * @param company the firm's name, null: none or itself a firm
 * @param sayName whether the name may be spoken
 * @param note whatever else the office knows, null: nothing
 */
public record Contact(
        String id,
        String name,
        @Nullable String spoken,
        List<PhoneNumber> numbers,
        @Nullable String callerClass,
        @Nullable Extension manager,
        List<Extension> backups,
        @Nullable String greeting,
        @Nullable Language language,
        @Nullable String company,
        boolean sayName,
        @Nullable String note) {
    public Contact {
        numbers = List.copyOf(numbers);
        backups = List.copyOf(backups);
    }

    /** Of whom nothing else is noted. */
    public Contact(
            String id,
            String name,
            @Nullable String spoken,
            List<PhoneNumber> numbers,
            @Nullable String callerClass,
            @Nullable Extension manager,
            List<Extension> backups,
            @Nullable String greeting,
            @Nullable Language language,
            @Nullable String company,
            boolean sayName) {
        this(id, name, spoken, numbers, callerClass, manager, backups, greeting, language, company, sayName, null);
    }

    /** The name as it is said. */
    public String saidAs() {
        return spoken == null ? name : spoken;
    }

    public Contact withId(String newId) {
        return new Contact(
                newId,
                name,
                spoken,
                numbers,
                callerClass,
                manager,
                backups,
                greeting,
                language,
                company,
                sayName,
                note);
    }

    public Contact withClass(@Nullable String newClass) {
        return new Contact(
                id, name, spoken, numbers, newClass, manager, backups, greeting, language, company, sayName, note);
    }

    /** The successor stands where the one who has left stood; whoever is manager is no backup. */
    public Contact handedOver(Extension from, Extension to) {
        Extension first = from.equals(manager) ? to : manager;
        List<Extension> others = backups.stream()
                .map(backup -> from.equals(backup) ? to : backup)
                .distinct()
                .filter(backup -> !backup.equals(first))
                .toList();
        return withResponsible(first, others);
    }

    public Contact withResponsible(@Nullable Extension newManager, List<Extension> newBackups) {
        return new Contact(
                id,
                name,
                spoken,
                numbers,
                callerClass,
                newManager,
                newBackups,
                greeting,
                language,
                company,
                sayName,
                note);
    }

    public Contact withName(String newName) {
        return new Contact(
                id,
                newName,
                spoken,
                numbers,
                callerClass,
                manager,
                backups,
                greeting,
                language,
                company,
                sayName,
                note);
    }

    public Contact withNumbers(List<PhoneNumber> newNumbers) {
        return new Contact(
                id,
                name,
                spoken,
                newNumbers,
                callerClass,
                manager,
                backups,
                greeting,
                language,
                company,
                sayName,
                note);
    }

    /** With what the firm's card says where this one says nothing: whoever calls from a client's firm is a client. */
    public Contact within(Contact firm) {
        return new Contact(
                id,
                name,
                spoken,
                numbers,
                callerClass == null ? firm.callerClass : callerClass,
                manager == null ? firm.manager : manager,
                backups.isEmpty() ? firm.backups : backups,
                greeting,
                language == null ? firm.language : language,
                company,
                sayName,
                note);
    }
}
