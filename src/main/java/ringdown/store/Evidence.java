package ringdown.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The last moment of which the data folder bears witness.
 *
 * @param newest the newest entry of the ledger; null in an empty one
 * @param heartbeat null when the box never lived here
 */
record Evidence(@Nullable Instant newest, Heartbeat.@Nullable Last heartbeat) {
    /** Wall time may have stepped: the newest is sought among the last so many changes. */
    private static final String NEWEST = """
            SELECT max(at) AS at FROM (
            SELECT * FROM (SELECT at FROM changes ORDER BY seq DESC LIMIT 1000)
            UNION ALL SELECT max(started_at) FROM calls
            UNION ALL SELECT max(made_at) FROM promises
            UNION ALL SELECT max(at) FROM messages)""";

    static Evidence of(Handle db, Optional<Heartbeat.Last> heartbeat) {
        Instant newest = db.createQuery(NEWEST)
                .map((row, context) -> Optional.ofNullable(Rows.momentOrNull(row, "at")))
                .one()
                .orElse(null);
        return new Evidence(newest, heartbeat.orElse(null));
    }

    /** When the box was last known to live; empty on a first start. */
    Optional<Instant> lived() {
        if (heartbeat == null) {
            return Optional.ofNullable(newest);
        }
        return Optional.of(newest != null && newest.isAfter(heartbeat.at()) ? newest : heartbeat.at());
    }

    /** It ended as it should. */
    boolean stoppedInOrder() {
        return heartbeat != null && heartbeat.stopped();
    }
}
