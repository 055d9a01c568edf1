package ringdown.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accounts, sessions and tokens on disk. Implemented by the store; durable when a method returns; safe from any thread. */
public interface Accounts {
    /** By name. */
    Optional<StoredAccount> account(String name);

    /** All of them, in order of name. */
    List<StoredAccount> all();

    /** Replaces the list; sessions and tokens of accounts that are no more in it end. */
    void replaceAll(List<StoredAccount> accounts);

    /**
     * A login, or a program's token.
     *
     * @param id opaque, shown in lists
     * @param secretHash SHA-256 of the secret, hex: the secret itself is kept nowhere
     * @param label what a token is for; null for a session
     * @param until when it ends; null: never
     */
    record Pass(
            String id,
            String account,
            String secretHash,
            boolean token,
            @Nullable String label,
            Instant madeAt,
            @Nullable Instant until) {}

    /** Keeps it. */
    void add(Pass pass);

    /** By the hash of the secret that was shown; ended ones are not found. */
    Optional<Pass> pass(String secretHash, Instant now);

    /** Tokens of an account, newest first. */
    List<Pass> tokens(String account);

    /** True if there was one of that account. */
    boolean remove(String account, String id);
}
