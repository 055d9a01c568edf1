package ringdown.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import ringdown.number.Extension;
import ringdown.sip.Registration;
import ringdown.sip.Registrations;

/** SIP registrations as rows, queued behind the ledger. Safe from any thread. */
final class SqliteRegistrations implements Registrations {
    private final House house;

    SqliteRegistrations(House house) {
        this.house = house;
    }

    @Override
    public List<Registration> load() {
        return house.read(db -> db.createQuery("SELECT * FROM registrations")
                .map((row, context) -> registration(row))
                .list());
    }

    private static Registration registration(ResultSet row) throws SQLException {
        return new Registration(
                new Extension(row.getString("extension")),
                row.getString("contact"),
                row.getString("instance"),
                row.getString("transport"),
                row.getString("host"),
                row.getInt("port"),
                row.getString("call_id"),
                row.getLong("cseq"),
                row.getInt("q"),
                row.getString("user_agent"),
                Rows.moment(row, "registered_at"),
                Duration.ofSeconds(row.getLong("expires_s")));
    }

    @Override
    public void save(Registration r) {
        house.queue(
                "registration",
                db -> db.execute(
                        """
                        INSERT OR REPLACE INTO registrations (id, extension, contact, instance, transport, host, port, call_id,
                        cseq, q, user_agent, registered_at, expires_s) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                        r.id(),
                        r.extension().digits(),
                        r.contact(),
                        r.instance(),
                        r.transport(),
                        r.host(),
                        r.port(),
                        r.callId(),
                        r.cseq(),
                        r.q(),
                        r.userAgent(),
                        r.registeredAt().toEpochMilli(),
                        r.expires().toSeconds()));
    }

    @Override
    public void remove(String id) {
        house.queue("registration", db -> db.execute("DELETE FROM registrations WHERE id = ?", id));
    }
}
