package ringdown.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.CallEntry;
import ringdown.ledger.DeafTime;
import ringdown.ledger.Direction;
import ringdown.ledger.Matter;
import ringdown.ledger.Outcome;
import ringdown.ledger.Promise;
import ringdown.ledger.PromiseEvent;
import ringdown.ledger.StageEntry;

/** Reads the ledger's rows back into its records. Stateless. */
final class Rows {
    private Rows() {}

    static String word(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    static CallEntry call(ResultSet row, List<StageEntry> stages, List<CallEntry.Event> events) throws SQLException {
        return new CallEntry(
                row.getString("id"),
                moment(row, "started_at"),
                momentOrNull(row, "ended_at"),
                Direction.valueOf(row.getString("direction").toUpperCase(Locale.ROOT)),
                row.getString("via"),
                row.getString("called"),
                row.getString("caller_number"),
                row.getString("caller_name"),
                row.getBoolean("hidden"),
                row.getString("contact_id"),
                row.getString("contact_name"),
                row.getString("class"),
                row.getString("topic"),
                row.getString("essence"),
                row.getString("handed_to"),
                Outcome.ofWord(row.getString("outcome")),
                row.getObject("settled") == null ? null : Boolean.valueOf(row.getBoolean("settled")),
                row.getString("answered_by"),
                row.getDouble("wait_s"),
                row.getDouble("talk_s"),
                row.getDouble("hold_s"),
                row.getInt("transfers"),
                stages,
                row.getString("recording"),
                row.getObject("rating") == null ? null : Integer.valueOf(row.getInt("rating")),
                row.getString("promise_id"),
                events);
    }

    static StageEntry stage(ResultSet row) throws SQLException {
        Map<String, String> notRung = new TreeMap<>();
        for (String pair : words(row.getString("not_rung"))) {
            int equals = pair.indexOf('=');
            notRung.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return new StageEntry(
                row.getString("target"),
                words(row.getString("rang")),
                notRung,
                row.getDouble("seconds"),
                StageEntry.Result.ofWord(row.getString("result")));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }

    static CallEntry.Event event(ResultSet row) throws SQLException {
        return new CallEntry.Event(moment(row, "at"), row.getString("what"));
    }

    /** {@code calls}: all it covers, oldest first. */
    static Promise promise(ResultSet row, List<String> calls) throws SQLException {
        return new Promise(
                row.getString("id"),
                row.getString("call_id"),
                calls,
                row.getString("number"),
                row.getString("contact_id"),
                row.getString("contact_name"),
                row.getString("owner"),
                moment(row, "made_at"),
                moment(row, "due_at"),
                moment(row, "overdue_at"),
                row.getString("spoken_as"),
                Promise.State.ofWord(row.getString("state")),
                row.getString("how"),
                row.getBoolean("late"),
                row.getString("closed_by"),
                momentOrNull(row, "closed_at"),
                row.getInt("attempts"),
                row.getString("reason"),
                matter(row));
    }

    private static Matter matter(ResultSet row) throws SQLException {
        String handedTo = row.getString("handed_to");
        return new Matter(
                Matter.Kind.ofWord(row.getString("kind")),
                row.getString("class"),
                row.getString("text"),
                row.getBoolean("in_talk"),
                row.getBoolean("passing"),
                Matter.Confirm.ofWord(row.getString("confirm")),
                row.getString("escalated_to"),
                handedTo == null
                        ? null
                        : new Matter.Handing(
                                handedTo,
                                moment(row, "inside_at"),
                                row.getBoolean("slipped"),
                                momentOrNull(row, "solved_at")));
    }

    static PromiseEvent promiseEvent(ResultSet row) throws SQLException {
        return new PromiseEvent(
                moment(row, "at"),
                PromiseEvent.What.ofWord(row.getString("what")),
                row.getString("by"),
                row.getString("note"));
    }

    static DeafTime deaf(ResultSet row) throws SQLException {
        return new DeafTime(
                row.getString("via"),
                moment(row, "from_at"),
                momentOrNull(row, "to_at"),
                DeafTime.Cause.ofWord(row.getString("cause")),
                row.getString("seen"));
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static @Nullable Instant momentOrNull(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
