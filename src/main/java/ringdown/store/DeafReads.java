package ringdown.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import ringdown.ledger.DeafTime;

/** Questions about deaf time. Stateless. */
final class DeafReads {
    private DeafReads() {}

    /** Those that overlap [from, to), newest first. */
    static List<DeafTime> between(Handle db, Instant from, Instant to) {
        return db.createQuery("""
                SELECT * FROM deaf_times WHERE from_at < :to AND (to_at IS NULL OR to_at > :from)
                ORDER BY from_at DESC, id DESC""")
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .map((row, context) -> Rows.deaf(row))
                .list();
    }
}
