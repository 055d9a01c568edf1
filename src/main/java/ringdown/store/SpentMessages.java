package ringdown.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import ringdown.clock.OfficeClock;
import ringdown.notice.Notice;
import ringdown.voicemail.Message;
import ringdown.voicemail.Messages;

/** Messages whose time may be over, and who listens to which now. Safe from any thread. */
final class SpentMessages {
    private static final String SPENT = SqliteMessages.FINISHED + """
            AND m.heard = 1 AND c.outcome NOT IN ('ringing', 'talking') AND NOT
            """ + SqliteMessages.OWED;

    /** Events of a call that goes on are counted from 1 in memory; this one comes after all of them, whatever happens. */
    static final String EVENT = """
            INSERT INTO call_events (call_id, n, at, what)
            SELECT :call, max(100000, coalesce(max(n), 0) + 1), :at, :what FROM call_events WHERE call_id = :call
            """;

    private final House house;
    private final OfficeClock clock;
    private final LeftSounds sounds;
    private final Map<String, Integer> listeners = new ConcurrentHashMap<>();

    SpentMessages(House house, OfficeClock clock, LeftSounds sounds) {
        this.house = house;
        this.clock = clock;
        this.sounds = sounds;
    }

    Messages.Listening listening(String id) {
        listeners.merge(id, 1, Integer::sum);
        return new Messages.Listening() {
            private boolean over;

            @Override
            public void close() {
                if (!over) {
                    over = true;
                    listeners.computeIfPresent(id, (message, count) -> count > 1 ? count - 1 : null);
                }
            }
        };
    }

    List<Message> all(Instant by) {
        return house.read(db -> db.createQuery(SPENT + " AND m.at <= :by ORDER BY m.at, m.id")
                .bind("by", by.toEpochMilli())
                .map((row, context) -> SqliteMessages.message(row))
                .list());
    }

    Optional<Instant> oldest() {
        return house.read(db -> db.createQuery(SPENT + " ORDER BY m.at, m.id LIMIT 1")
                .map((row, context) -> Rows.moment(row, "at"))
                .findOne());
    }

    boolean expire(String id, String why) {
        Optional<Message> spent = house.read(db -> one(db, id));
        if (spent.isEmpty()) {
            return false;
        }
        Message message = spent.get();
        boolean gone = house.write(
                "message over",
                db -> !listeners.containsKey(id) && expired(db, message, why),
                new Notice.MessageChanged(id),
                new Notice.CallChanged(message.callId()));
        if (gone) {
            sounds.delete(id + ".wav");
        }
        return gone;
    }

    private static Optional<Message> one(Handle db, String id) {
        return db.createQuery(SPENT + " AND m.id = :id")
                .bind("id", id)
                .map((row, context) -> SqliteMessages.message(row))
                .findOne();
    }

    /** Looks once more, where nobody can change it any more. */
    private boolean expired(Handle db, Message message, String why) {
        if (one(db, message.id()).isEmpty()) {
            return false;
        }
        LeftSounds.note(db, message.id() + ".wav");
        db.execute("DELETE FROM messages WHERE id = ?", message.id());
        db.createUpdate(EVENT)
                .bind("call", message.callId())
                .bind("at", clock.now().toEpochMilli())
                .bind("what", why)
                .execute();
        return true;
    }
}
