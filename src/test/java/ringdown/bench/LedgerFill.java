package ringdown.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Five years of an office of twenty people: a million calls of 40,000 numbers, one in five of them a contact's; one in eight is promised a
 * call, one in sixteen leaves a message, one in fifty reaches the head, one in forty is rated, and a day has ten departures from the order.
 */
final class LedgerFill {
    static final int CALLS = 1_000_000;
    static final int PROMISES = 120_000;
    private static final int NUMBERS = 40_000;
    private static final int CONTACTS = 8_000;
    private static final int DEVIATIONS = 18_250;
    private static final long YEARS = Duration.ofDays(5 * 365).toMillis();

    private final Instant now;
    private final Random random = new Random(1);

    LedgerFill(Instant now) {
        this.now = now;
    }

    /** Of a box that has made its tables and stands still. */
    void fill(Path database) throws SQLException {
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            List<String> indexes = withoutIndexes(db);
            db.setAutoCommit(false);
            contacts(db);
            calls(db);
            promises(db);
            messages(db);
            deviations(db);
            db.commit();
            db.setAutoCommit(true);
            execute(db, indexes);
        }
    }

    /** Filled in the order of time and indexed afterwards, which is many times faster; gives what makes the indexes again. */
    private static List<String> withoutIndexes(Connection db) throws SQLException {
        execute(db, List.of("PRAGMA synchronous=OFF", "PRAGMA cache_size=-65536"));
        List<String> make = new ArrayList<>();
        List<String> drop = new ArrayList<>();
        try (Statement statement = db.createStatement();
                ResultSet all = statement.executeQuery("SELECT name, sql FROM sqlite_master WHERE type = 'index'"
                        + " AND sql IS NOT NULL AND tbl_name IN ('calls', 'promises', 'call_stages')")) {
            while (all.next()) {
                drop.add("DROP INDEX " + all.getString(1));
                make.add(all.getString(2));
            }
        }
        execute(db, drop);
        return make;
    }

    private static void execute(Connection db, List<String> orders) throws SQLException {
        try (Statement statement = db.createStatement()) {
            for (String order : orders) {
                statement.execute(order);
            }
        }
    }

    private void contacts(Connection db) throws SQLException {
        try (PreparedStatement contact = db.prepareStatement(
                        "INSERT INTO contacts"
                                + " (id, name, class, manager, backups, say_name, found, same) VALUES (?, ?, ?, ?, '', 0, ?, ?)");
                PreparedStatement number = db.prepareStatement("INSERT INTO contact_numbers VALUES (?, 0, ?)")) {
            for (int n = 0; n < CONTACTS; n++) {
                String name = "Company " + n;
                add(
                        contact,
                        contact(n),
                        name,
                        callerClass(n),
                        person(n),
                        "company " + n + " " + number(n),
                        "company " + n);
                add(number, contact(n), number(n));
            }
            contact.executeBatch();
            number.executeBatch();
        }
    }

    private void calls(Connection db) throws SQLException {
        try (PreparedStatement call = db.prepareStatement("INSERT INTO calls (id, started_at, ended_at, direction, via,"
                        + " called, caller_number, hidden, contact_id, contact_name, class, outcome, settled, answered_by,"
                        + " wait_s, talk_s, transfers, rating, boot_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, 'b')");
                PreparedStatement event =
                        db.prepareStatement("INSERT INTO call_events (call_id, n, at, what) VALUES (?, ?, ?, ?)");
                PreparedStatement stage = db.prepareStatement(
                        "INSERT INTO call_stages (call_id, n, target, rang, not_rung, seconds, result)"
                                + " VALUES (?, ?, ?, ?, '', 8, ?)")) {
            for (int i = 0; i < CALLS; i++) {
                call(call, i);
                add(event, id(i), 0, at(i), "script front");
                add(event, id(i), 1, at(i) + 8_000, "said greeting");
                boolean head = i % 50 == 3;
                add(stage, id(i), 0, "team care", "201 202", head ? "noAnswer" : "answered");
                if (head) {
                    add(stage, id(i), 1, "head", "203", "answered");
                }
                if (i % 10_000 == 0) {
                    call.executeBatch();
                    event.executeBatch();
                    stage.executeBatch();
                }
            }
            call.executeBatch();
            event.executeBatch();
            stage.executeBatch();
        }
    }

    private void call(PreparedStatement call, int i) throws SQLException {
        boolean out = i % 5 == 0;
        boolean talked = out || !promised(i);
        String person = i < 100 ? "299" : person(random.nextInt(20));
        int caller = i == CALLS / 2 ? NUMBERS : random.nextInt(NUMBERS);
        boolean known = caller < CONTACTS;
        add(
                call,
                id(i),
                at(i),
                at(i) + 100_000,
                out ? "out" : "in",
                out ? person : "fxo:" + (1 + i % 8),
                out ? number(caller) : "+38044123000" + (1 + i % 8),
                number(caller),
                known ? contact(caller) : null,
                known ? "Company " + caller : null,
                known ? callerClass(caller) : i % 3 == 0 ? "prospect" : null,
                talked ? "talked" : i % 400 == 1 ? "refused" : i % 16 == 1 ? "message" : "gaveUp",
                talked ? person : null,
                random.nextInt(40),
                talked ? 30 + random.nextInt(300) : 0,
                i % 20 == 2 ? 1 : 0,
                talked && i % 40 == 7 ? 1 + random.nextInt(5) : null);
    }

    /** Every eighth call, and with it one in eight of those in. */
    private static boolean promised(int i) {
        return i % 8 == 1;
    }

    private void promises(Connection db) throws SQLException {
        try (PreparedStatement promise = db.prepareStatement(
                        "INSERT INTO promises (id, call_id, number, owner, made_at,"
                                + " due_at, overdue_at, state, how, late, attempts, closed_at) VALUES (?, ?, ?, '201', ?, ?, ?, ?, ?, 0, 0, ?)");
                PreparedStatement covered = db.prepareStatement("UPDATE calls SET promise_id = ? WHERE id = ?")) {
            for (int n = 0; n < PROMISES; n++) {
                int i = n * 8 + 1;
                String state = n > PROMISES - 60 ? "open" : n % 10 == 0 ? "closed" : "kept";
                @Nullable
                String how = state.equals("open")
                        ? null
                        : state.equals("kept") ? "talk" : n % 100 == 0 ? "unreachable" : "spam";
                @Nullable Long closed = state.equals("open") ? null : at(i) + 1_800_000;
                add(
                        promise,
                        "p" + id(i),
                        id(i),
                        number(n % NUMBERS),
                        at(i),
                        at(i),
                        at(i) + 3_600_000,
                        state,
                        how,
                        closed);
                add(covered, "p" + id(i), id(i));
            }
            promise.executeBatch();
            covered.executeBatch();
        }
    }

    private void messages(Connection db) throws SQLException {
        try (PreparedStatement message = db.prepareStatement(
                "INSERT INTO messages (id, call_id, mailbox, caller_number, at, seconds, heard, file) VALUES (?, ?, ?, ?, ?, 12, 1, ?)")) {
            for (int i = 1; i < CALLS; i += 16) {
                add(message, "m" + id(i), id(i), "201", number(i % NUMBERS), at(i), "gone.wav");
            }
            message.executeBatch();
        }
    }

    private void deviations(Connection db) throws SQLException {
        String[] kinds = {"lateAnswer", "longWait", "transfers", "promiseLate", "wrongTeam"};
        try (PreparedStatement one =
                db.prepareStatement("INSERT INTO deviations (id, at, kind, subject_kind, subject, stage,"
                        + " person, call_id, note) VALUES (?, ?, ?, 'script', 'front', 'team care', '201', ?, NULL)")) {
            for (int n = 0; n < DEVIATIONS; n++) {
                int i = (int) (n * (long) CALLS / DEVIATIONS);
                add(one, "d" + n, at(i), kinds[n % kinds.length], id(i));
            }
            one.executeBatch();
        }
    }

    private static void add(PreparedStatement row, @Nullable Object... values) throws SQLException {
        for (int n = 0; n < values.length; n++) {
            row.setObject(n + 1, values[n]);
        }
        row.addBatch();
    }

    private static String person(int n) {
        return Integer.toString(201 + n % 20);
    }

    private static String contact(int n) {
        return "c%06d".formatted(n);
    }

    private static String callerClass(int n) {
        return n % 4 == 0 ? "partner" : "client";
    }

    static String number(int n) {
        return "+38067%07d".formatted(n * 173 % 10_000_000);
    }

    static String id(int i) {
        return "%028x".formatted(i);
    }

    private long at(int i) {
        return now.toEpochMilli() - YEARS + (long) (YEARS * (i / (double) CALLS));
    }
}
