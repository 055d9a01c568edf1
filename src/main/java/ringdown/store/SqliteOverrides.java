package ringdown.store;

import java.time.Instant;
import java.util.List;
import ringdown.presence.OverridesOnDisk;

/** Which overrides are set. Safe from any thread. */
final class SqliteOverrides implements OverridesOnDisk {
    private final House house;

    SqliteOverrides(House house) {
        this.house = house;
    }

    @Override
    public List<Kept> load() {
        return house.read(db -> db.createQuery("SELECT name, since, by FROM overrides ORDER BY since")
                .map((row, context) -> new Kept(
                        row.getString("name"), Instant.ofEpochMilli(row.getLong("since")), row.getString("by")))
                .list());
    }

    @Override
    public void set(Kept override) {
        house.writeSoon("override", db -> {
            db.execute("DELETE FROM overrides WHERE name = ?", override.name());
            db.execute(
                    "INSERT INTO overrides (name, since, by) VALUES (?, ?, ?)",
                    override.name(),
                    override.since().toEpochMilli(),
                    override.by());
        });
    }

    @Override
    public void ended(String name) {
        house.writeSoon("override", db -> db.execute("DELETE FROM overrides WHERE name = ?", name));
    }
}
