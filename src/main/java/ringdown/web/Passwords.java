package ringdown.web;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Passwords as argon2id (RFC 9106): 7 MiB and five passes, as hard to guess as 19 MiB and two (OWASP Password Storage Cheat Sheet), with
 * a third of the memory, which the library keeps for ever and takes again for each login. A small board does it in well under a second.
 * One at a time, on the platform thread "passwords" of lowest priority: many who guess at once must take neither the memory nor the few
 * carrier threads that calls and other requests need. Safe from any thread.
 */
@SuppressWarnings("ThreadPriorityCheck") // calls before guesses
final class Passwords {
    private static final int KIBIBYTES = 7 * 1024;
    private static final int PASSES = 5;
    private static final int LANES = 1;
    private static final int LENGTH = 32;
    private static final int SALT = 16;

    private final Argon2Function argon2 = Argon2Function.getInstance(KIBIBYTES, PASSES, LANES, LENGTH, Argon2.ID);
    private final ExecutorService one = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("passwords").daemon().priority(1).factory());
    private volatile @Nullable String nobody;

    /** In its encoded form, salt and parameters inside. */
    String hash(String password) {
        return alone(
                () -> Password.hash(password).addRandomSalt(SALT).with(argon2).getResult());
    }

    /** True if the password is the hash's. Takes as long when there is no hash, so that nobody learns which names exist. */
    boolean matches(String password, @Nullable String hash) {
        String compared = hash == null || !hash.startsWith("$argon2") ? ofNobody() : hash;
        boolean same = alone(() -> check(password, compared));
        return same && compared.equals(hash);
    }

    private static boolean check(String password, String hash) {
        try {
            return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
        } catch (BadParametersException strange) {
            return false;
        }
    }

    private String ofNobody() {
        String hash = nobody;
        if (hash == null) {
            hash = hash(Secrets.fresh());
            nobody = hash;
        }
        return hash;
    }

    private <T> T alone(Callable<T> work) {
        Future<T> result = one.submit(work);
        try {
            return result.get();
        } catch (InterruptedException end) {
            result.cancel(false);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the box stops", end);
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault.getCause());
        }
    }
}
