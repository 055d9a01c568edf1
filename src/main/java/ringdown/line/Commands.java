package ringdown.line;

import java.util.concurrent.ConcurrentLinkedQueue;

/** What other threads want of a line; the board's thread does it in its next frame, in the order of asking. */
final class Commands {
    private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    void add(Runnable what) {
        waiting.add(what);
    }

    void run() {
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }
}
