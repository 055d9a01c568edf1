package ringdown.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.Spoken;

/** Who of the office talked last with a party; in a call out that is whoever dialled. Stateless. */
final class LastTalk {
    private LastTalk() {}

    static Optional<Spoken> with(Handle db, @Nullable String contactId, @Nullable String number) {
        if (contactId == null && number == null) {
            return Optional.empty();
        }
        return db.createQuery("""
                SELECT CASE direction WHEN 'out' THEN via ELSE answered_by END AS who, ended_at FROM calls
                WHERE outcome = 'talked' AND direction IN ('in', 'out')
                AND (contact_id = :contact
                     OR (:contact IS NULL AND (caller_number = :number OR (direction = 'out' AND called = :number))))
                AND who IS NOT NULL AND who NOT LIKE '+%'
                ORDER BY started_at DESC, id DESC LIMIT 1""")
                .bind("contact", contactId)
                .bind("number", number)
                .map((row, context) -> new Spoken(row.getString("who"), Rows.moment(row, "ended_at")))
                .findFirst();
    }

    /** How long the last talks of these people took. */
    static List<Double> seconds(Handle db, Collection<String> people, Instant since, int most) {
        if (people.isEmpty()) {
            return List.of();
        }
        return db.createQuery("""
                SELECT talk_s + hold_s AS took FROM calls
                WHERE outcome = 'talked' AND direction = 'in' AND started_at >= :since AND answered_by IN (<people>)
                ORDER BY started_at DESC, id DESC LIMIT :most""")
                .bindList("people", List.copyOf(people))
                .bind("since", since.toEpochMilli())
                .bind("most", most)
                .mapTo(Double.class)
                .list();
    }
}
