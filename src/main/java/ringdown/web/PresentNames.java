package ringdown.web;

import org.jspecify.annotations.Nullable;
import ringdown.contacts.Contacts;
import ringdown.ledger.CallEntry;

/**
 * What contacts are called now. The ledger keeps the name of the day a call came; a contact renamed since is shown by its present name
 * everywhere, so that nobody looks for two. A contact deleted since keeps the name of that day.
 */
record PresentNames(Contacts contacts) {

    @Nullable
    String of(@Nullable String contactId, @Nullable String nameThen) {
        return contactId == null ? nameThen : contacts.nameOf(contactId).orElse(nameThen);
    }

    /** The contact's name, else what came with the number. */
    @Nullable
    String ofCaller(CallEntry call) {
        String then = call.callerName() == null ? call.contactName() : call.callerName();
        return of(call.contactId(), then);
    }
}
