package ringdown.sip;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import ringdown.clock.OfficeClock;

/**
 * Counts failed authentications of each address over a minute. The first twenty are answered, so that a mistyped password is seen;
 * what comes after is dropped, so that guessing is slow and silent. Safe from any thread.
 */
final class FailedAttempts {
    private static final int ANSWERED = 20;
    private static final int ADDRESSES = 2_000;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final OfficeClock clock;
    private final Map<String, Deque<Long>> failures = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Long>> eldest) {
            return size() > ADDRESSES;
        }
    };

    FailedAttempts(OfficeClock clock) {
        this.clock = clock;
    }

    /** One more of that address; true if it is still to be answered. */
    synchronized boolean answerOneMore(String address) {
        Deque<Long> times = failures.computeIfAbsent(address, a -> new ArrayDeque<>());
        long now = clock.nanos();
        while (!times.isEmpty() && now - times.getFirst() > MINUTE) {
            times.removeFirst();
        }
        if (times.size() >= ANSWERED) {
            return false;
        }
        times.addLast(now);
        return true;
    }
}
