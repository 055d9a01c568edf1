package ringdown.store;

import java.time.Instant;
import java.util.List;
import ringdown.switchboard.HelpOnDisk;

/** Who has called for help. Safe from any thread. */
final class SqliteHelps implements HelpOnDisk {
    private final House house;

    SqliteHelps(House house) {
        this.house = house;
    }

    @Override
    public List<Called> since(Instant from) {
        return house.read(db -> db.createQuery(
                        "SELECT extension, telephone, number, at FROM helps WHERE at > :from ORDER BY at")
                .bind("from", from.toEpochMilli())
                .map((row, context) -> new Called(
                        row.getString("extension"),
                        row.getString("telephone"),
                        row.getString("number"),
                        Rows.moment(row, "at")))
                .list());
    }

    @Override
    public void called(Called help) {
        house.queue(
                "call for help",
                db -> db.execute(
                        "INSERT INTO helps (extension, telephone, number, at) VALUES (?, ?, ?, ?)",
                        help.extension(),
                        help.telephone(),
                        help.number(),
                        help.at().toEpochMilli()));
    }
}
