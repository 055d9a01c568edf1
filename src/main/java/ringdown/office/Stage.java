package ringdown.office;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of a script: whom to ring, and for how long. */
public sealed interface Stage {
    Duration DEFAULT_TIME = Duration.ofSeconds(20);

    /** Whom it is about. */
    RingTarget target();

    /** For how long. */
    Duration time();

    /**
     * Rings.
     *
     * @param orElse rung in its place when the target names nobody who can be rung
     * @param within how old the last talk may be for {@code last spoken}; null: any age
     * @param byKey whoever answers outside must press one to take the call: a mobile's mailbox answers too
     * @param skill who has it rings first, the others join after half the time; null: none is asked for
     */
    record Ring(
            RingTarget target,
            @Nullable RingTarget orElse,
            Duration time,
            Strategy strategy,
            @Nullable Duration within,
            boolean byKey,
            @Nullable String skill)
            implements Stage {

        /** As scripts ring: outside, a key takes the call; of no skill. */
        public Ring(
                RingTarget target,
                @Nullable RingTarget orElse,
                Duration time,
                Strategy strategy,
                @Nullable Duration within) {
            this(target, orElse, time, strategy, within, true);
        }

        /** Of no skill. */
        public Ring(
                RingTarget target,
                @Nullable RingTarget orElse,
                Duration time,
                Strategy strategy,
                @Nullable Duration within,
                boolean byKey) {
            this(target, orElse, time, strategy, within, byKey, null);
        }
    }

    /**
     * Waits in a queue until somebody of the target is free.
     *
     * @param say what is announced while waiting: "place", "wait"
     * @param every how often; null: once
     * @param callBackKey the key that leaves the queue for a promise
     * @param music heard while waiting; null: the office's
     */
    record Queue(
            RingTarget target,
            Duration time,
            List<String> say,
            @Nullable Duration every,
            @Nullable String callBackKey,
            @Nullable String music)
            implements Stage {
        public Queue {
            say = List.copyOf(say);
        }
    }
}
