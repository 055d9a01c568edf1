package ringdown.switchboard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import ringdown.call.CallEvent;
import ringdown.call.Inbox;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Direction;
import ringdown.ledger.Ledger;
import ringdown.ledger.Outcome;
import ringdown.ledger.Promise;
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

    /**
     * Whether whoever that is owed is in a call with somebody of the office: called by us, from the ringing of the telephone that will dial to
     * the end of the talk, or talking in a call of their own.
     */
    boolean calls(Ledger ledger, Promise promise) {
        return ledger.live().stream()
                .anyMatch(call -> with(promise, call)
                        && (call.direction() == Direction.OUT || call.outcome() == Outcome.TALKING));
    }

    /** Whether they talk with somebody at this moment, in another call than that one. */
    boolean talks(Ledger ledger, Promise promise, String butFor) {
        return ledger.live().stream()
                .anyMatch(call -> with(promise, call)
                        && call.outcome() == Outcome.TALKING
                        && !call.id().equals(butFor));
    }

    private static boolean with(Promise promise, CallEntry call) {
        String contact = promise.contactId();
        return call.direction() != Direction.INTERNAL
                && ((promise.number() != null && promise.number().equals(call.callerNumber()))
                        || (contact != null && contact.equals(call.contactId())));
    }

    /** Who is being called at that number, or at another one of that contact's. */
    Optional<Entry> to(@Nullable String number, @Nullable String contactId) {
        return calls.values().stream()
                .filter(entry -> same(entry, number, contactId))
                .findFirst();
    }
}
