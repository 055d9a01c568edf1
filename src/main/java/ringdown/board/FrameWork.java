package ringdown.board;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tinylog.Logger;
import ringdown.line.Shelf.Stage;

/** The work of one frame. Anybody may add; the thread that waits for frames runs it. */
public final class FrameWork {
    private final List<Runnable> received = new CopyOnWriteArrayList<>();
    private final List<Runnable> sending = new CopyOnWriteArrayList<>();
    private boolean failed;

    /** Adds work until the handle is closed. */
    public AutoCloseable add(Stage stage, Runnable work) {
        List<Runnable> works = of(stage);
        works.add(work);
        return () -> works.remove(work);
    }

    private List<Runnable> of(Stage stage) {
        return switch (stage) {
            case RECEIVED -> received;
            case SENDING -> sending;
        };
    }

    /** Runs a stage. A fault in one work is a bug: it is logged once and must not stop the sound of all others. */
    public void run(Stage stage) {
        for (Runnable work : of(stage)) {
            try {
                work.run();
            } catch (RuntimeException bug) {
                report(bug);
            }
        }
    }

    private void report(RuntimeException bug) {
        if (!failed) {
            failed = true;
            Logger.error(bug, "work of a board's frame failed; further faults of this kind are not logged");
        }
    }
}
