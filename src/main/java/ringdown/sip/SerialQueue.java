package ringdown.sip;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import org.tinylog.Logger;
import org.tinylog.ThreadContext;

/**
 * Work of one leg, one piece after the other in the order it came, on virtual threads; no thread while there is none. Anybody may
 * add work and never waits for it.
 */
final class SerialQueue {
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final String name;
    private final String callId;
    private final Runnable whenFault;
    private boolean working;

    /** A queue whose threads carry that name, its log lines that call. */
    SerialQueue(String name, String callId) {
        this(name, callId, () -> {});
    }

    /** The same, with something to be done after a piece of work failed: no bug may leave a call hanging. */
    SerialQueue(String name, String callId, Runnable whenFault) {
        this.name = name;
        this.callId = callId;
        this.whenFault = whenFault;
    }

    void run(Runnable work) {
        lock.lock();
        try {
            waiting.add(work);
            if (working) {
                return;
            }
            working = true;
        } finally {
            lock.unlock();
        }
        Thread.ofVirtual().name(name).start(this::drain);
    }

    private void drain() {
        ThreadContext.put("call", callId);
        Runnable next = next();
        while (next != null) {
            guarded(next, whenFault);
            next = next();
        }
    }

    private void guarded(Runnable work, Runnable otherwise) {
        try {
            work.run();
        } catch (RuntimeException | Error bug) {
            Logger.error(bug, "fault in {}", name);
            guarded(otherwise, () -> {});
        }
    }

    private @org.jspecify.annotations.Nullable Runnable next() {
        lock.lock();
        try {
            Runnable next = waiting.poll();
            working = next != null;
            return next;
        } finally {
            lock.unlock();
        }
    }
}
