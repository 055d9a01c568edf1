package ringdown.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.ledger.DeafTime;
import ringdown.ledger.Ids;
import ringdown.notice.Notice;
import ringdown.notice.Notices;

/**
 * Writes down when a line or trunk cannot be heard; one open entry per line and cause. What lasts while the clock is moved is two entries
 * with the moved span between them: a move is never deaf time (CONTRACT §4). Safe from any thread.
 */
final class DeafLog implements OfficeClock.Moves, AutoCloseable {
    private static final String OWN = " AND cause IN ('stopped', 'powerLoss')";

    private record Key(String via, DeafTime.Cause cause) {}

    /** Lasts; {@code id} null while the clock is being moved. */
    private record Lasting(@Nullable String id, String seen) {}

    private final OfficeClock clock;
    private final Notices notices;
    private final Ids ids;
    private final Writer writer;
    private final Map<Key, Lasting> open = new HashMap<>();
    private final OfficeClock.Alarm moves;
    private boolean moving;

    DeafLog(OfficeClock clock, Notices notices, Ids ids, Writer writer) {
        this.clock = clock;
        this.notices = notices;
        this.ids = ids;
        this.writer = writer;
        this.moves = clock.whenMoved(this);
    }

    void begin(String via, Instant from, DeafTime.Cause cause, String seen) {
        long number;
        synchronized (this) {
            Key key = new Key(via, cause);
            if (open.containsKey(key)) {
                return;
            }
            if (moving) {
                open.put(key, new Lasting(null, seen));
                return;
            }
            number = opens(key, from, seen);
        }
        writer.await(number);
    }

    private long opens(Key key, Instant from, String seen) {
        String id = ids.next();
        open.put(key, new Lasting(id, seen));
        return write(key.via(), db -> insert(db, id, new DeafTime(key.via(), from, null, key.cause(), seen)));
    }

    void end(String via, Instant at, Predicate<DeafTime.Cause> which) {
        long number = 0;
        synchronized (this) {
            for (Key key : List.copyOf(open.keySet())) {
                if (key.via().equals(via) && which.test(key.cause())) {
                    number = Math.max(number, ends(key, Objects.requireNonNull(open.remove(key)), at));
                }
            }
        }
        writer.await(number);
    }

    private long ends(Key key, Lasting lasting, Instant at) {
        String id = lasting.id();
        return id == null
                ? 0
                : write(
                        key.via(),
                        db -> db.execute(
                                "UPDATE deaf_times SET to_at = max(from_at, ?) WHERE id = ?", at.toEpochMilli(), id));
    }

    @Override
    public void leaves(Instant before) {
        long number = 0;
        synchronized (this) {
            moving = true;
            for (Key key : List.copyOf(open.keySet())) {
                Lasting lasting = Objects.requireNonNull(open.get(key));
                number = Math.max(number, ends(key, lasting, before));
                open.put(key, new Lasting(null, lasting.seen()));
            }
        }
        writer.await(number);
    }

    @Override
    public void arrives(Instant after) {
        long number = 0;
        synchronized (this) {
            moving = false;
            for (Key key : List.copyOf(open.keySet())) {
                number = opens(key, after, Objects.requireNonNull(open.get(key)).seen());
            }
        }
        writer.await(number);
    }

    @Override
    public void close() {
        moves.cancel();
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
