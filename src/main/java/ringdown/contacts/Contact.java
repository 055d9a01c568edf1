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
        boolean sayName) {
    public Contact {
        numbers = List.copyOf(numbers);
        backups = List.copyOf(backups);
    }

    /** The name as it is said. */
    public String saidAs() {
        return spoken == null ? name : spoken;
    }

    public Contact withId(String newId) {
        return new Contact(
                newId, name, spoken, numbers, callerClass, manager, backups, greeting, language, company, sayName);
    }

    public Contact withClass(@Nullable String newClass) {
        return new Contact(id, name, spoken, numbers, newClass, manager, backups, greeting, language, company, sayName);
    }
}
