package ringdown.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
import ringdown.clock.BoxClock;
import ringdown.clock.OfficeClock;
import ringdown.ledger.CallOpened;
import ringdown.ledger.CallQuery;
import ringdown.ledger.Direction;
import ringdown.ledger.Ledger;
import ringdown.notice.Alarms;
import ringdown.notice.Notices;
import ringdown.store.Store;
import ringdown.store.StoreFault;

/**
 * Five years of ledger, a million calls: every list the page shows, and opening a call; reference for the latter: a write of four kilobytes
 * to the same disk, forced.
 */
record LedgerBench(OfficeClock clock) {
    private static final int CALLS = 1_000_000;
    private static final int PROMISES = 120_000;
    private static final int RUNS = 60;
    private static final int OPENED = 500;
    private static final long YEARS = Duration.ofDays(5 * 365).toMillis();
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    void run(Launch launch) throws IOException {
        Path folder = Exchange.folder();
        try (BoxClock wall = new BoxClock(() -> true, NOW);
                Notices notices = new Notices()) {
            Store.open(folder, wall, notices, new Alarms(notices)).close();
            fill(folder.resolve("ringdown.db"));
            try (Store store = Store.open(folder, wall, notices, new Alarms(notices))) {
                measure(store, folder);
            }
        } catch (StoreFault | SQLException fault) {
            throw new IOException(fault);
        } finally {
            Exchange.delete(folder);
        }
    }

    private void measure(Store store, Path folder) throws IOException {
        Ledger ledger = store.ledger();
        Table table = new Table("ledger: 1,000,000 calls in five years, 120,000 promises; p95 of " + RUNS + " each");
        Instant year = NOW.minus(Duration.ofDays(365));
        list(table, "calls, newest", () -> ledger.calls(query(null, null, null, null, null, null)));
        list(table, "calls of a year ago", () -> ledger.calls(query(year, null, null, null, null, null)));
        list(table, "calls of a line", () -> ledger.calls(query(null, "fxo:3", null, null, null, null)));
        list(table, "calls of a person", () -> ledger.calls(query(null, null, null, null, null, "207")));
        list(table, "calls of a person who left", () -> ledger.calls(query(null, null, null, null, null, "299")));
        list(table, "calls of a class", () -> ledger.calls(query(null, null, null, null, "client", null)));
        list(table, "calls refused", () -> ledger.calls(query(null, null, null, "refused", null, null)));
        list(table, "calls of a number", () -> ledger.calls(query(null, null, "+380670012345", null, null, null)));
        list(table, "calls of a number, its end", () -> ledger.calls(query(null, null, "0012345", null, null, null)));
        list(table, "promises owed", () -> ledger.promises("owed", 50, null));
        list(table, "promises kept", () -> ledger.promises("kept", 50, null));
        list(table, "balance of a day", () -> ledger.balance(NOW.minus(Duration.ofDays(1)), NOW, NOW));
        list(table, "balance of a month", () -> ledger.balance(NOW.minus(Duration.ofDays(30)), NOW, NOW));
        list(table, "last talk with a stranger", () -> ledger.lastTalk(null, "+380999999999"));
        opening(table, store, folder);
        table.print();
    }

