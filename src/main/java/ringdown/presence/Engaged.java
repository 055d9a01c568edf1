package ringdown.presence;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ringdown.number.Extension;

/** Which call has whom: a person is in one at a time. Safe from any thread. */
final class Engaged {
    private final Map<Extension, String> calls = new HashMap<>();

    /** False if another call has the person already; {@code callId} empty: not named. */
    synchronized boolean take(Extension who, String callId) {
        return calls.putIfAbsent(who, callId) == null;
    }

    synchronized boolean has(Extension who) {
        return calls.containsKey(who);
    }

    synchronized void pass(Extension who, String callId) {
        calls.computeIfPresent(who, (any, before) -> callId);
    }

    synchronized void free(Extension who) {
        calls.remove(who);
    }

    synchronized Optional<String> call(Extension who) {
        return Optional.ofNullable(calls.get(who)).filter(call -> !call.isEmpty());
    }
}
