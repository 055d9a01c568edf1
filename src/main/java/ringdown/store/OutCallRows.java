package ringdown.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import ringdown.quality.OutCall;

/** Who may be called, and who was. Stateless. */
final class OutCallRows {
    private static final int MOST = 1000;

    private OutCallRows() {}

    static List<OutCall.Candidate> lostTouch(Handle db, Instant before) {
        List<OutCall.Candidate> all = new ArrayList<>(db.createQuery("""
                SELECT k.id AS contact_id, NULL AS number, c.id AS call_id, c.started_at AS at FROM contacts k
                CROSS JOIN calls c ON c.id = (
                  SELECT t.id FROM calls t INDEXED BY calls_talks_of WHERE t.outcome = 'talked' AND t.contact_id IS NOT NULL
                  AND t.contact_id = k.id ORDER BY t.started_at DESC LIMIT 1)
                WHERE c.started_at < :before ORDER BY at DESC LIMIT :most""")
                .bind("before", before.toEpochMilli())
                .bind("most", MOST)
                .map((row, context) -> candidate(row, OutCall.Why.SILENT))
                .list());
        all.addAll(db.createQuery("""
                SELECT p.contact_id, p.number, p.call_id, p.closed_at AS at FROM promises p
                WHERE p.state = 'closed' AND p.how = 'unreachable' AND p.number IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM calls c INDEXED BY calls_talks_of WHERE c.outcome = 'talked'
                  AND c.contact_id IS NOT NULL AND c.contact_id = p.contact_id AND c.started_at > p.made_at)
                AND NOT EXISTS (SELECT 1 FROM calls c INDEXED BY calls_by_number WHERE c.outcome = 'talked'
                  AND c.caller_number = p.number AND c.started_at > p.made_at)
                ORDER BY p.made_at DESC LIMIT :most""")
                .bind("most", MOST)
                .map((row, context) -> candidate(row, OutCall.Why.LOST))
                .list());
        all.sort(Comparator.comparing(OutCall.Candidate::at).reversed());
        return all;
    }

    static List<OutCall.Candidate> talkedSince(Handle db, Instant since) {
        return db.createQuery("""
                SELECT contact_id, caller_number AS number, id AS call_id, started_at AS at, rating FROM calls
                WHERE direction = 'in' AND outcome = 'talked' AND settled = 1 AND started_at >= :since
                AND caller_number IS NOT NULL AND (rating IS NULL OR rating = 5)
                ORDER BY started_at DESC LIMIT :most""")
                .bind("since", since.toEpochMilli())
                .bind("most", MOST)
                .map((row, context) ->
                        candidate(row, row.getObject("rating") == null ? OutCall.Why.UNRATED : OutCall.Why.PLEASED))
                .list();
    }

    private static OutCall.Candidate candidate(ResultSet row, OutCall.Why why) throws SQLException {
        return new OutCall.Candidate(
                row.getString("contact_id"),
                row.getString("number"),
                why,
                row.getString("call_id"),
                Rows.moment(row, "at"));
    }

    static List<OutCall.Made> made(Handle db, Instant since) {
        return db.createQuery("SELECT * FROM calls_from_lists WHERE at >= :since ORDER BY at, n")
                .bind("since", since.toEpochMilli())
                .map((row, context) -> new OutCall.Made(
                        row.getString("id"),
                        row.getString("attempt"),
                        OutCall.Result.ofWord(row.getString("result")),
                        row.getString("by"),
                        Rows.moment(row, "at"),
                        Rows.momentOrNull(row, "not_before"),
                        row.getString("note")))
                .list();
    }

    static int add(Handle db, OutCall.Made made) {
        Instant notBefore = made.notBefore();
        return db.execute(
                "INSERT OR REPLACE INTO calls_from_lists (id, attempt, result, by, at, not_before, note)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                made.id(),
                made.attempt(),
                made.result().word(),
                made.by(),
                made.at().toEpochMilli(),
                notBefore == null ? null : Long.valueOf(notBefore.toEpochMilli()),
                made.note());
    }
}
