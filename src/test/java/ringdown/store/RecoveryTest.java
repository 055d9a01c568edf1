package ringdown.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringdown.ledger.CallEntry;
import ringdown.ledger.DeafTime;
import ringdown.ledger.Direction;
import ringdown.ledger.Outcome;
import ringdown.ledger.Promise;
import ringdown.ledger.PromiseDraft;

/** What a start finds after a box has ended: as if by the plug, by copying its folder while it runs; or in order. */
class RecoveryTest {
    @TempDir
    Path dir;

    private Path before;
    private Path after;

    @org.junit.jupiter.api.BeforeEach
    void folders() {
        before = dir.resolve("before");
        after = dir.resolve("after");
    }

    @Test
    void aCallInThatWasOpenIsInterruptedWithAPromise() throws Exception {
        try (Box box = Box.ready(before, Box.MONDAY)) {
            box.rings(Box.LILY);
            String talking = box.rings("+380671112233");
            box.ledger.talking(talking, box.clock.now(), "201");
            box.rings(Direction.OUT, "201", "+380931234567");
            box.rings(Direction.INTERNAL, "201", "202");
            pullThePlug();
        }
        try (Box box = new Box(after, Box.MONDAY.plusSeconds(60))) {
            List<CallEntry> interrupted = box.recover();
            box.store.ready();
            assertThat(interrupted).hasSize(2).allMatch(c -> c.outcome() == Outcome.INTERRUPTED);
            assertThat(box.ledger.promises("open", 50, null).items()).hasSize(2);
            assertThat(box.ledger.live()).isEmpty();
            var balance = box.ledger.balance(Instant.EPOCH, box.clock.now(), box.clock.now());
            assertThat(balance.promised()).isEqualTo(2);
            assertThat(balance.open()).isZero();
            assertThat(balance.balanced()).isTrue();
        }
    }

    @Test
    void aPromiseThatWasBeingSpokenStandsWithTheSameMoment() throws Exception {
        Instant due = Box.MONDAY.plus(Duration.ofDays(1));
        Promise spoken;
        try (Box box = Box.ready(before, Box.MONDAY)) {
            String call = box.rings(Box.LILY);
            spoken = box.ledger.promise(
                    call,
                    new PromiseDraft(
                            Box.LILY, null, "201", box.clock.now(), due, due.plusSeconds(3600), "завтра з дев'ятої"));
            pullThePlug();
        }
        try (Box box = new Box(after, Box.MONDAY.plusSeconds(60))) {
            box.recover();
            assertThat(box.ledger.promises("owed", 50, null).items()).containsExactly(spoken);
        }
    }

    @Test
    void aSecondStartFindsNothingMoreToDo() throws Exception {
        try (Box box = Box.ready(before, Box.MONDAY)) {
            box.rings(Box.LILY);
            pullThePlug();
        }
        try (Box box = Box.ready(after, Box.MONDAY.plusSeconds(60))) {
            assertThat(box.ledger.live()).isEmpty();
        }
        try (Box box = new Box(after, Box.MONDAY.plusSeconds(90))) {
            assertThat(box.recover()).isEmpty();
            assertThat(box.ledger.promises("all", 50, null).items()).hasSize(1);
        }
    }

    @Test
    void deafTimeRunsFromTheLastEvidenceToReady() throws Exception {
        Instant evidence;
        try (Box box = Box.ready(before, Box.MONDAY)) {
            assertThat(box.ledger.deaf(Instant.EPOCH, Box.MONDAY.plus(Duration.ofDays(9))))
                    .isEmpty();
            box.gaveUp(box.rings(Box.LILY), Box.LILY);
            evidence = box.clock.now();
            pullThePlug();
        }
        try (Box box = Box.ready(after, Box.MONDAY.plusSeconds(600))) {
            List<DeafTime> deaf = box.ledger.deaf(Instant.EPOCH, Box.MONDAY.plus(Duration.ofDays(9)));
            assertThat(deaf).singleElement().satisfies(d -> {
                assertThat(d.cause()).isEqualTo(DeafTime.Cause.POWER_LOSS);
                assertThat(d.from()).isBetween(evidence.minusMillis(500), evidence.plusMillis(1));
                assertThat(d.to()).isBetween(Box.MONDAY.plusSeconds(599), Box.MONDAY.plusSeconds(605));
            });
        }
    }

