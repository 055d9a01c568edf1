package ringdown.web;

import org.jspecify.annotations.Nullable;

/**
 * An account as it is kept.
 *
 * @param role installer, head, staff, quality or director
 * @param passwordHash argon2id in its encoded form; null: nobody can log in until an installer sets a password
 * @param person extension; null for an account that belongs to nobody on the telephone
 */
public record StoredAccount(
        String name,
        String role,
        @Nullable String passwordHash,
        @Nullable String person) {
    @Override
    public String toString() {
        return "account " + name + " (" + role + ")";
    }
}
