package ringdown;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waits for what another thread or process does. Long: a test fails because something does not happen, never because the machine was
 * busy when it did.
 */
public final class Patience {
    public static final Duration LONG = Duration.ofSeconds(40);
    private static final long PAUSE = 2_000_000;

    private Patience() {}

    /** The moment of {@link System#nanoTime()} at which it is over. */
    public static long deadline() {
        return System.nanoTime() + LONG.toNanos();
    }

    /** For a socket's own time-out. */
    public static int millis() {
        return Math.toIntExact(LONG.toMillis());
    }

    public static void until(String what, BooleanSupplier holds) {
        until(() -> what, holds);
    }

    /** The same, saying how far it has come. */
    public static void until(Supplier<String> what, BooleanSupplier holds) {
        long deadline = deadline();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("not within " + LONG.toSeconds() + " s: " + what.get());
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
