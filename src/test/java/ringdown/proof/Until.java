package ringdown.proof;

import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what another process does: asks again and again, with patience for a busy machine. */
final class Until {
    static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("proof.patience", 100));
    private static final long PAUSE = 100_000_000;

    private Until() {}

    static <T> T holds(String what, Supplier<T> look, Predicate<? super T> wanted) {
        return holds(what, PATIENCE, look, wanted);
    }

    static <T> T holds(String what, Duration patience, Supplier<T> look, Predicate<? super T> wanted) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            boolean late = System.nanoTime() > deadline; // the last look begins after it: a look itself may take long
            Object last;
            try {
                T seen = look.get();
                if (wanted.test(seen)) {
                    return seen;
                }
                last = seen;
            } catch (NoSuchElementException notYet) {
                last = notYet; // the first of a list that is empty still
            }
            if (late) {
                throw new AssertionError("not within " + patience.toSeconds() + " s: " + what + "; last seen: " + last);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    static void holds(String what, Supplier<Boolean> look) {
        holds(what, look, yes -> yes);
    }
}
