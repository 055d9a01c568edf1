package ringdown.clock;

import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One alarm that waits, of wall time or of monotonic time. */
final class Entry {
    static final Comparator<Entry> BY_MOMENT = Comparator.comparing((Entry e) -> e.when)
            .thenComparingLong(e -> e.nanos)
            .thenComparingLong(e -> e.order);

    final Instant when;
    final long nanos;
    final String name;
    private final AtomicReference<@Nullable Runnable> work;
    long order;

    private Entry(Instant when, long nanos, String name, Runnable work) {
        this.when = when;
        this.nanos = nanos;
        this.name = name;
        this.work = new AtomicReference<>(work);
    }

    static Entry wall(Instant when, String name, Runnable work) {
        return new Entry(when, 0, name, work);
    }

    static Entry monotonic(long nanos, String name, Runnable work) {
        return new Entry(Instant.EPOCH, nanos, name, work);
    }

    void cancel() {
        work.set(null);
    }

    void run() {
        Runnable mine = work.getAndSet(null);
        if (mine != null) {
            mine.run();
        }
    }
}
