package ringdown.office;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What lets somebody in without a password: a browser's session, a program's token. Only the hash of the secret is kept. Durable when
 * a method returns, except {@link #used}; safe from any thread.
 */
public interface Passes {
    /** Keeps a new pass under its secret's hash. */
    void issue(Pass pass, String hash);

    /** The pass of that hash; the asker looks whether it has expired. */
    Optional<Pass> findPass(String hash);

    /** An account's passes of one kind, newest first. */
    List<Pass> of(String account, Kind kind);

    /** It was used now; a session lasts until then. Queued, not waited for. */
    void used(String id, Instant at, @Nullable Instant expiresAt);

    /** It lets nobody in any more. False if there was none. */
    boolean revoke(String id);

    /** Deletes sessions that ended before. */
    void forgetExpired(Instant now);

    /** What it is. */
    enum Kind {
        /** A browser's, with an end. */
        SESSION,
        /** A program's, without. */
        TOKEN
    }

    /**
     * One pass.
     *
     * @param label what a person calls it
     * @param expiresAt null: never
     */
    record Pass(
            String id,
            Kind kind,
            String account,
            @Nullable String label,
            Instant madeAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt) {}
}
