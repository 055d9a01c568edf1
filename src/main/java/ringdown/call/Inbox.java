package ringdown.call;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;

/**
 * Through which one call hears of everything. Anybody posts, from any thread and without blocking; only the call's virtual thread
 * takes. The first event decides (answer against hang-up, two who lift at once).
 */
public final class Inbox {
    private final OfficeClock clock;
    private final String callId;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<CallEvent> events = new ArrayDeque<>();

    /** An empty inbox of the call with that id. */
    public Inbox(OfficeClock clock, String callId) {
        this.clock = clock;
        this.callId = callId;
    }

    /** The call it belongs to, for logs. */
    public String callId() {
        return callId;
    }

    /** Adds an event; never blocks, never fails, also after the call has ended (nobody reads it then). */
    public void post(CallEvent event) {
        lock.lock();
        try {
            events.addLast(event);
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Takes the oldest event, waiting until {@link OfficeClock#nanos()} passes the deadline; null when it has. */
    public @Nullable CallEvent take(long deadlineNanos) {
        lock.lock();
        try {
            while (events.isEmpty()) {
                if (!clock.await(arrived, deadlineNanos) && events.isEmpty()) {
                    return null;
                }
            }
            return events.removeFirst();
        } catch (InterruptedException never) {
            // A call's thread is never interrupted (that would close channels); if it happens, the call ends as if time
            // were over.
            Thread.currentThread().interrupt();
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Takes out all undelivered events of one leg, in order, for its new owner. */
    Deque<CallEvent> removeEventsOf(Leg leg) {
        lock.lock();
        try {
            Deque<CallEvent> mine = new ArrayDeque<>();
            events.removeIf(e -> e instanceof CallEvent.LegEvent l && l.leg() == leg && mine.add(e));
            return mine;
        } finally {
            lock.unlock();
        }
    }
}
