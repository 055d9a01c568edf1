package ringdown.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import ringdown.ledger.Page;
import ringdown.ledger.Promise;
import ringdown.ledger.PromiseEvent;
import ringdown.ledger.PromiseQuery;
import ringdown.number.Extension;

/** Questions about promises. Stateless; each runs inside a read transaction. */
final class PromiseReads {
    private static final Map<String, String> STATES = Map.of(
            "open", "state = 'open'",
            "broken", "state = 'broken'",
            "owed", "state IN ('open', 'broken')",
            "kept", "state = 'kept'",
            "closed", "state = 'closed'",
            "all", "1");

    /** As PromiseQuery.isOnlyOf says. */
    private static final String CONCERNS_OTHERS = """
            (owner IS NULL OR owner NOT IN (SELECT value FROM json_each(:people))
             OR escalated_to NOT IN (SELECT value FROM json_each(:people))
             OR handed_to NOT IN (SELECT value FROM json_each(:people)))""";

    private PromiseReads() {}

    static Optional<Promise> one(Handle db, String id) {
        return promises(
                        db,
                        "SELECT * FROM promises WHERE id IN (SELECT coalesce(joined_into, id) FROM promises WHERE id = :id)",
                        query -> query.bind("id", id))
                .stream()
                .findFirst();
    }

    static List<Promise> owed(Handle db) {
        return promises(
                db, "SELECT * FROM promises WHERE state IN ('open', 'broken') ORDER BY made_at, id", query -> query);
    }

    static Page<Promise> page(Handle db, PromiseQuery wanted) {
        String condition = STATES.get(wanted.state());
        if (condition == null) {
            throw new IllegalArgumentException("no state of promises: " + wanted.state());
        }
        Cursor cursor = Cursor.parse(wanted.after());
        int limit = wanted.limit();
        List<Promise> found = promises(
                db,
                "SELECT * FROM promises WHERE " + condition
                        + (wanted.contactId() == null ? "" : " AND contact_id = :contact")
                        + (wanted.notOf().isEmpty() ? "" : " AND " + CONCERNS_OTHERS)
                        + " AND joined_into IS NULL AND (made_at, id) < (:millis, :id)"
                        + " ORDER BY made_at DESC, id DESC LIMIT :limit",
                query -> bound(query, wanted)
                        .bind("millis", cursor.millis())
                        .bind("id", cursor.id())
                        .bind("limit", limit + 1));
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        Promise last = found.get(limit - 1);
        return new Page<>(List.copyOf(found.subList(0, limit)), Cursor.after(last.madeAt(), last.id()));
    }

    private static Query bound(Query query, PromiseQuery wanted) {
        if (wanted.contactId() != null) {
            query.bind("contact", wanted.contactId());
        }
        if (!wanted.notOf().isEmpty()) {
            query.bind(
                    "people",
                    CallReads.json(
                            wanted.notOf().stream().map(Extension::digits).toList()));
        }
        return query;
    }

    private static List<Promise> promises(Handle db, String sql, UnaryOperator<Query> bound) {
        String ids = CallReads.json(bound.apply(db.createQuery(sql.replace("SELECT *", "SELECT id")))
                .mapTo(String.class)
                .list());
        Map<String, List<String>> calls = new HashMap<>();
        db.createQuery("""
                SELECT promise_id, id FROM calls WHERE promise_id IN (SELECT value FROM json_each(:ids))
                ORDER BY started_at, id""")
                .bind("ids", ids)
                .map((row, context) -> calls.computeIfAbsent(
                                row.getString("promise_id"), id -> new java.util.ArrayList<>())
                        .add(row.getString("id")))
                .list();
        return bound.apply(db.createQuery(sql))
                .map((row, context) -> Rows.promise(
                        row, List.copyOf(calls.getOrDefault(row.getString("id"), List.of(row.getString("call_id"))))))
                .list();
    }

    /** What became of it, oldest first. */
    static List<PromiseEvent> history(Handle db, String id) {
        return db.createQuery("SELECT * FROM promise_events WHERE promise_id = :id ORDER BY n")
                .bind("id", id)
                .map((row, context) -> Rows.promiseEvent(row))
                .list();
    }
}
