package ringdown.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import ringdown.clock.OfficeClock;
import ringdown.ledger.Ids;
import ringdown.ledger.Page;
import ringdown.notice.Notice;
import ringdown.voicemail.Message;
import ringdown.voicemail.Messages;

/** Messages as rows, their sound as files beside the database. A row without a length is still being recorded. Safe from any thread. */
final class SqliteMessages implements Messages {
    /** What was promised for the call, or made in it, is open or broken. */
    static final String OWED = """
            (EXISTS (SELECT 1 FROM promises p WHERE p.id = c.promise_id AND p.state IN ('open', 'broken'))
            OR EXISTS (SELECT 1 FROM promises p WHERE p.call_id = c.id AND p.in_talk = 1 AND p.state IN ('open', 'broken')))
            """;

    static final String FINISHED =
            "SELECT m.*, coalesce(k.name, c.contact_name, c.caller_name) AS caller_name, " + OWED + """
            AS owed FROM messages m JOIN calls c ON c.id = m.call_id LEFT JOIN contacts k ON k.id = c.contact_id
            WHERE m.seconds IS NOT NULL
            """;

    private static final String FORWARD = """
            INSERT INTO messages (id, call_id, mailbox, caller_number, at, seconds, urgent, file, forwarded_by, note)
            SELECT ?, call_id, ?, caller_number, at, seconds + ?, urgent, ?, ?, ? FROM messages WHERE id = ?
            """;

    private final OfficeClock clock;
    private final Ids ids;
    private final House house;
    private final Path folder;
    private final LeftSounds sounds;
    private final SpentMessages spent;

    SqliteMessages(OfficeClock clock, Ids ids, House house, Path folder) {
        this.clock = clock;
        this.ids = ids;
        this.house = house;
        this.folder = folder;
        this.sounds = new LeftSounds(house, folder);
        this.spent = new SpentMessages(house, clock, sounds);
    }

    /** What a crash has left of messages that are gone. */
    void tidy() {
        sounds.deleteAll();
    }

    @Override
    public Begun begin(String callId, String mailbox, @Nullable String callerNumber) {
        String id = ids.next();
        Path file = folder.resolve(id + ".wav");
        long at = clock.now().toEpochMilli();
        house.writeSoon(
                "message",
                db -> db.execute(
                        "INSERT INTO messages (id, call_id, mailbox, caller_number, at, file) VALUES (?, ?, ?, ?, ?, ?)",
                        id,
                        callId,
                        mailbox,
                        callerNumber,
                        at,
                        file.getFileName().toString()));
        return new Begun(id, file);
    }

    @Override
    public void drop(String id) {
        house.writeSoon("no message", db -> db.execute("DELETE FROM messages WHERE id = ?", id));
        deleteFile(folder.resolve(id + ".wav"));
    }

    @Override
    public Page<Message> list(@Nullable String mailbox, int limit, @Nullable String after) {
        Cursor cursor = Cursor.parse(after);
        List<Message> found = house.read(db -> db.createQuery(FINISHED + """
                AND (:mailbox IS NULL OR m.mailbox = :mailbox)
                AND (m.at, m.id) < (:millis, :id)
                ORDER BY m.at DESC, m.id DESC LIMIT :limit""")
                .bind("mailbox", mailbox)
                .bind("millis", cursor.millis())
                .bind("id", cursor.id())
                .bind("limit", limit + 1)
                .map((row, context) -> message(row))
                .list());
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        Message last = found.get(limit - 1);
        return new Page<>(List.copyOf(found.subList(0, limit)), Cursor.after(last.at(), last.id()));
    }

    static Message message(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Message(
                row.getString("id"),
                row.getString("call_id"),
                row.getString("mailbox"),
                row.getString("caller_number"),
                row.getString("caller_name"),
                Rows.moment(row, "at"),
                row.getDouble("seconds"),
                row.getBoolean("heard"),
                Rows.momentOrNull(row, "heard_at"),
                row.getBoolean("owed"),
                row.getBoolean("urgent"),
                row.getString("forwarded_by"),
                row.getString("note"));
    }

