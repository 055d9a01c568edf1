package ringdown.web;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;

/**
 * Slows those who guess. Some wrong passwords cost nothing; then each answer comes later, and at last none is tried for a while.
 * Safe from any thread.
 */
final class FailedLogins {
    private static final int FREE = 5;
    private static final int MOST = 30;
    private static final long FORGOTTEN = Duration.ofMinutes(5).toNanos();
    private static final long FIRST_WAIT = Duration.ofMillis(250).toNanos();
    private static final long LONGEST_WAIT = Duration.ofSeconds(4).toNanos();
    private static final int ADDRESSES = 10_000;

    private record Tries(int count, long last) {}

    private final OfficeClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition nothing = lock.newCondition();
    private final Map<String, Tries> tries = new LinkedHashMap<>();

    FailedLogins(OfficeClock clock) {
        this.clock = clock;
    }

    /** Throws 429 when the address has guessed too often. */
    void admit(String address) {
        lock.lock();
        try {
            if (count(address) >= MOST) {
                throw new Refusal(429, "too many wrong passwords; wait five minutes", null);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Counts a wrong password and waits the longer, the more there were. */
    void failed(String address) {
        lock.lock();
        try {
            int count = count(address) + 1;
            tries.remove(address);
            tries.put(address, new Tries(count, clock.nanos()));
            forgetOldest();
            if (count > FREE) {
                long wait = Math.min(LONGEST_WAIT, FIRST_WAIT << Math.min(10, count - FREE - 1));
                sleep(clock.nanos() + wait);
            }
        } finally {
            lock.unlock();
        }
    }

    void succeeded(String address) {
        lock.lock();
        try {
            tries.remove(address);
        } finally {
            lock.unlock();
        }
    }

    private int count(String address) {
        @Nullable Tries was = tries.get(address);
        return was == null || clock.nanos() - was.last() > FORGOTTEN ? 0 : was.count();
    }

    private void forgetOldest() {
        Iterator<String> oldest = tries.keySet().iterator();
        while (tries.size() > ADDRESSES) {
            oldest.next();
            oldest.remove();
        }
    }

    private void sleep(long deadline) {
        try {
            while (clock.await(nothing, deadline)) {
                // nobody signals; woken for no reason
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
