package ringdown.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.clock.OfficeClock;

/**
 * Deletes recordings whose time is over, counted from the end of their calls by the office's clock. A clock that is not set deletes
 * nothing. Looks on the clock's thread at the moment itself, on a virtual thread when something may have changed.
 */
public final class RecordingShelf implements AutoCloseable {
    private static final int AT_ONCE = 100;
    private static final Duration LATER = Duration.ofMinutes(10);

    private final OfficeClock clock;
    private final Supplier<Duration> keep;
    private final Recordings recordings;
    private OfficeClock.@Nullable Alarm next;
    private boolean closed;

    /** Begins with what is over already. */
    public RecordingShelf(OfficeClock clock, Supplier<Duration> keep, Recordings recordings) {
        this.clock = clock;
        this.keep = keep;
        this.recordings = recordings;
        lookSoon();
    }

    /** A recording has begun, or the office keeps them for another time. */
    public void lookSoon() {
        Thread.ofVirtual().name("recordings").start(this::look);
    }

    private synchronized void look() {
        if (closed) {
            return;
        }
        if (next != null) {
            next.cancel();
            next = null;
        }
        try {
            Instant again = again(clock.now());
            next = again == null ? null : clock.at(again, "recordings", this::look);
        } catch (RuntimeException disk) {
            Logger.error(disk, "recordings whose time is over stay");
            next = clock.at(clock.now().plus(LATER), "recordings", this::look);
        }
    }

    /** When to look again; null: not before a recording begins. */
    private @Nullable Instant again(Instant now) {
        if (!clock.trusted()) {
            return recordings.oldest() == null ? null : now.plus(LATER);
        }
        Duration time = keep.get();
        List<String> over = recordings.endedBy(now.minus(time), AT_ONCE);
        boolean all = true;
        for (String call : over) {
            all &= recordings.remove(
                    call, "the recording was deleted: recordings are kept for " + Math.max(1, time.toDays()) + " days");
        }
        if (!all) {
            return now.plus(LATER);
        }
        Instant oldest = recordings.oldest();
        Instant end = oldest == null ? null : oldest.plus(time);
        if (over.size() == AT_ONCE || end == null) {
            return end == null ? null : now;
        }
        return end.isAfter(now) ? end : now.plus(LATER);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (next != null) {
            next.cancel();
        }
    }
}
