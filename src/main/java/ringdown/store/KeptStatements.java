package ringdown.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps the prepared statements of one connection: SQLite compiles the text of each anew (9 of 100 samples of a profile of calls). One that is
 * in use is not here, so that the same text can be in use twice. For one thread at a time, like its connection, with which its statements end.
 */
final class KeptStatements extends DefaultStatementBuilder {
    /** More than the box has for its calls; questions whose text is made up for one filter push out the eldest. */
    private static final int MOST = 64;

    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        return kept == null ? super.create(connection, sql, context) : kept;
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        if (!(statement instanceof PreparedStatement prepared) || statement.isClosed()) {
            super.close(connection, sql, statement);
            return;
        }
        prepared.clearParameters();
        PreparedStatement twice = idle.put(sql, prepared);
        if (twice != null) {
            twice.close();
        }
        if (idle.size() > MOST) {
            var eldest = idle.entrySet().iterator();
            eldest.next().getValue().close();
            eldest.remove();
        }
    }
}
