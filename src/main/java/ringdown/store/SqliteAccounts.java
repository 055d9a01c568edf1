package ringdown.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.office.Account;
import ringdown.office.Accounts;
import ringdown.office.Passes;

/** Accounts, sessions and tokens as rows; hashes only. Safe from any thread. */
final class SqliteAccounts implements Accounts, Passes {
    private final House house;

    SqliteAccounts(House house) {
        this.house = house;
    }

    @Override
    public List<Login> all() {
        return house.read(db -> db.createQuery("SELECT * FROM accounts ORDER BY name")
                .map((row, context) -> login(row))
                .list());
    }

    @Override
    public Optional<Login> find(String name) {
        return house.read(db -> db.createQuery("SELECT * FROM accounts WHERE name = :name")
                .bind("name", name)
                .map((row, context) -> login(row))
                .findOne());
    }

    private static Login login(ResultSet row) throws SQLException {
        String person = row.getString("person");
        return new Login(
                row.getString("name"),
                Account.Role.valueOf(row.getString("role")),
                person == null ? null : new Extension(person),
                row.getString("hash"));
    }

    @Override
    public void put(Login login, @Nullable String stays) {
        house.write("account", db -> {
            db.execute("""
                    DELETE FROM passes WHERE account = ? AND id IS NOT ?
                    AND EXISTS (SELECT 1 FROM accounts WHERE name = ? AND hash <> ?)""", login.name(), stays, login.name(), login.hash());
            return db.execute(
                    """
                    INSERT INTO accounts (name, role, person, hash) VALUES (?, ?, ?, ?)
                    ON CONFLICT (name) DO UPDATE SET role = excluded.role, person = excluded.person, hash = excluded.hash""",
                    login.name(),
                    login.role().name(),
                    login.person() == null ? null : login.person().digits(),
                    login.hash());
        });
    }

    @Override
    public boolean remove(String name) {
        return house.write("account deleted", db -> db.execute("DELETE FROM accounts WHERE name = ?", name) > 0);
    }

    @Override
    public void issue(Pass pass, String hash) {
        house.write(
                "pass",
                db -> db.execute(
                        """
                        INSERT INTO passes (id, hash, kind, account, label, made_at, expires_at, last_used_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                        pass.id(),
                        hash,
                        pass.kind().name(),
                        pass.account(),
                        pass.label(),
                        pass.madeAt().toEpochMilli(),
                        millis(pass.expiresAt()),
                        millis(pass.lastUsedAt())));
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }

    @Override
    public Optional<Pass> findPass(String hash) {
        return house.read(db -> db.createQuery("SELECT * FROM passes WHERE hash = :hash")
                .bind("hash", hash)
                .map((row, context) -> pass(row))
                .findOne());
    }

    private static Pass pass(ResultSet row) throws SQLException {
        return new Pass(
                row.getString("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("account"),
                row.getString("label"),
                Rows.moment(row, "made_at"),
                Rows.momentOrNull(row, "expires_at"),
                Rows.momentOrNull(row, "last_used_at"));
    }

    @Override
    public List<Pass> of(String account, Kind kind) {
        return house.read(db -> db.createQuery(
                        "SELECT * FROM passes WHERE account = :account AND kind = :kind ORDER BY made_at DESC, id DESC")
                .bind("account", account)
                .bind("kind", kind.name())
                .map((row, context) -> pass(row))
                .list());
    }

    @Override
    public void used(String id, Instant at, @Nullable Instant expiresAt) {
        house.queue(
                "pass used",
                db -> db.execute(
                        "UPDATE passes SET last_used_at = ?, expires_at = ? WHERE id = ?",
                        at.toEpochMilli(),
                        millis(expiresAt),
                        id));
    }

    @Override
    public boolean revoke(String id) {
        return house.write("pass revoked", db -> db.execute("DELETE FROM passes WHERE id = ?", id) > 0);
    }

    @Override
    public void forgetExpired(Instant now) {
        house.queue(
                "expired passes",
                db -> db.execute(
                        "DELETE FROM passes WHERE expires_at IS NOT NULL AND expires_at < ?", now.toEpochMilli()));
    }
}
