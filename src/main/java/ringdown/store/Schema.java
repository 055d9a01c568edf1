package ringdown.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Brings the database to the tables this program knows. Files run in order, each in one transaction with the number it leaves in
 * {@code PRAGMA user_version}; a file that has been released is never edited (docs/decisions/0003-migrations.md).
 */
final class Schema {
    private static final List<String> FILES = List.of(
            "001-ledger.sql",
            "002-house.sql",
            "003-promises.sql",
            "004-queue.sql",
            "005-overrides.sql",
            "006-outbox.sql",
            "007-contacts.sql",
            "008-lists.sql",
            "009-quality.sql",
            "010-deviations.sql",
            "011-calls-out.sql",
            "012-lamps.sql",
            "013-silent.sql",
            "014-messages.sql",
            "015-tails.sql",
            "016-stages.sql",
            "017-retention.sql",
            "018-attempts.sql",
            "019-handed.sql",
            "020-heads.sql",
            "021-facts.sql",
            "022-release.sql",
            "023-recordings.sql",
            "024-lessons.sql",
            "025-help.sql",
            "026-nights.sql",
            "027-promises-of-a-contact.sql",
            "028-bans.sql");

    private Schema() {}

    static void bring(Handle handle, Path database) throws StoreFault, SQLException {
        int version =
                handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one();
        if (version > FILES.size()) {
            throw new DataFromTheFuture(database, version, FILES.size());
        }
        for (int next = version; next < FILES.size(); next++) {
            run(handle, FILES.get(next), next + 1);
        }
    }

    private static void run(Handle handle, String file, int version) throws SQLException {
        String script = "BEGIN IMMEDIATE;\n" + text(file) + "\nPRAGMA user_version=" + version + ";\nCOMMIT;";
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.executeUpdate(script);
        }
    }

    private static String text(String file) {
        try (InputStream in = Schema.class.getResourceAsStream("/ringdown/store/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the program's file " + file + " cannot be read", e);
        }
    }
}
