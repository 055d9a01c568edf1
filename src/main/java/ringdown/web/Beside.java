package ringdown.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.Contacts;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Ledger;
import ringdown.ledger.Outcome;
import ringdown.ledger.Promise;
import ringdown.voicemail.Message;
import ringdown.voicemail.Messages;

/**
 * What is shown beside calls and promises, asked of the disk once for a whole list: asked one by one, five hundred promises took seconds.
 *
 * <p>Names are what contacts are called now. The ledger keeps the name of the day a call came; a contact renamed since is shown by its
 * present name everywhere, so that nobody looks for two. A contact deleted since keeps the name of that day.
 */
record Beside(Map<String, CallEntry> calls, Map<String, Message> messages, Map<String, String> names) {

    /** Where it is read. */
    record Source(Ledger ledger, Messages messages, Contacts contacts) {
        Beside calls(Collection<CallEntry> calls) {
            return of(calls, contactsOf(calls));
        }

        Beside promises(Collection<Promise> promises) {
            List<CallEntry> calls = ledger.calls(
                    promises.stream().flatMap(one -> one.calls().stream()).toList());
            return of(calls, Stream.concat(contactsOf(calls), promises.stream().map(Promise::contactId)));
        }

        private Beside of(Collection<CallEntry> calls, Stream<@Nullable String> contactIds) {
            List<String> recorded = calls.stream()
                    .filter(call -> call.outcome() == Outcome.MESSAGE || call.outcome() == Outcome.INTERRUPTED)
                    .map(CallEntry::id)
                    .toList();
            List<String> ids = contactIds.filter(Objects::nonNull).distinct().toList();
            return new Beside(
                    calls.stream().collect(Collectors.toMap(CallEntry::id, Function.identity(), (one, same) -> one)),
                    messages.ofCalls(recorded),
                    contacts.names(ids));
        }

        private static Stream<@Nullable String> contactsOf(Collection<CallEntry> calls) {
            return calls.stream().map(CallEntry::contactId);
        }
    }

    @Nullable
    String name(@Nullable String contactId, @Nullable String nameThen) {
        return contactId == null ? nameThen : names.getOrDefault(contactId, nameThen);
    }

    /** The contact's name, else what came with the number. */
    @Nullable
    String caller(CallEntry call) {
        return name(call.contactId(), call.callerName() == null ? call.contactName() : call.callerName());
    }

    Optional<CallEntry> call(String id) {
        return Optional.ofNullable(calls.get(id));
    }

    /** What that call left; null if nothing. */
    @Nullable
    String messageId(String callId) {
        Message message = messages.get(callId);
        return message == null ? null : message.id();
    }
}