    @Test
    void anOrderlyStopIsNamedSo() throws Exception {
        Box.ready(before, Box.MONDAY).close();
        try (Box box = Box.ready(before, Box.MONDAY.plusSeconds(600))) {
            assertThat(box.ledger.deaf(Instant.EPOCH, box.clock.now().plusSeconds(1)))
                    .singleElement()
                    .matches(d -> d.cause() == DeafTime.Cause.STOPPED && d.via().equals("fxo:1"));
            var balance =
                    box.ledger.balance(Box.MONDAY.minusSeconds(60), Box.MONDAY.plusSeconds(3600), box.clock.now());
            assertThat(balance.deafSeconds()).isBetween(598.0, 602.0);
        }
    }

    @Test
    void aStartThatNeverGotReadyDoesNotHideTheDeafTime() throws Exception {
        Box.ready(before, Box.MONDAY).close();
        try (Box box = new Box(before, Box.MONDAY.plusSeconds(300))) {
            box.recover();
        }
        try (Box box = Box.ready(before, Box.MONDAY.plusSeconds(600))) {
            var balance =
                    box.ledger.balance(Box.MONDAY.minusSeconds(60), Box.MONDAY.plusSeconds(3600), box.clock.now());
            assertThat(balance.deafSeconds()).isBetween(598.0, 602.0);
        }
    }

    @Test
    void movingTheClockIsNeverDeafTime() throws Exception {
        try (Box box = Box.ready(before, Box.MONDAY)) {
            box.clock.moveTo(Box.MONDAY.plus(Duration.ofDays(3)));
            box.store.clockMoved();
            pullThePlug();
        }
        Instant start = Box.MONDAY.plus(Duration.ofDays(3)).plusSeconds(5);
        try (Box box = Box.ready(after, start)) {
            var balance = box.ledger.balance(Box.MONDAY, start.plusSeconds(60), box.clock.now());
            assertThat(balance.deafSeconds()).isLessThan(8);
        }
    }

    @Test
    void theNewestRecordIsKnownToWhoeverChoosesTheClock() throws Exception {
        try (Box box = Box.ready(before, Box.MONDAY)) {
            assertThat(box.store.newestRecord()).isEmpty();
            box.gaveUp(box.rings(Box.LILY), Box.LILY);
        }
        try (Box box = new Box(before, Box.MONDAY.plusSeconds(600))) {
            assertThat(box.store.newestRecord().orElseThrow()).isBetween(Box.MONDAY, Box.MONDAY.plusSeconds(30));
        }
    }

    @Test
    void aCutLineIsDeafUntilItIsHeardAgain() throws Exception {
        try (Box box = Box.ready(before, Box.MONDAY)) {
            box.ledger.deafSince("fxo:1", Box.MONDAY, DeafTime.Cause.CUT, "no battery");
            box.ledger.deafSince("fxo:1", Box.MONDAY.plusSeconds(1), DeafTime.Cause.CUT, "no battery");
            box.ledger.heardAgain("fxo:1", Box.MONDAY.plusSeconds(20));
            box.ledger.heardAgain("fxo:1", Box.MONDAY.plusSeconds(30));
            var balance = box.ledger.balance(Box.MONDAY, Box.MONDAY.plusSeconds(3600), Box.MONDAY.plusSeconds(3600));
            assertThat(balance.deafSeconds()).isEqualTo(20);
        }
    }

    /** Copies the files as they stand, which is what a disk holds when the power goes. */
    private void pullThePlug() throws IOException {
        try (Stream<Path> files = Files.walk(before)) {
            for (Path file : files.toList()) {
                Path copy = after.resolve(before.relativize(file).toString());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