    @Override
    public Optional<Message> get(String id) {
        return house.read(db -> db.createQuery(FINISHED + "AND m.id = :id")
                .bind("id", id)
                .map((row, context) -> message(row))
                .findOne());
    }

    @Override
    public Optional<Path> audio(String id) {
        return get(id).map(message -> folder.resolve(message.id() + ".wav")).filter(Files::isRegularFile);
    }

    @Override
    public boolean markHeard(String id) {
        return mark(id, true);
    }

    @Override
    public Map<String, Message> ofCalls(Collection<String> callIds) {
        Map<String, Message> first = new HashMap<>();
        if (!callIds.isEmpty()) {
            house.read(db -> db.createQuery(FINISHED
                                    + "AND m.call_id IN (SELECT value FROM json_each(:calls))"
                                    + " ORDER BY m.forwarded_by IS NOT NULL, m.at DESC")
                            .bind("calls", CallReads.json(callIds))
                            .map((row, context) -> message(row))
                            .list())
                    .forEach(message -> first.putIfAbsent(message.callId(), message));
        }
        return first;
    }

    @Override
    public boolean mark(String id, boolean heard) {
        return house.write(
                "message heard",
                db -> db.execute(
                                "UPDATE messages SET heard = ?, heard_at = CASE WHEN ? THEN coalesce(heard_at, ?) END WHERE id = ?",
                                heard,
                                heard,
                                clock.now().toEpochMilli(),
                                id)
                        > 0,
                new Notice.MessageChanged(id));
    }

    @Override
    public void markUrgent(String id, boolean urgent) {
        house.writeSoon(
                "message urgent",
                db -> db.execute("UPDATE messages SET urgent = ? WHERE id = ?", urgent, id),
                new Notice.MessageChanged(id));
    }

    @Override
    public Optional<Message> forward(String id, String mailbox, String by, @Nullable String note, short[] before) {
        String copy = ids.next();
        String sound = copy + ".wav";
        if (get(id).isEmpty() || !SoundCopy.made(folder, id + ".wav", sound, before)) {
            return Optional.empty();
        }
        boolean written = house.write(
                "message forwarded",
                db -> {
                    db.execute(
                            "UPDATE messages SET heard = 1, heard_at = coalesce(heard_at, ?) WHERE id = ?",
                            clock.now().toEpochMilli(),
                            id);
                    return db.execute(FORWARD, copy, mailbox, before.length / 8000.0, sound, by, note, id) > 0;
                },
                new Notice.MessageChanged(copy),
                new Notice.MessageChanged(id));
        if (!written) {
            deleteFile(folder.resolve(sound));
        }
        return get(copy);
    }

    @Override
    public boolean delete(String id) {
        if (get(id).isEmpty()) {
            return false;
        }
        boolean was = house.write(
                "message deleted",
                db -> {
                    LeftSounds.note(db, id + ".wav");
                    return db.execute("DELETE FROM messages WHERE id = ?", id) > 0;
                },
                new Notice.MessageChanged(id));
        sounds.delete(id + ".wav");
        return was;
    }

    @Override
    public List<Message> spent(Instant by) {
        return spent.all(by);
    }

    @Override
    public Optional<Instant> oldestSpent() {
        return spent.oldest();
    }

    @Override
    public boolean expire(String id, String why) {
        return spent.expire(id, why);
    }

    @Override
    public Listening listening(String id) {
        return spent.listening(id);
    }

    @Override
    public int unheard(String mailbox) {
        return house.read(db -> count(db, mailbox));
    }

    private static int count(Handle db, String mailbox) {
        return db.createQuery(
                        "SELECT count(*) FROM messages WHERE mailbox = :mailbox AND NOT heard AND seconds IS NOT NULL")
                .bind("mailbox", mailbox)
                .mapTo(Integer.class)
                .one();
    }

    private static void deleteFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            Logger.warn(e, "{} stays on the disk", file.getFileName());
        }
    }
}
