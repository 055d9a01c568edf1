package ringdown.sip;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import ringdown.clock.OfficeClock;

/**
 * Counts failed authentications of each address. The first twenty in a minute are answered, so that a mistyped password is seen; what
 * comes after is dropped, so that guessing is slow and silent. Safe from any thread.
 */
final class FailedAttempts {
    private static final int ANSWERED = 20;
    private static final int ADDRESSES = 4_000;
    private static final int USERS = 2;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long HOUR = Duration.ofHours(1).toNanos();

    private final OfficeClock clock;
    private final Map<String, Tries> all = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > ADDRESSES;
        }
    };

    /** What one address has tried. */
    private static final class Tries {
        private final Deque<Long> answered = new ArrayDeque<>(2);
        private final Set<String> users = new LinkedHashSet<>(2);
        private long began;
        private int count;
    }

    /**
     * One more.
     *
     * @param answered whether this one is still to be answered
     * @param count how many there were since the first one of this hour
     * @param users whose passwords were tried, two at most; cut to a few letters, since a stranger wrote them
     */
    record Counted(boolean answered, int count, Set<String> users) {}

    FailedAttempts(OfficeClock clock) {
        this.clock = clock;
    }

    synchronized Counted oneMore(String address, String user) {
        Tries tries = all.computeIfAbsent(Origin.of(address), a -> new Tries());
        long now = clock.nanos();
        if (tries.count == 0 || now - tries.began > HOUR) {
            tries.began = now;
            tries.count = 0;
            tries.users.clear();
        }
        tries.count++;
        if (tries.users.size() < USERS) {
            tries.users.add(user.substring(0, Math.min(user.length(), 16)));
        }
        while (!tries.answered.isEmpty() && now - tries.answered.getFirst() > MINUTE) {
            tries.answered.removeFirst();
        }
        boolean answered = tries.answered.size() < ANSWERED;
        if (answered) {
            tries.answered.addLast(now);
        }
        return new Counted(answered, tries.count, Set.copyOf(tries.users));
    }

    /** Whatever the address has done is past. */
    synchronized void forgive(String address) {
        all.remove(Origin.of(address));
    }
}
