package ringdown.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/**
 * Connections to the one database file. In WAL mode readers never wait for the writer; each read sees one state of the whole ledger.
 * Safe from any thread.
 */
final class Database implements AutoCloseable {
    private static final int READERS_KEPT = 4;
    private static final int BUSY_MILLIS = 5000;
    /** 4 MB a connection: a Pi has better uses for its memory. */
    private static final String CACHE = "PRAGMA cache_size=-4096";

    private final String url;
    /** Opening costs a millisecond and a look at the schema, and loses what is compiled; so a few readers are kept. */
    private final BlockingQueue<Handle> idle = new ArrayBlockingQueue<>(READERS_KEPT);

    private volatile boolean closed;

    Database(Path file) {
        url = "jdbc:sqlite:" + file;
    }

    /** Makes the file if there is none, else opens it for writing; whoever asks closes it. */
    Handle create() throws SQLException {
        return handle(connect(new SQLiteConfig()));
    }

    /** A connection that writes; whoever asks for it closes it. Fails if the file has gone: an empty one must not take its place. */
    Handle open() throws SQLException {
        return handle(connect(existing()));
    }

    private static Handle handle(Connection connection) {
        Jdbi jdbi = Jdbi.create(() -> connection);
        jdbi.setStatementBuilderFactory(one -> new KeptStatements());
        return jdbi.open();
    }

    private static SQLiteConfig existing() {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return config;
    }

    private Connection connect(SQLiteConfig config) throws SQLException {
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        Connection connection = config.createConnection(url);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA wal_autocheckpoint=0");
            statement.execute(CACHE);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    /** Reads in one transaction: what it sees does not change under it. */
    <T> T read(Function<Handle, T> question) {
        Handle reader = reader();
        boolean sound = false;
        try {
            T answer = reader.inTransaction(question::apply);
            sound = true;
            return answer;
        } finally {
            if (closed || !sound || !idle.offer(reader)) {
                closeQuietly(reader);
            }
        }
    }

    private Handle reader() {
        Handle kept = idle.poll();
        try {
            return kept == null ? open() : kept;
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    /** The primary result code of SQLite behind an exception of JDBC or Jdbi; SQLITE_OK if it is not SQLite's. */
    static SQLiteErrorCode code(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLiteException e) {
                return SQLiteErrorCode.getErrorCode(e.getResultCode().code & 0xFF);
            }
        }
        return SQLiteErrorCode.SQLITE_OK;
    }

    @Override
    public void close() {
        closed = true;
        for (Handle reader = idle.poll(); reader != null; reader = idle.poll()) {
            closeQuietly(reader);
        }
    }

    private static void closeQuietly(Handle reader) {
        try {
            reader.close();
        } catch (JdbiException gone) {
            org.tinylog.Logger.debug(gone, "a reader's connection did not close");
        }
    }
}
