package ringdown.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.CallEntry;
import ringdown.ledger.Spoken;

/** Who of the office talked last with a party; in a call out that is whoever dialled. Stateless. */
final class LastTalk {
    private LastTalk() {}

    static Optional<Spoken> with(Handle db, @Nullable String contactId, @Nullable String number) {
        if (contactId == null && number == null) {
            return Optional.empty();
        }
        // Each column by itself: only so an index answers it, on every call, among a million.
        String party = contactId != null
                ? NEWEST.formatted("contact_id = :contact")
                : NEWEST.formatted("caller_number = :number")
                        + " UNION ALL "
                        + NEWEST.formatted("direction = 'out' AND called = :number");
        return db.createQuery(
                        "SELECT *, " + LONGEST + " AS longest FROM (" + party + ") t ORDER BY started_at DESC LIMIT 1")
                .bindMap(contactId != null ? Map.of("contact", contactId) : Map.of("number", number))
                .bind("says", CallEntry.LONGEST)
                .map((row, context) -> {
                    String longest = row.getString("longest");
                    boolean ours = longest != null && longest.matches("[0-9]+");
                    return new Spoken(ours ? longest : row.getString("who"), Rows.moment(row, "ended_at"));
                })
                .findFirst();
    }

    /** Of several who talked in it, whoever did longest: not who put the caller through, and not who came last (SITUATIONS 10). */
    private static final String LONGEST = """
            (SELECT substr(e.what, length(:says) + 1) FROM call_events e
            WHERE e.call_id = t.id AND substr(e.what, 1, length(:says)) = :says LIMIT 1)""";

    /** In a call out it is whoever dialled; a mobile is nobody of the office. */
    private static final String NEWEST = """
            SELECT * FROM (SELECT id, started_at, ended_at,
            CASE WHEN direction = 'out' AND via NOT GLOB '*[^0-9]*' THEN via ELSE answered_by END AS who
            FROM calls WHERE outcome = 'talked' AND direction IN ('in', 'out') AND %s
            AND who IS NOT NULL AND who NOT GLOB '*[^0-9]*' ORDER BY started_at DESC, id DESC LIMIT 1)""";

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
