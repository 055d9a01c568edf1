package ringdown.store;

import java.util.List;
import ringdown.sip.Ban;
import ringdown.sip.Bans;

/** Addresses that get no answer over SIP. Safe from any thread. */
final class SqliteBans implements Bans {
    private final House house;

    SqliteBans(House house) {
        this.house = house;
    }

    @Override
    public List<Ban> load() {
        return house.read(db -> db.createQuery("SELECT address, since, until, reason, times FROM bans")
                .map((row, context) -> new Ban(
                        row.getString("address"),
                        Rows.moment(row, "since"),
                        Rows.moment(row, "until"),
                        row.getString("reason"),
                        row.getInt("times")))
                .list());
    }

    @Override
    public void save(Ban ban) {
        house.queue(
                "ban",
                db -> db.execute(
                        "INSERT OR REPLACE INTO bans (address, since, until, reason, times) VALUES (?, ?, ?, ?, ?)",
                        ban.address(),
                        ban.since().toEpochMilli(),
                        ban.until().toEpochMilli(),
                        ban.reason(),
                        ban.times()));
    }

    @Override
    public void remove(String address) {
        house.queue("ban", db -> db.execute("DELETE FROM bans WHERE address = ?", address));
    }
}
