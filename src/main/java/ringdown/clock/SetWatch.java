package ringdown.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds out that the system's clock was set (NTP's first step, somebody's hand): it has gone another way than monotonic time. Clock's thread. */
final class SetWatch {
    /** Further apart within one look it has been set, not only slewed. */
    private static final Duration SET = Duration.ofSeconds(1);

    /** Two readings further apart than this say nothing: the machine was busy in between. */
    private static final long ONE_MOMENT = Duration.ofMillis(100).toNanos();

    private final Supplier<Instant> system;
    private final LongSupplier nanos;
    private Instant lastSystem;
    private long lastNanos;

    /** From where to where. */
    record Step(Instant before, Instant after) {}

    SetWatch(Supplier<Instant> system, LongSupplier nanos) {
        this.system = system;
        this.nanos = nanos;
        this.lastSystem = system.get();
        this.lastNanos = nanos.getAsLong();
    }

    /** Null: it has not been set since the last look. */
    @Nullable
    Step look() {
        long began = nanos.getAsLong();
        Instant after = system.get();
        if (nanos.getAsLong() - began > ONE_MOMENT) {
            return null;
        }
        Instant before = lastSystem.plusNanos(began - lastNanos);
        lastSystem = after;
        lastNanos = began;
        return Duration.between(before, after).abs().compareTo(SET) > 0 ? new Step(before, after) : null;
    }
}
