package ringdown.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;

/**
 * The two times of the house. Hours, promises and records use {@link #now()}; every wait and every length inside a call uses
 * {@link #nanos()}, which never steps. Safe from any thread.
 */
public interface OfficeClock {
    /** Wall time. May step in both directions when it becomes trusted, forward in the simulator. */
    Instant now();

    /** Monotonic nanoseconds since an arbitrary origin; never steps, goes on in real time while wall time is moved. */
    long nanos();

    /** False while a box without a battery clock has not yet learnt the time: no moment may be spoken then. */
    boolean trusted();

    /** Identifies this start of the box, so that monotonic times of two runs are never compared. */
    String bootId();

    /**
     * Waits on a condition whose lock the caller holds, until signalled or until {@link #nanos()} passes the deadline.
     *
     * @return false when the deadline has passed
     */
    boolean await(Condition condition, long deadlineNanos) throws InterruptedException;

    /** Runs the work once wall time reaches the moment, in the order of the moments, on the clock's own thread: keep it short. */
    Alarm at(Instant when, String name, Runnable work);

    /** Runs the work once that much monotonic time has passed, on the clock's own thread: keep it short. */
    Alarm after(Duration delay, String name, Runnable work);

    /** Hears from now on when wall time is moved or steps; cancelling the answer ends it. */
    Alarm whenMoved(Moves listener);

    /** Wall time leaves one moment and arrives at another, and no time has passed in between. */
    interface Moves {
        /** About to be moved; what falls due in between runs after this. */
        void leaves(Instant before);

        /** It has been moved. */
        void arrives(Instant after);
    }

    /** A moment that has been asked for. */
    interface Alarm {
        /** Idempotent; work that has begun is not interrupted. */
        void cancel();
    }
}
