package ringdown.switchboard;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import ringdown.call.Inbox;
import ringdown.number.Extension;

/** Whom the office is dialling at this moment, so that whoever calls meanwhile is joined with that call. Safe from any thread. */
public final class Dialling {
    private final Map<String, Entry> calls = new ConcurrentHashMap<>();

    /**
     * One call out that nobody has answered yet.
     *
     * @param number as the ledger has it
     * @param person who dials
     */
    record Entry(String number, @Nullable String contactId, Extension person, Inbox inbox) {}

    void begins(Entry entry) {
        calls.put(entry.inbox().callId(), entry);
    }

    void over(String callId) {
        calls.remove(callId);
    }

    /** Who is being called at that number, or at another one of that contact's. */
    Optional<Entry> to(@Nullable String number, @Nullable String contactId) {
        return calls.values().stream()
                .filter(entry ->
                        entry.number().equals(number) || (contactId != null && contactId.equals(entry.contactId())))
                .findFirst();
    }
}
