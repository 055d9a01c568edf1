package ringdown.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the office owes now: one promise per contact, else per number; hidden numbers each have their own. Not safe for two threads.
 */
final class Owed {
    private final Map<String, Promise> promises = new LinkedHashMap<>();

    void put(Promise promise) {
        if (promise.state().owed()) {
            promises.put(promise.id(), promise);
        } else {
            promises.remove(promise.id());
        }
    }

    void remove(String id) {
        promises.remove(id);
    }

    List<Promise> all() {
        return List.copyOf(promises.values());
    }

    Optional<Promise> ofContact(String contactId) {
        return promises.values().stream()
                .filter(p -> contactId.equals(p.contactId()))
                .findFirst();
    }

    Optional<Promise> ofCall(String callId) {
        return promises.values().stream()
                .filter(p -> p.calls().contains(callId))
                .findFirst();
    }

    Optional<Promise> get(String id) {
        return Optional.ofNullable(promises.get(id));
    }

    /**
     * What is owed to this party: the contact's promise; else the one made to the number while nobody knew whose it is; for a
     * number of no contact (deleted since, or shared) any that was made to that number.
     */
    Optional<Promise> find(@Nullable String contactId, @Nullable String number) {
        return all(contactId, number).stream().findFirst();
    }

    /** All that a talk with this party keeps, best match first. */
    List<Promise> all(@Nullable String contactId, @Nullable String number) {
        List<Promise> found = new ArrayList<>();
        for (Promise promise : promises.values()) {
            if (rank(promise, contactId, number) < STRANGE) {
                found.add(promise);
            }
        }
        found.sort(Comparator.comparingInt(p -> rank(p, contactId, number)));
        return found;
    }

    private static final int STRANGE = 3;

    private static int rank(Promise promise, @Nullable String contactId, @Nullable String number) {
        if (contactId != null && contactId.equals(promise.contactId())) {
            return 0;
        }
        if (number == null || !number.equals(promise.number())) {
            return STRANGE;
        }
        if (promise.contactId() == null) {
            return 1;
        }
        return contactId == null ? 2 : STRANGE;
    }

    /** Open promises that are overdue at the moment. */
    List<Promise> overdue(Instant now) {
        return promises.values().stream()
                .filter(p -> p.state() == Promise.State.OPEN && !p.overdueAt().isAfter(now))
                .sorted(Comparator.comparing(Promise::overdueAt))
                .toList();
    }

    Optional<Instant> nextOverdue() {
        return promises.values().stream()
                .filter(p -> p.state() == Promise.State.OPEN)
                .map(Promise::overdueAt)
                .min(Comparator.naturalOrder());
    }
}
