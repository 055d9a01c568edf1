package ringdown.office;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;

/** Who may log in, with hashes only: what hashes is the page's business. Durable when a method returns; safe from any thread. */
public interface Accounts {
    /** Everybody, by name. */
    List<Login> all();

    /** The account of that name. */
    Optional<Login> find(String name);

    /**
     * Adds it or writes over the one of the same name. With another hash than before its passes end: whoever knew the old password
     * is out, and so are programs that were let in by it.
     *
     * @param stays id of the one pass that goes on all the same, of whoever makes the change; null: none
     */
    void put(Login login, @Nullable String stays);

    /** Deletes it with all its passes. False if there was none. */
    boolean remove(String name);

    /**
     * An account as it is kept.
     *
     * @param hash of the password; "" when nobody can log in with it
     */
    record Login(String name, Account.Role role, @Nullable Extension person, String hash) {}
}
