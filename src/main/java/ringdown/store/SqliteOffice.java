package ringdown.store;

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

    private static Optional<Kept> current(Handle db) {
        return db.createQuery("SELECT * FROM office ORDER BY version DESC LIMIT 1")
                .map((row, context) -> new Kept(
                        row.getString("text"), row.getString("version"), Rows.moment(row, "at"), row.getString("by")))
                .findOne();
    }

    @Override
    public Optional<Kept> replace(String text, String by, Instant at, @Nullable String onlyIf) {
        return house.write(
                "office file",
                db -> {
                    String stands = current(db).map(Kept::version).orElse("");
                    if (onlyIf != null && !onlyIf.equals(stands)) {
                        return Optional.empty();
                    }
                    db.execute("INSERT INTO office (at, by, text) VALUES (?, ?, ?)", at.toEpochMilli(), by, text);
                    return current(db);
                },
                new Notice.OfficeChanged());
    }
}
