package ringdown.switchboard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.Inbox;
import ringdown.number.Extension;

/** Whom the office is dialling at this moment, so that whoever calls meanwhile is joined with that call. Safe from any thread. */
public final class Dialling {
    private final Map<String, Entry> calls = new ConcurrentHashMap<>();
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

    /**
     * One call out that nobody has answered yet.
     *
     * @param number as the ledger has it
     * @param person who dials
     */
    record Entry(String number, @Nullable String contactId, Extension person, Inbox inbox) {}

    /** A call in whose caller has not talked to anybody yet. */
    private record Waiting(
            @Nullable String number, @Nullable String contactId, Inbox inbox) {}

    /** Tells a call in that somebody is dialling its caller now. */
    record Meanwhile() implements CallEvent.Request {}

    /** True if whoever is dialled waits in a call in: it has been told, and will ask to be joined. */
    boolean begins(Entry entry) {
        calls.put(entry.inbox().callId(), entry);
        List<Waiting> meant = waiting.values().stream()
                .filter(one -> same(entry, one.number(), one.contactId()))
                .toList();
        meant.forEach(one -> one.inbox().post(new CallEvent.Asked(new Meanwhile())));
        return !meant.isEmpty();
    }

    void waits(Inbox inbox, @Nullable String number, @Nullable String contactId) {
        waiting.put(inbox.callId(), new Waiting(number, contactId, inbox));
    }

    void waitsNoMore(String callId) {
        waiting.remove(callId);
    }

    private static boolean same(Entry entry, @Nullable String number, @Nullable String contactId) {
        return entry.number().equals(number) || (contactId != null && contactId.equals(entry.contactId()));
    }

    void over(String callId) {
        calls.remove(callId);
    }

    /** Who is being called at that number, or at another one of that contact's. */
    Optional<Entry> to(@Nullable String number, @Nullable String contactId) {
        return calls.values().stream()
                .filter(entry -> same(entry, number, contactId))
                .findFirst();
    }
}
