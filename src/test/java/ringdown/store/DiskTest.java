package ringdown.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ringdown.Patience;
import ringdown.clock.BoxClock;
import ringdown.ledger.CallEntry;

/** A disk that is slow, and one that is really full (a small file system in memory, where this machine lets us mount one). */
@Timeout(300)
class DiskTest {
    @TempDir
    Path dir;

    @Test
    void noCallWaitsLongerForTheDiskThanThreeHundredMilliseconds() throws Exception {
        BoxClock clock = new BoxClock(() -> true, Box.MONDAY);
        CountedWaits seen = new CountedWaits(clock);
        try (Box box = new Box(dir, clock, seen)) {
            box.written();
            String call;
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("ringdown.db"));
                    var statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                seen.waits().clear();
                call = box.rings(Box.LILY);
                box.ledger.promise(call, Box.draft(Box.LILY, null, box.clock.now()));
                box.gaveUp(call, Box.LILY);
                assertThat(seen.waits())
                        .as("the first verb waits its 300 ms, the others not at all")
                        .hasSizeLessThanOrEqualTo(1);
                assertThat(seen.waits().values()).allMatch(wait -> wait.compareTo(Duration.ofMillis(300)) <= 0);
                await(() -> alarm(box, "writtenLate"));
                assertThat(box.ledger.calls(Queries.all()).items()).isEmpty();
                assertThat(box.ledger.owed(null, Box.LILY)).isPresent();
                statement.execute("ROLLBACK");
            }
            await(() -> !alarm(box, "writtenLate"));
            CallEntry entry = box.ledger.call(call).orElseThrow();
            assertThat(entry.promiseId()).isNotNull();
            assertThat(entry.events()).anyMatch(e -> e.what().equals("writtenLate"));
            assertThat(box.ledger
                            .balance(Instant.EPOCH, box.clock.now().plusSeconds(1), box.clock.now())
                            .promised())
                    .isEqualTo(1);
        }
    }

    @Test
    void aFullDiskStopsNoCallAndLosesNoEntry() throws Exception {
        Path small = dir.resolve("small");
        Files.createDirectories(small);
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", small.toString()), "may not mount here");
        try {
            fullDisk(small);
        } finally {
            run("umount", small.toString());
        }
    }

    private static void fullDisk(Path small) throws Exception {
        int calls = 300;
        BoxClock clock = new BoxClock(() -> true, Box.MONDAY);
        Box box = new Box(small, clock, clock);
        await(() -> small.resolve("reserve").toFile().length() == 4 * 1024 * 1024);
        Path recording = small.resolve("recordings/old.wav");
        Files.write(recording, new byte[1024 * 1024]);
        fill(small.resolve("foreign"));
        for (int i = 0; i < calls; i++) {
            String call = box.rings("+3805011" + (10_000 + i));
            box.ledger.event(call, box.clock.now(), "x".repeat(30_000));
            box.gaveUp(call, "+3805011" + (10_000 + i));
        }
        await(() -> alarm(box, "diskFull"));
        await(() -> !Files.exists(recording));
        assertThat(box.ledger.nextOverdue()).isPresent();
        Files.delete(small.resolve("foreign"));
        run("mount", "-o", "remount,size=80m", small.toString());
        await(() -> !alarm(box, "diskFull"));
        var balance = box.ledger.balance(Instant.EPOCH, box.clock.now().plusSeconds(1), box.clock.now());
        assertThat(balance.promised()).isEqualTo(calls);
        assertThat(balance.balanced()).isTrue();
        box.close();
    }

    private static void fill(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(new byte[4096]);
            }
        } catch (IOException full) {
            assertThat(full).isNotNull();
        }
    }

    private static boolean alarm(Box box, String what) {
        return box.alarms.list(true).stream().anyMatch(alarm -> alarm.what().equals(what));
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }

    private static void await(BooleanSupplier condition) {
        Patience.until("the disk is well or unwell", condition);
    }
}
