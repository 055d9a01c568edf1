package ringdown.call;

import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one owner of a leg. Each leg holds one of these and posts all its events through it, so that a leg can be given to another
 * call without an event lost, doubled or out of order. Safe from any thread.
 */
public final class LegMail {
    private final ReentrantLock lock = new ReentrantLock();
    private Inbox owner;
    private boolean gone;

    /** The call that the leg belongs to first. */
    public LegMail(Inbox owner) {
        this.owner = owner;
    }

    /** Posts to whoever owns the leg now; after Gone nothing more is posted. */
    public void post(CallEvent.LegEvent event) {
        lock.lock();
        try {
            if (gone) {
                return;
            }
            gone = event instanceof CallEvent.Gone;
            owner.post(event);
        } finally {
            lock.unlock();
        }
    }

    /** The call that owns the leg now. */
    public Inbox owner() {
        lock.lock();
        try {
            return owner;
        } finally {
            lock.unlock();
        }
    }

    /** The owner gives the leg away: LegJoined, then its undelivered events in order, then whatever comes next. */
    public void give(Leg leg, Inbox next) {
        lock.lock();
        try {
            Deque<CallEvent> undelivered = owner.removeEventsOf(leg);
            owner = next;
            next.post(new CallEvent.LegJoined(leg));
            undelivered.forEach(next::post);
        } finally {
            lock.unlock();
        }
    }
}
