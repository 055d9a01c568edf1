package ringdown.store;

import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.tinylog.Logger;

/** The writer's connection: a group is committed whole or not at all. After trouble it is opened anew. Only the writer's thread. */
final class WriterDisk implements AutoCloseable {
    /** What became of a group. */
    sealed interface Result {
        /** On disk. */
        record Done() implements Result {}

        /** The disk is full or failing; to be tried again. */
        record Trouble(SQLiteErrorCode code, Throwable cause) implements Result {}

        /** Something in the group is wrong in itself. */
        record Refused(Throwable cause) implements Result {}
    }

    private final Database database;
    private @Nullable Handle handle;

    WriterDisk(Database database, Handle first) {
        this.database = database;
        this.handle = first;
    }

    Result commit(List<Write> group) {
        try {
            Handle mine = handle();
            mine.execute("BEGIN IMMEDIATE");
            for (Write write : group) {
                write.work().accept(mine);
            }
            mine.execute("COMMIT");
            return new Result.Done();
        } catch (JdbiException | SQLException e) {
            drop();
            return judge(e);
        } catch (RuntimeException bug) {
            drop();
            return new Result.Refused(bug);
        }
    }

    private static Result judge(Exception e) {
        SQLiteErrorCode code = Database.code(e);
        return switch (code) {
            case SQLITE_FULL,
                    SQLITE_IOERR,
                    SQLITE_READONLY,
                    SQLITE_CANTOPEN,
                    SQLITE_BUSY,
                    SQLITE_LOCKED,
                    SQLITE_NOMEM,
                    SQLITE_PERM,
                    SQLITE_CORRUPT,
                    SQLITE_NOTADB -> new Result.Trouble(code, e);
            default -> new Result.Refused(e);
        };
    }

    private Handle handle() throws SQLException {
        Handle mine = handle;
        if (mine == null) {
            mine = database.open();
            handle = mine;
        }
        return mine;
    }

    /** SQLite may have rolled back by itself; a new connection is the state that is known. */
    private void drop() {
        Handle mine = handle;
        handle = null;
        if (mine != null) {
            try {
                mine.getConnection().close();
                mine.close();
            } catch (SQLException | JdbiException e) {
                Logger.debug(e, "the writer's connection did not close");
            }
        }
    }

    @Override
    public void close() {
        drop();
    }
}
