package ringdown.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** The database of a data folder: what must succeed before anything starts to run. */
record Opened(Database database, Handle writing, Evidence evidence) {
    /** Checking takes about a second for so much on the slowest board. */
    private static final long CHECKED_UP_TO = 16 * 1024 * 1024;

    static Opened of(DataFolder folder) throws StoreFault {
        Path file = folder.database();
        Database database = new Database(file);
        try {
            Handle writing = database.create();
            Schema.bring(writing, file);
            ContactRows.fillKeys(writing);
            Evidence evidence = Evidence.of(writing, Heartbeat.last(folder.heartbeat()));
            checkAfterCrash(writing, evidence, file);
            evidence.lived().ifPresent(last -> {
                talkedUntil(writing, last);
                rangUntil(writing, last);
            });
            return new Opened(database, writing, evidence);
        } catch (SQLException | JdbiException e) {
            throw switch (Database.code(e)) {
                case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR -> new DataDamaged(file, firstLine(e));
                default -> new DataFolderUnusable(folder.folder(), e);
            };
        }
    }

    /**
     * Who was talking with somebody from a list when the box died has not tried in vain: a talk that kept a promise counts as one, a shorter one
     * is as if it had not been. Once the telephone had asked how it went, no key means not talked.
     */
    private static void talkedUntil(Handle writing, Instant last) {
        String talking = " WHERE result = 'notReached' AND attempt IN (SELECT id FROM calls c WHERE direction = 'out'"
                + " AND outcome = 'talking' AND NOT EXISTS (SELECT 1 FROM call_events e WHERE e.call_id = c.id"
                + " AND e.what = 'asked how it went') AND ? - talking_at ";
        writing.execute("UPDATE calls_from_lists SET result = 'talked'" + talking + ">= 20000)", last.toEpochMilli());
        writing.execute("DELETE FROM calls_from_lists" + talking + "< 20000)", last.toEpochMilli());
    }

    /** What rang when the box died rang to the last evidence, and nobody had taken it. */
    private static void rangUntil(Handle writing, Instant last) {
        writing.execute(
                "UPDATE call_stages SET seconds = max(0, ? - rings_since) / 1000.0, rings_since = NULL"
                        + " WHERE rings_since IS NOT NULL",
                last.toEpochMilli());
    }

    /** SQLite survives a power cut; the disk under it may not have told the truth. */
    private static void checkAfterCrash(Handle writing, Evidence evidence, Path file) throws DataDamaged {
        if (evidence.stoppedInOrder() || file.toFile().length() > CHECKED_UP_TO) {
            return;
        }
        String verdict =
                writing.createQuery("PRAGMA quick_check(1)").mapTo(String.class).one();
        if (!verdict.equals("ok")) {
            throw new DataDamaged(file, verdict.lines().findFirst().orElse(verdict));
        }
    }

    private static String firstLine(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
    }
}
