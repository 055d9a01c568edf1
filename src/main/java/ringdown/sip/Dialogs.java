package ringdown.sip;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Every dialog of the box by Call-ID and our own tag (RFC 3261 §12), and every INVITE that may still be cancelled. Safe from any thread. */
final class Dialogs {
    private record Key(String callId, String ourTag) {}

    private final Map<Key, DialogOwner> owners = new ConcurrentHashMap<>();
    private final Map<String, CallerLeg> invites = new ConcurrentHashMap<>();

    void put(String callId, String ourTag, DialogOwner owner) {
        owners.put(new Key(callId, ourTag), owner);
    }

    void remove(String callId, String ourTag) {
        owners.remove(new Key(callId, ourTag));
    }

    Optional<DialogOwner> find(String callId, String ourTag) {
        return Optional.ofNullable(owners.get(new Key(callId, ourTag)));
    }

    /** An INVITE that came in, by {@link InviteKey}; remembered until its leg is over. */
    void putInvite(String key, CallerLeg leg) {
        invites.put(key, leg);
    }

    void removeInvite(String key) {
        invites.remove(key);
    }

    Optional<CallerLeg> findInvite(String key) {
        return Optional.ofNullable(invites.get(key));
    }

    int size() {
        return owners.size() + invites.size();
    }
}
