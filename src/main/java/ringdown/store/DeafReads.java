package ringdown.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import ringdown.ledger.DeafTime;

/** Questions about deaf time. Stateless. */
final class DeafReads {
    private DeafReads() {}

    /** Those that overlap [from, to), newest first. Sought by their end, since what is asked for is mostly the end of a long history. */
    static List<DeafTime> between(Handle db, Instant from, Instant to) {
        return db.createQuery("""
                SELECT * FROM deaf_times WHERE to_at > :from AND +from_at < :to
                UNION ALL SELECT * FROM deaf_times INDEXED BY deaf_open WHERE to_at IS NULL AND from_at < :to
                ORDER BY from_at DESC, id DESC""")
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .map((row, context) -> Rows.deaf(row))
                .list();
    }
}
