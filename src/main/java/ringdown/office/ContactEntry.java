package ringdown.office;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.number.Language;
import ringdown.number.PhoneNumber;

/**
 * A contact as it stands in an office file: it adds to the contacts or updates the one with the same number, and never deletes.
 *
 * @param numbers at least one; contacts may share a number
 * @param callerClass name of a class
 * @param sayName whether the name may be spoken
 * @param note whatever else the office knows
 */
public record ContactEntry(
        String name,
        @Nullable String spoken,
        List<PhoneNumber> numbers,
        @Nullable String callerClass,
        @Nullable Extension manager,
        List<Extension> backups,
        @Nullable String greeting,
        @Nullable Language language,
        @Nullable String company,
        @Nullable Boolean sayName,
        @Nullable String note) {
    public ContactEntry {
        numbers = List.copyOf(numbers);
        backups = List.copyOf(backups);
    }

    /** Of whom nothing else is noted. */
    public ContactEntry(
            String name,
            @Nullable String spoken,
            List<PhoneNumber> numbers,
            @Nullable String callerClass,
            @Nullable Extension manager,
            List<Extension> backups,
            @Nullable String greeting,
            @Nullable Language language,
            @Nullable String company,
            @Nullable Boolean sayName) {
        this(name, spoken, numbers, callerClass, manager, backups, greeting, language, company, sayName, null);
    }
}
