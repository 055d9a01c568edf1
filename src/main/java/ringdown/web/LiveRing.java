package ringdown.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import ringdown.clock.OfficeClock;

/** The last events, for those who listen now and those who come back. Nobody who listens can hold up who posts. Safe from any thread. */
final class LiveRing {
    private static final int KEPT = 2000;

    /**
     * One event, as it goes over the wire.
     *
     * @param audience who may hear it
     */
    record Event(long id, String kind, String data, Predicate<Visitor> audience) {}

    private final OfficeClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition posted = lock.newCondition();
    private final Deque<Event> events = new ArrayDeque<>();
    private long last;
    private boolean closed;
    private boolean awaited;

    /** Ids go on growing over a restart, since they begin at the time of day in microseconds. */
    LiveRing(OfficeClock clock) {
        this.clock = clock;
        last = clock.now().toEpochMilli() * 1000;
    }

    void post(String kind, String data, Predicate<Visitor> audience) {
        lock.lock();
        try {
            events.addLast(new Event(++last, kind, data, audience));
            if (events.size() > KEPT) {
                events.removeFirst();
            }
            posted.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** True once somebody has listened or asked for an id: only from then on can anybody continue from one. */
    boolean awaited() {
        lock.lock();
        try {
            return awaited;
        } finally {
            lock.unlock();
        }
    }

    /** The newest id that was given. */
    long last() {
        lock.lock();
        try {
            awaited = true;
            return last;
        } finally {
            lock.unlock();
        }
    }

    /**
     * What came after the id, as soon as something does; an empty list after so many nanoseconds of silence.
     *
     * @return empty when the id is too old to continue from, or none of ours
     */
    Optional<List<Event>> after(long id, long patience) throws InterruptedException {
        lock.lock();
        try {
            awaited = true;
            long deadline = clock.nanos() + patience;
            while (!closed && last == id && clock.await(posted, deadline)) {
                // woken: look again
            }
            long oldest = events.isEmpty() ? last + 1 : events.getFirst().id();
            if (id < oldest - 1 || id > last) {
                return Optional.empty();
            }
            return Optional.of(events.stream().filter(event -> event.id() > id).toList());
        } finally {
            lock.unlock();
        }
    }

    boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Wakes everybody; there will be no more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            posted.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
