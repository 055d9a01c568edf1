package ringdown.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ringdown.clock.BoxClock;
import ringdown.clock.OfficeClock;
import ringdown.ledger.CallOpened;
import ringdown.ledger.Direction;
import ringdown.ledger.Ledger;
import ringdown.notice.Alarms;
import ringdown.notice.Notices;
import ringdown.store.Store;
import ringdown.store.StoreFault;

/**
 * Five years of ledger, a million calls: every list the page shows, asked over the web; what routing asks of the ledger; and opening a call,
 * with a write of four kilobytes to the same disk, forced, as the reference.
 */
record LedgerBench(OfficeClock clock) {
    private static final int RUNS = 60;
    private static final int OPENED = 500;
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    void run(Launch launch) throws IOException {
        Path folder = Exchange.folder();
        try {
            launch.box(folder, OFFICE, NOW).close();
            long before = clock.nanos();
            new LedgerFill(NOW).fill(folder.resolve("state/ringdown.db"));
            System.out.printf("filled in %.0f s%n", (clock.nanos() - before) / 1e9);
            store(folder.resolve("state"));
            web(launch, folder);
        } catch (StoreFault | SQLException fault) {
            throw new IOException(fault);
        } finally {
            Exchange.delete(folder);
        }
    }

    private void web(Launch launch, Path folder) throws IOException {
        Table table = new Table("ledger over the web: %,d calls in five years, %,d promises; p95 of 60 answers each"
                .formatted(LedgerFill.CALLS, LedgerFill.PROMISES));
        try (Box box = launch.box(folder, OFFICE, NOW);
                WebLists lists = WebLists.of(box, clock)) {
            table.row("ready with them", List.of(box.secondsToReady), "s", 3);
            lists.measure(table, NOW);
            table.row("resident after all of it", List.of(box.megabytes("VmRSS")), "MB", Double.NaN);
        }
        table.print();
    }

    private void store(Path state) throws IOException, StoreFault {
        Table table = new Table("ledger as the routing asks it: %,d calls".formatted(LedgerFill.CALLS));
        try (BoxClock wall = new BoxClock(() -> true, NOW);
                Notices notices = new Notices();
                Store store = Store.open(state, wall, notices, new Alarms(notices))) {
            Ledger ledger = store.ledger();
            String number = LedgerFill.number(20_000);
            ask(table, "last talk with a stranger", () -> ledger.lastTalk(null, "+380999999999"));
            ask(table, "last talk with who has no name", () -> ledger.lastTalk(null, number));
            ask(table, "last talk with a contact", () -> ledger.lastTalk("c000077", number));
            opening(table, store, state);
        }
        table.print();
    }

    private void ask(Table table, String what, Runnable question) {
        question.run();
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            long before = clock.nanos();
            question.run();
            millis.add((clock.nanos() - before) / 1e6);
        }
        table.row(what + ", p95 of " + RUNS, List.of(Table.percentile(millis, 95)), "ms", Double.NaN);
    }

    private void opening(Table table, Store store, Path folder) throws IOException {
        List<Double> opened = new ArrayList<>();
        List<Double> forced = new ArrayList<>();
        Path file = folder.resolve("reference");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < OPENED; i++) {
                long before = clock.nanos();
                store.ledger().open(call(store.ids().next()));
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

    private static CallOpened call(String id) {
        return new CallOpened(id, NOW, Direction.IN, "fxo:1", null, LedgerFill.number(77), null, false, null);
    }

    private static final String OFFICE = office();

    private static String office() {
        StringBuilder yaml = new StringBuilder("""
                office: {name: Bench, country: UA, language: en, timeZone: Europe/Kyiv}
                accounts:
                  - {name: installer, role: installer, password: bench-Pass-2231}
                hours: {week: {mon-sun: "00:00-24:00"}}
                voicemail: {keep: 3650d}
                teams:
                  - {name: care, members: [201, 202], head: 203}
                  - {name: sales, members: [204, 205], head: 203}
                classes:
                  - {name: client, key: 1, team: care}
                  - {name: prospect, key: 2, team: sales}
                  - {name: partner, key: 3, team: sales}
                scripts:
                  front: {stages: [{ring: team care, for: 15s}, {ring: head, for: 15s}], otherwise: message}
                targets: {answeredIn20s: 90%, lost: 2%, reachedHead: 3%, promisesInTime: 98%, firstCallSolved: 80%, rating: 4.7}
                trial: {from: 2026-11-02, to: 2026-12-20, responsible: 203}
                people:
                """);
        for (int person = 201; person < 221; person++) {
            yaml.append("  - {extension: %d, name: Person %d, phones: [sip], secret: pw%d}%n"
                    .formatted(person, person, person));
        }
        yaml.append("lines:\n");
        for (int line = 1; line <= 8; line++) {
            yaml.append("  - {port: \"fxo:%d\", number: \"+38044123000%d\", purpose: line %d, script: front}%n"
                    .formatted(line, line, line));
        }
        return yaml.toString();
    }
}
