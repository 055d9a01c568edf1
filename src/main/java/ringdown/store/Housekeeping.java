package ringdown.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.tinylog.Logger;
import ringdown.clock.OfficeClock;

/**
 * What may wait: the heartbeat, checkpoints while no commit waits, the room on the disk and the reserve file. Platform thread "store-housekeeping" of
 * the lowest priority. Wall time that is moved (simulator, NTP) is seen within half a second and gets a heartbeat of its own, so that
 * a move is never taken for time in which the box did not live.
 */
final class Housekeeping implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration BEAT = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final long WAL_WORTH_IT = 512 * 1024;
    /** However busy the writer is, the log must not grow for ever. */
    private static final long WAL_TOO_LONG = 64 * 1024 * 1024;

    private final OfficeClock clock;
    private final DataFolder folder;
    private final Database database;
    private final Writer writer;
    private final Heartbeat heartbeat;
    private final DiskTrouble trouble;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final Thread thread;
    private volatile boolean beating;
    private boolean closing;
    private long beatAt;
    private Instant wallThen;
    private long nanosThen;

    Housekeeping(
            OfficeClock clock,
            DataFolder folder,
            Database database,
            Writer writer,
            Heartbeat heartbeat,
            DiskTrouble trouble) {
        this.clock = clock;
        this.folder = folder;
        this.database = database;
        this.writer = writer;
        this.heartbeat = heartbeat;
        this.trouble = trouble;
        this.wallThen = clock.now();
        this.nanosThen = clock.nanos();
        this.beatAt = nanosThen + BEAT.toNanos();
        this.thread = Thread.ofPlatform()
                .name("store-housekeeping")
                .daemon(true)
                .priority(Thread.MIN_PRIORITY)
                .start(this::run);
    }

    /** The box takes calls: from now on the heartbeat says that it lives. */
    void live() {
        heartbeat.beat();
        beating = true;
    }

    private void run() {
        try (Handle db = database.open()) {
            while (pause()) {
                beat();
                checkpoint(db);
                look();
            }
        } catch (SQLException | JdbiException e) {
            Logger.error(e, "housekeeping ended");
        }
    }

    /** A disk without room gives the reserve to the ledger and says so before the ledger is refused anything. */
    private void look() {
        if (folder.full()) {
            folder.freeReserve();
            trouble.noRoom();
        } else if (writer.idle() && folder.fillReserve()) {
            trouble.roomAgain();
        }
    }

    private boolean pause() {
        lock.lock();
        try {
            if (!closing) {
                clock.await(woken, clock.nanos() + LOOK.toNanos());
            }
            return !closing;
        } catch (InterruptedException end) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void beat() {
        Instant wall = clock.now();
        long nanos = clock.nanos();
        Duration step =
                Duration.between(wallThen.plusNanos(nanos - nanosThen), wall).abs();
        wallThen = wall;
        nanosThen = nanos;
        if (beating && (nanos - beatAt >= 0 || step.compareTo(STEP) > 0)) {
            heartbeat.beat();
            beatAt = nanos + BEAT.toNanos();
        }
    }

    /** PASSIVE never makes the writer wait; what it cannot do now it does the next time. */
    private void checkpoint(Handle db) {
        try {
            Path log = folder.folder().resolve("ringdown.db-wal");
            long length = Files.exists(log) ? Files.size(log) : 0;
            if (length > WAL_TOO_LONG || length > WAL_WORTH_IT && writer.idle()) {
                db.execute("PRAGMA wal_checkpoint(PASSIVE)");
            }
        } catch (IOException | JdbiException e) {
            Logger.warn("checkpoint put off: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
