package ringdown.switchboard;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import ringdown.call.Inbox;

/** Which call rings at whom at this moment, so that somebody else can pick it up. Safe from any thread. */
public final class Ringings {
    private final Map<String, Ringing> calls = new ConcurrentHashMap<>();

    /**
     * A call that rings.
     *
     * @param since monotonic nanoseconds
     * @param where at whose telephones now: extensions
     */
    record Ringing(Inbox inbox, long since, Supplier<Set<String>> where) {
        boolean anyOf(Set<String> people) {
            return where.get().stream().anyMatch(people::contains);
        }
    }

    /** Ends with the ringing. */
    interface Rings extends AutoCloseable {
        @Override
        void close();
    }

    /** From now on that call rings there. */
    Rings begins(CallRun run, Supplier<Set<String>> where) {
        Ringing ringing = new Ringing(run.inbox, run.desk.clock().nanos(), where);
        calls.put(run.id(), ringing);
        return () -> calls.remove(run.id(), ringing);
    }

    /** The calls that ring at one of these, the one that has rung longest first. */
    List<Ringing> at(Set<String> people) {
        return calls.values().stream()
                .filter(call -> call.anyOf(people))
                .sorted(Comparator.comparingLong(Ringing::since))
                .toList();
    }
}
