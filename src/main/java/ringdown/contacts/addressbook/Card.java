package ringdown.contacts.addressbook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.office.ContactEntry;

/**
 * A row understood.
 *
 * @param id of the contact it was exported from, null: it says none
 * @param named false: nobody gave a name, the number stands for it
 * @param entry null: the row is at fault
 * @param remarks what of the row could not be taken as it stands
 */
record Card(
        long line,
        @Nullable String id,
        boolean named,
        @Nullable ContactEntry entry,
        List<String> remarks) {
    Card {
        remarks = List.copyOf(remarks);
    }

    @Nullable
    String reason() {
        return remarks.isEmpty() ? null : String.join("; ", remarks);
    }
}
