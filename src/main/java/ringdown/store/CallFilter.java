package ringdown.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.CallQuery;
import ringdown.ledger.Outcome;

/**
 * The question for one page of calls. What is not asked for does not stand in it, and what may stand in several columns is asked of each
 * by itself, newest first and no more than a page, so that an index answers it also among a million calls.
 */
final class CallFilter {
    /** So many digits at the end of a number are indexed; fewer do not tell a caller. */
    private static final int TAIL = 5;

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<String> conditions = new ArrayList<>();
    private final List<String> either = new ArrayList<>();

    /** {@code digits}: those of the caller asked for, without leading zeros. */
    CallFilter(CallQuery asked, String digits) {
        if (asked.after() != null) {
            Cursor cursor = Cursor.parse(asked.after());
            with("(started_at, id) < (:millis, :id)", "millis", cursor.millis());
            values.put("id", cursor.id());
        }
        with(
                "started_at >= :from",
                "from",
                asked.from() == null ? null : asked.from().toEpochMilli());
        with("started_at < :to", "to", asked.to() == null ? null : asked.to().toEpochMilli());
        String leads = leads(asked);
        equal("outcome", asked.outcome(), leads);
        equal("class", asked.callerClass(), leads);
        equal("via", asked.via(), leads);
        values.put("limit", asked.limit() + 1);
        if (asked.caller() != null) {
            caller(asked.caller(), digits);
        } else if (asked.person() != null) {
            values.put("person", asked.person());
            either.addAll(List.of("answered_by = :person", "via = :person"));
        }
        if (asked.caller() != null && asked.person() != null) {
            with("(answered_by = :person OR via = :person)", "person", asked.person());
        }
    }

    /**
     * The one column whose index is walked: what is rarest in any office. SQLite does not know that most calls are talks, and would walk
     * all of those to find somebody's few.
     */
    private static String leads(CallQuery asked) {
        if (asked.caller() != null || asked.person() != null) {
            return "nothing but who";
        }
        boolean rare = asked.outcome() != null && !Outcome.TALKED.word().equals(asked.outcome());
        return rare ? "outcome" : asked.callerClass() != null ? "class" : asked.via() != null ? "via" : "outcome";
    }

    /** A plus before a column keeps its index out. */
    private void equal(String column, @Nullable String value, String leads) {
        with((column.equals(leads) ? "" : "+") + column + " = :" + column, column, value);
    }

    private void caller(String caller, String digits) {
        values.put("caller", caller);
        either.addAll(List.of("caller_number = :caller", "contact_id = :caller"));
        if (digits.length() >= TAIL) {
            values.put("digits", "%" + digits);
            values.put("tail", digits.substring(digits.length() - TAIL));
            either.add(
                    "caller_number IS NOT NULL AND substr(caller_number, -5) = :tail AND caller_number LIKE :digits");
        }
    }

    private void with(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    String sql() {
        if (either.isEmpty()) {
            return ordered("SELECT * FROM calls" + where(conditions));
        }
        String ids = either.stream()
                .map(one -> {
                    List<String> all = new ArrayList<>(conditions);
                    all.add(one);
                    return "SELECT id FROM (" + ordered("SELECT id, started_at FROM calls" + where(all)) + ")";
                })
                .collect(Collectors.joining(" UNION "));
        return ordered("SELECT * FROM calls WHERE id IN (" + ids + ")");
    }

    private static String where(List<String> all) {
        return all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all);
    }

    private static String ordered(String select) {
        return select + " ORDER BY started_at DESC, id DESC LIMIT :limit";
    }

    Query bind(Query query) {
        return query.bindMap(values);
    }
}
