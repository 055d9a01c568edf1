package ringdown.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.CallEntry;
import ringdown.ledger.CallQuery;
import ringdown.ledger.Page;

/** Questions about calls. Stateless; each runs inside a read transaction. */
final class CallReads {
    private CallReads() {}

    static Optional<CallEntry> one(Handle db, String id) {
        return entries(db, "SELECT * FROM calls WHERE id = :id", query -> query.bind("id", id)).stream()
                .findFirst();
    }

    static List<CallEntry> of(Handle db, Collection<String> ids) {
        return entries(
                db,
                "SELECT * FROM calls WHERE id IN (SELECT value FROM json_each(:wanted))",
                query -> query.bind("wanted", json(ids)));
    }

    /** Calls that were open when the box stopped, oldest first. */
    static List<CallEntry> open(Handle db) {
        return entries(
                db,
                "SELECT * FROM calls WHERE outcome IN ('ringing', 'talking') ORDER BY started_at, id",
                query -> query);
    }

    static Page<CallEntry> page(Handle db, CallQuery asked) {
        CallFilter filter = new CallFilter(asked, digits(asked.caller()));
        List<CallEntry> found = entries(db, filter.sql(), filter::bind);
        if (found.size() <= asked.limit()) {
            return new Page<>(found, null);
        }
        CallEntry last = found.get(asked.limit() - 1);
        return new Page<>(found.subList(0, asked.limit()), Cursor.after(last.startedAt(), last.id()));
    }

    /** Of calls in from that number since then. */
    static List<CallEntry.Event> events(Handle db, String number, Instant from, String beginning) {
        return db.createQuery("""
                SELECT e.* FROM calls c JOIN call_events e ON e.call_id = c.id
                WHERE c.caller_number = :number AND c.started_at >= :from AND +c.direction = 'in'
                AND substr(e.what, 1, :length) = :beginning ORDER BY e.at, c.started_at, e.call_id, e.n""")
                .bind("number", number)
                .bind("from", from.toEpochMilli())
                .bind("length", beginning.length())
                .bind("beginning", beginning)
                .map((row, context) -> Rows.event(row))
                .list();
    }

    /** However a number is written, its end is the same: 050 111-22-33 is +380501112233. */
    private static String digits(@Nullable String caller) {
        return caller == null ? "" : caller.replaceAll("\\D", "").replaceFirst("^0+", "");
    }

    /** Three queries for any number of calls: ids, their stages and events, the calls themselves. */
    private static List<CallEntry> entries(Handle db, String sql, UnaryOperator<Query> bound) {
        String ids = json(bound.apply(db.createQuery(sql.replace("SELECT *", "SELECT id")))
                .mapTo(String.class)
                .list());
        var stages = grouped(db, "call_stages", "rings_since IS NULL", ids, (row, context) -> Rows.stage(row));
        var events = grouped(db, "call_events", "true", ids, (row, context) -> Rows.event(row));
        return bound.apply(db.createQuery(sql))
                .map((row, context) -> {
                    String id = row.getString("id");
                    return Rows.call(row, stages.getOrDefault(id, List.of()), events.getOrDefault(id, List.of()));
                })
                .list();
    }

    private static <T> Map<String, List<T>> grouped(
            Handle db, String table, String which, String ids, RowMapper<T> mapper) {
        Map<String, List<T>> groups = new HashMap<>();
        db.createQuery("SELECT * FROM " + table + " WHERE call_id IN (SELECT value FROM json_each(:ids)) AND " + which
                        + " ORDER BY call_id, n")
                .bind("ids", ids)
                .map((row, context) -> {
                    groups.computeIfAbsent(row.getString("call_id"), id -> new ArrayList<>())
                            .add(mapper.map(row, context));
                    return 0;
                })
                .list();
        return groups;
    }

    /** Ids are letters and digits: no escaping is needed. */
    static String json(Collection<String> ids) {
        return ids.isEmpty() ? "[]" : "[\"" + String.join("\",\"", ids) + "\"]";
    }
}
