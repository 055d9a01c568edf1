package ringdown.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ringdown.notice.Notice;
import ringdown.office.OfficeArchive;

/** Every office file that was ever in force. Safe from any thread. */
final class SqliteOffice implements OfficeArchive {
    private final House house;

    SqliteOffice(House house) {
        this.house = house;
    }

    @Override
    public Optional<Kept> current() {
        return house.read(SqliteOffice::current);
    }

    @Override
    public Optional<Kept> before(String version) {
        return house.read(
                db -> db.createQuery("SELECT * FROM office WHERE version < :version ORDER BY version DESC LIMIT 1")
                        .bind("version", Long.parseLong(version))
                        .map((row, context) -> kept(row))
                        .findOne());
    }

    private static Optional<Kept> current(Handle db) {
        return db.createQuery("SELECT * FROM office ORDER BY version DESC LIMIT 1")
                .map((row, context) -> kept(row))
                .findOne();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(row.getString("text"), row.getString("version"), Rows.moment(row, "at"), row.getString("by"));
    }

    @Override
    public Optional<Kept> replace(String text, String by, Instant at, @Nullable String onlyIf) {
        return house.write("office file", db -> replace(db, text, by, at, onlyIf), new Notice.OfficeChanged());
    }

    /** The same, for whoever writes more in the same transaction. */
    static Optional<Kept> replace(Handle db, String text, String by, Instant at, @Nullable String onlyIf) {
        String stands = current(db).map(Kept::version).orElse("");
        if (onlyIf != null && !onlyIf.equals(stands)) {
            return Optional.empty();
        }
        db.execute("INSERT INTO office (at, by, text) VALUES (?, ?, ?)", at.toEpochMilli(), by, text);
        return current(db);
    }
}
