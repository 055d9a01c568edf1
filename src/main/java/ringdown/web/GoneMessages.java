package ringdown.web;

import java.util.LinkedHashMap;
import java.util.Optional;
import ringdown.voicemail.Message;

/** How messages looked when they were last seen, so that the event of a deletion still says whose it was. Safe from any thread. */
final class GoneMessages {
    private static final int KEPT = 500;

    private final LinkedHashMap<String, Message> seen = new LinkedHashMap<>();

    synchronized void remember(Message message) {
        seen.remove(message.id());
        seen.put(message.id(), message);
        if (seen.size() > KEPT) {
            seen.pollFirstEntry();
        }
    }

    synchronized Optional<Message> forget(String id) {
        return Optional.ofNullable(seen.remove(id));
    }
}