    private void list(Table table, String what, Runnable question) {
        question.run();
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            long before = clock.nanos();
            question.run();
            millis.add((clock.nanos() - before) / 1e6);
        }
        table.row(what + ", p95", List.of(Table.percentile(millis, 95)), "ms", 100);
    }

    private void opening(Table table, Store store, Path folder) throws IOException {
        List<Double> opened = new ArrayList<>();
        List<Double> forced = new ArrayList<>();
        Path file = folder.resolve("reference");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < OPENED; i++) {
                long before = clock.nanos();
                store.ledger()
                        .open(new CallOpened(
                                store.ids().next(),
                                NOW,
                                Direction.IN,
                                "fxo:1",
                                null,
                                "+380670012345",
                                null,
                                false,
                                null));
                opened.add((clock.nanos() - before) / 1e6);
                before = clock.nanos();
                channel.write(ByteBuffer.allocate(4096), i * 4096L);
                channel.force(false);
                forced.add((clock.nanos() - before) / 1e6);
            }
        }
        Files.delete(file);
        table.row("a call opened, p99 of " + OPENED, List.of(Table.percentile(opened, 99)), "ms", 15);
        table.row("  median", List.of(Table.percentile(opened, 50)), "ms", Double.NaN);
        table.row("4 KB forced to disk (reference), p99", List.of(Table.percentile(forced, 99)), "ms", Double.NaN);
    }

    private static CallQuery query(
            @Nullable Instant to,
            @Nullable String line,
            @Nullable String caller,
            @Nullable String outcome,
            @Nullable String callerClass,
            @Nullable String person) {
        return new CallQuery(null, to, line, caller, outcome, callerClass, person, 50, null);
    }

    private static void fill(Path database) throws SQLException {
        Random random = new Random(1);
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            List<String> indexes = withoutIndexes(db);
            db.setAutoCommit(false);
            try (PreparedStatement call =
                            db.prepareStatement("INSERT INTO calls (id, started_at, ended_at, direction, via,"
                                    + " called, caller_number, hidden, class, outcome, settled, answered_by, wait_s, talk_s, boot_id)"
                                    + " VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, 1, ?, 8, 90, 'b')");
                    PreparedStatement event =
                            db.prepareStatement("INSERT INTO call_events VALUES (?, 0, ?, 'script front')");
                    PreparedStatement stage = db.prepareStatement(
                            "INSERT INTO call_stages VALUES (?, 0, 'team care', '201 202', '', 8, 'answered')")) {
                for (int i = 0; i < CALLS; i++) {
                    call(call, i, random);
                    event.setString(1, id(i));
                    event.setLong(2, at(i));
                    event.addBatch();
                    stage.setString(1, id(i));
                    stage.addBatch();
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
            promises(db);
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
                        + " AND sql IS NOT NULL AND tbl_name IN ('calls', 'promises')")) {
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

    private static void call(PreparedStatement call, int i, Random random) throws SQLException {
        boolean out = i % 5 == 0;
        boolean talked = i % 8 != 1;
        String outcome = talked ? "talked" : i % 400 == 1 ? "refused" : "gaveUp";
        String person = i < 100 ? "299" : Integer.toString(201 + random.nextInt(20));
        String number = "+38067%07d".formatted(random.nextInt(40_000));
        call.setString(1, id(i));
        call.setLong(2, at(i));
        call.setLong(3, at(i) + 100_000);
        call.setString(4, out ? "out" : "in");
        call.setString(5, out ? person : "fxo:" + (1 + i % 8));
        call.setString(6, out ? number : "+380441230001");
        call.setString(7, number);
        call.setString(8, i % 3 == 0 ? "client" : null);
        call.setString(9, out ? "talked" : outcome);
        call.setString(10, talked || out ? person : null);
        call.addBatch();
    }

    private static void promises(Connection db) throws SQLException {
        try (PreparedStatement promise = db.prepareStatement(
                        "INSERT INTO promises (id, call_id, number, owner, made_at,"
                                + " due_at, overdue_at, state, how, late, attempts) VALUES (?, ?, ?, '201', ?, ?, ?, ?, ?, 0, 0)");
                PreparedStatement covered = db.prepareStatement("UPDATE calls SET promise_id = ? WHERE id = ?")) {
            for (int n = 0; n < PROMISES; n++) {
                int i = n * 8 + 1;
                boolean owed = n > PROMISES - 60;
                promise.setString(1, "p" + id(i));
                promise.setString(2, id(i));
                promise.setString(3, "+38067%07d".formatted(n));
                promise.setLong(4, at(i));
                promise.setLong(5, at(i));
                promise.setLong(6, at(i) + 3_600_000);
                promise.setString(7, owed ? "open" : "kept");
                promise.setString(8, owed ? null : "talk");
                promise.addBatch();
                covered.setString(1, "p" + id(i));
                covered.setString(2, id(i));
                covered.addBatch();
            }
            promise.executeBatch();
            covered.executeBatch();
        }
    }

    private static String id(int i) {
        return "%028x".formatted(i);
    }

    private static long at(int i) {
        return NOW.toEpochMilli() - YEARS + (long) (YEARS * (i / (double) CALLS));
    }
}
