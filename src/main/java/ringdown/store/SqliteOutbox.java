package ringdown.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.Ids;
import ringdown.mailer.Letter;
import ringdown.mailer.Outbox;
import ringdown.voicemail.Message;

/** Letters as rows. Safe from any thread. */
final class SqliteOutbox implements Outbox {
    private final House house;
    private final Ids ids;

    SqliteOutbox(House house, Ids ids) {
        this.house = house;
        this.ids = ids;
    }

    @Override
    public void put(String to, String subject, String text, Instant at) {
        house.write("letter", db -> insert(db, to, subject, text, null, at));
    }

    private int insert(Handle db, String to, String subject, String text, @Nullable String messageId, Instant at) {
        long millis = at.toEpochMilli();
        return db.execute(
                "INSERT INTO outbox (id, recipient, subject, body, message_id, made_at, next_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                to,
                subject,
                text,
                messageId,
                millis,
                millis);
    }

    @Override
    public List<Message> unannounced() {
        return house.read(
                db -> db.createQuery(SqliteMessages.FINISHED + "AND m.announced = 0 ORDER BY m.at, m.id LIMIT 100")
                        .map((row, context) -> SqliteMessages.message(row))
                        .list());
    }

    @Override
    public void announced(String messageId, @Nullable String to, String subject, String text, Instant at) {
        house.write("message announced", db -> {
            int fresh = db.execute("UPDATE messages SET announced = 1 WHERE id = ? AND announced = 0", messageId);
            return fresh == 0 || to == null ? 0 : insert(db, to, subject, text, messageId, at);
        });
    }

    @Override
    public Optional<Letter> due(Instant now) {
        return house.read(db -> db.createQuery(
                        "SELECT * FROM outbox WHERE next_at <= :now ORDER BY next_at, id LIMIT 1")
                .bind("now", now.toEpochMilli())
                .map((row, context) -> new Letter(
                        row.getString("id"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("message_id"),
                        Rows.moment(row, "made_at"),
                        row.getInt("attempts")))
                .findOne());
    }

    @Override
    public Optional<Instant> nextDue() {
        return house.read(db -> db.createQuery("SELECT min(next_at) AS at FROM outbox")
                .map((row, context) -> {
                    long at = row.getLong("at");
                    return row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(at));
                })
                .one());
    }

    @Override
    public void remove(String id) {
        house.write("letter gone", db -> db.execute("DELETE FROM outbox WHERE id = ?", id));
    }

    @Override
    public void again(String id, Instant next, String why) {
        house.write(
                "letter again",
                db -> db.execute(
                        "UPDATE outbox SET attempts = attempts + 1, next_at = ?, why = ? WHERE id = ?",
                        next.toEpochMilli(),
                        why,
                        id));
    }
}
