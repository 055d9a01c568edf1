package ringdown.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.Outcome;
import ringdown.ledger.Promise;
import ringdown.quality.CallFact;
import ringdown.quality.Part;

/** Calls in as figures need them: one row each, without their histories. Stateless. */
final class CallFactReads {
    private static final String FACTS = """
            SELECT c.id, c.started_at, c.via, c.called, c.contact_id, c.caller_number, c.class, c.topic, c.outcome, c.settled,
              c.answered_by, c.wait_s, c.talk_s, c.transfers, c.rating, c.promise_id, p.state, p.how, p.late, p.overdue_at,
              c.staged, c.reached_head, c.went
            FROM calls c LEFT JOIN promises p ON p.id = c.promise_id
            WHERE c.direction = 'in' AND c.started_at >= :from AND c.started_at < :to
            ORDER BY c.started_at, c.id""";

    private CallFactReads() {}

    /** Started in [from, to), oldest first. */
    static List<CallFact> in(Handle db, Instant from, Instant to) {
        return db.createQuery(FACTS)
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .map((row, context) -> fact(row))
                .list();
    }

    /** All of it stands in one index: no call of the period is looked at. */
    static Part unclassed(Handle db, Instant from, Instant to, int most) {
        String talks = " FROM calls INDEXED BY calls_balance"
                + " WHERE direction = 'in' AND outcome = 'talked' AND started_at >= :from AND started_at < :to";
        List<String> newest = db.createQuery(
                        "SELECT id" + talks + " AND class IS NULL ORDER BY started_at DESC, id DESC LIMIT :most")
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .bind("most", most)
                .mapTo(String.class)
                .list();
        return db.createQuery("SELECT count(*) AS n, count(class) AS classed" + talks)
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .map((row, context) ->
                        new Part(row.getInt("n") - row.getInt("classed"), row.getInt("n"), newest.reversed()))
                .one();
    }

    private static CallFact fact(ResultSet row) throws SQLException {
        String contact = row.getString("contact_id");
        return new CallFact(
                row.getString("id"),
                Rows.moment(row, "started_at"),
                row.getString("via"),
                row.getString("called"),
                contact == null ? row.getString("caller_number") : contact,
                row.getString("class"),
                row.getString("topic"),
                Outcome.ofWord(row.getString("outcome")),
                row.getBoolean("settled"),
                row.getString("answered_by"),
                row.getDouble("wait_s"),
                row.getDouble("talk_s"),
                row.getInt("transfers"),
                row.getObject("rating") == null ? null : Integer.valueOf(row.getInt("rating")),
                row.getBoolean("staged"),
                row.getBoolean("reached_head"),
                row.getString("went"),
                owed(row));
    }

    private static CallFact.@Nullable Owed owed(ResultSet row) throws SQLException {
        String word = row.getString("state");
        if (word == null) {
            return null;
        }
        Promise.State state = Promise.State.ofWord(word);
        return new CallFact.Owed(
                row.getString("promise_id"),
                state.owed(),
                state == Promise.State.KEPT,
                row.getString("how"),
                row.getBoolean("late"),
                Rows.moment(row, "overdue_at"));
    }
}
