package ringdown.office;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Holds the office as it is now. Safe from any thread; listeners run on the thread that replaced it, one replacement at a time. */
public final class CurrentOffice {
    private final List<BiConsumer<Office, Office>> listeners = new CopyOnWriteArrayList<>();
    private volatile Office office;

    public CurrentOffice(Office office) {
        this.office = office;
    }

    public Office get() {
        return office;
    }

    /** From now on calls begin with this value. The caller has committed it before. */
    public synchronized void replace(Office value) {
        var before = office;
        office = value;
        listeners.forEach(listener -> listener.accept(before, value));
    }

    /** {@code (before, now)} after each replacement, until the returned handle is closed. */
    public Listening listen(BiConsumer<Office, Office> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Ends the listening when closed. */
    @FunctionalInterface
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
