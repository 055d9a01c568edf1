package ringdown.notice;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** The one place to post and to listen. Listeners run one after another on the virtual thread "notices" and must not block. */
public final class Notices implements AutoCloseable {
    private final LinkedBlockingQueue<Notice> queue = new LinkedBlockingQueue<>();
    private final List<Consumer<Notice>> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Thread thread;

    /** Starts to deliver. */
    public Notices() {
        thread = Thread.ofVirtual().name("notices").start(this::run);
    }

    /** Never blocks; delivered in the order of posting. */
    public void post(Notice notice) {
        queue.add(notice);
    }

    /** From now on each notice reaches the listener, until the returned handle is closed. */
    public Listening listen(Consumer<Notice> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void run() {
        try {
            while (true) {
                deliver(queue.take());
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Notice notice) {
        for (Consumer<Notice> listener : listeners) {
            try {
                listener.accept(notice);
            } catch (RuntimeException bug) {
                Logger.error(bug, "listener failed on {}", notice);
            }
        }
    }

    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    /** Ends the listening when closed. */
    @FunctionalInterface
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
