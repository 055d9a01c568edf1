package ringdown.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.ledger.DeafTime;
import ringdown.ledger.Ids;
import ringdown.notice.Notice;
import ringdown.notice.Notices;

/** Writes down when a line or trunk cannot be heard; one open entry per line and cause. Safe from any thread. */
final class DeafLog {
    private static final String OWN = " AND cause IN ('stopped', 'powerLoss')";

    private record Key(String via, DeafTime.Cause cause) {}

    private final OfficeClock clock;
    private final Notices notices;
    private final Ids ids;
    private final Writer writer;
    private final Map<Key, String> open = new HashMap<>();

    DeafLog(OfficeClock clock, Notices notices, Ids ids, Writer writer) {
        this.clock = clock;
        this.notices = notices;
        this.ids = ids;
        this.writer = writer;
    }

    void begin(String via, Instant from, DeafTime.Cause cause, String seen) {
        long number;
        synchronized (this) {
            Key key = new Key(via, cause);
            if (open.containsKey(key)) {
                return;
            }
            String id = ids.next();
            open.put(key, id);
            number = write(via, db -> insert(db, id, new DeafTime(via, from, null, cause, seen)));
        }
        writer.await(number);
    }

    void end(String via, Instant at, Predicate<DeafTime.Cause> which) {
        long number = 0;
        synchronized (this) {
            for (Key key : List.copyOf(open.keySet())) {
                if (key.via().equals(via) && which.test(key.cause())) {
                    String id = java.util.Objects.requireNonNull(open.remove(key));
                    number = write(
                            via,
                            db -> db.execute(
                                    "UPDATE deaf_times SET to_at = max(from_at, ?) WHERE id = ?",
                                    at.toEpochMilli(),
                                    id));
                }
            }
        }
        writer.await(number);
    }

    /** The box did not live since the evidence; lasts until {@link #endOwn}, also over a further start that never got ready. */
    void beginOwn(Collection<String> lines, Instant evidence, DeafTime.Cause cause, String seen) {
        writer.await(writer.queue(new Write(
                "own deaf time",
                db -> {
                    closeStale(db, evidence);
                    for (String via : lines) {
                        if (!hasOwn(db, via)) {
                            insert(db, ids.next(), new DeafTime(via, evidence, null, cause, seen));
                        }
                    }
                },
                () -> {})));
    }

    /** The box takes calls again. A moment before the evidence (the clock stood back) makes no time at all. */
    void endOwn(Instant at) {
        writer.await(writer.queue(new Write(
                "own deaf time",
                db -> {
                    db.execute("DELETE FROM deaf_times WHERE to_at IS NULL AND from_at >= ?" + OWN, at.toEpochMilli());
                    db.execute("UPDATE deaf_times SET to_at = ? WHERE to_at IS NULL" + OWN, at.toEpochMilli());
                },
                () -> {})));
    }

    private static boolean hasOwn(Handle db, String via) {
        return db.createQuery("SELECT count(*) FROM deaf_times WHERE via = :via AND to_at IS NULL" + OWN)
                .bind("via", via)
                .mapTo(Boolean.class)
                .one();
    }

    /** What the edges saw and could not end: they look anew. */
    private static void closeStale(Handle db, Instant evidence) {
        db.execute(
                "UPDATE deaf_times SET to_at = max(from_at, ?) WHERE to_at IS NULL AND NOT (1" + OWN + ")",
                evidence.toEpochMilli());
    }

    private long write(String via, java.util.function.Consumer<Handle> work) {
        Notice notice = new Notice.LineChanged(via);
        return writer.queue(new Write(
                "deaf time",
                db -> {
                    work.accept(db);
                    Changes.add(db, Set.of(notice), clock.now());
                },
                () -> notices.post(notice)));
    }

    private static void insert(Handle db, String id, DeafTime time) {
        db.execute(
                "INSERT INTO deaf_times (id, via, from_at, to_at, cause, seen) VALUES (?, ?, ?, ?, ?, ?)",
                id,
                time.via(),
                time.from().toEpochMilli(),
                millis(time.to()),
                time.cause().word(),
                time.seen());
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }
}
