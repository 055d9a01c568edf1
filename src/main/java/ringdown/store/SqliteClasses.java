package ringdown.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ringdown.contacts.ClassLearning;
import ringdown.ledger.Ids;
import ringdown.number.PhoneNumber;

/** What people said of callers' classes, statement by statement. Safe from any thread. */
final class SqliteClasses implements ClassLearning {
    private static final String FACT = """
            SELECT f.*, (SELECT count(*) FROM calls c WHERE c.caller_number = f.number AND c.outcome = 'refused'
            AND c.started_at >= f.at) AS refused FROM class_facts f""";

    private final House house;
    private final Ids ids;

    SqliteClasses(House house, Ids ids) {
        this.house = house;
        this.ids = ids;
    }

    @Override
    public Optional<String> classOf(Collection<PhoneNumber> numbers) {
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        String list = CallReads.json(numbers.stream().map(PhoneNumber::e164).toList());
        return house.read(db ->
                db.createQuery("""
                SELECT class FROM class_facts WHERE undone_at IS NULL
                AND number IN (SELECT value FROM json_each(:numbers)) ORDER BY at DESC, id DESC LIMIT 1""").bind("numbers", list).mapTo(String.class).findOne());
    }

    @Override
    public void classed(Classed fact) {
        String id = ids.next();
        house.writeSoon("class learned", db -> {
            takeBack(db, fact.callId(), fact.by(), fact.at());
            db.execute(
                    "INSERT INTO class_facts (id, number, class, call_id, by, at) VALUES (?, ?, ?, ?, ?, ?)",
                    id,
                    fact.number().e164(),
                    fact.callerClass(),
                    fact.callId(),
                    fact.by(),
                    fact.at().toEpochMilli());
        });
    }

    @Override
    public void forgetCall(String callId, String by, Instant at) {
        house.writeSoon("class taken back", db -> takeBack(db, callId, by, at));
    }

    private static void takeBack(Handle db, @Nullable String callId, String by, Instant at) {
        if (callId != null) {
            db.execute(
                    "UPDATE class_facts SET undone_at = ?, undone_by = ? WHERE call_id = ? AND undone_at IS NULL",
                    at.toEpochMilli(),
                    by,
                    callId);
        }
    }

    @Override
    public Optional<Learned> undo(String id, String by, Instant at) {
        boolean undone = house.write(
                "class taken back",
                db -> db.execute(
                                "UPDATE class_facts SET undone_at = ?, undone_by = ? WHERE id = ? AND undone_at IS NULL",
                                at.toEpochMilli(),
                                by,
                                id)
                        > 0);
        return undone ? get(id) : Optional.empty();
    }

    @Override
    public Optional<Learned> get(String id) {
        return house.read(db -> db.createQuery(FACT + " WHERE f.id = :id")
                .bind("id", id)
                .map((row, context) -> learned(row))
                .findOne());
    }

    @Override
    public Page list(
            Set<String> classes, @Nullable Instant from, @Nullable Instant to, int limit, @Nullable String after) {
        Cursor cursor = Cursor.parse(after);
        List<Learned> found = house.read(db -> db.createQuery(FACT + """
                 WHERE f.undone_at IS NULL AND (f.at, f.id) < (:millis, :id)
                AND f.class IN (SELECT value FROM json_each(:classes))
                AND (:from IS NULL OR f.at >= :from) AND (:to IS NULL OR f.at < :to)
                ORDER BY f.at DESC, f.id DESC LIMIT :limit""")
                .bind("millis", cursor.millis())
                .bind("id", cursor.id())
                .bind("classes", Words.json(classes))
                .bind("from", millis(from))
                .bind("to", millis(to))
                .bind("limit", limit + 1)
                .map((row, context) -> learned(row))
                .list());
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        Learned last = found.get(limit - 1);
        return new Page(found.subList(0, limit), Cursor.after(last.at(), last.id()));
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }

    private static Learned learned(ResultSet row) throws SQLException {
        return new Learned(
                row.getString("id"),
                new PhoneNumber(row.getString("number")),
                row.getString("class"),
                row.getString("call_id"),
                row.getString("by"),
                Rows.moment(row, "at"),
                row.getInt("refused"),
                Rows.momentOrNull(row, "undone_at"));
    }
}
