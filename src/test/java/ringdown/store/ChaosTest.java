package ringdown.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ringdown.ledger.Balance;
import ringdown.ledger.CallEntry;
import ringdown.ledger.CallQuery;
import ringdown.ledger.Direction;
import ringdown.ledger.Promise;

/**
 * Two thousand calls in fast motion, in a real second process that is killed with -9 at random moments. What the ledger had acknowledged
 * is there afterwards, every caller who reached nobody is owed one call, and both lines of the balance add up.
 */
class ChaosTest {
    private static final int CALLS = 2000;
    /** Lines that a process may say before it is killed, though we are slow to do it: else few kills would do for all calls. */
    private static final int AHEAD = 200;

    @TempDir
    Path dir;

    private final Random random = new Random(20261122);
    private final Set<String> opened = new HashSet<>();
    private final Map<String, String> ended = new HashMap<>();
    private final Map<String, String> promised = new HashMap<>();
    private Instant now = Box.MONDAY;
    private int kills;

    @Test
    @Timeout(900)
    void nothingIsLostAndNothingDoubledHoweverOftenTheBoxDies() throws Exception {
        while (opened.size() < CALLS) {
            storm(CALLS - opened.size());
        }
        assertThat(kills).isGreaterThan(5);
        try (Box box = Box.ready(dir, now.plusSeconds(600))) {
            Map<String, CallEntry> calls = all(box);
            assertThat(calls.keySet()).containsAll(opened);
            ended.forEach((id, outcome) -> assertThat(
                            Objects.requireNonNull(calls.get(id)).outcome().name())
                    .as(id)
                    .isEqualTo(outcome));
            promised.forEach((call, promise) -> assertThat(box.ledger.promiseById(promise))
                    .as("promised in %s", call)
                    .isPresent());
            calls.values().forEach(call -> owesOnce(box, call));
            balances(box, calls);
        }
    }

    /** Lets it rain, and pulls the plug after a random number of lines; the last time it may end by itself. */
    private void storm(int calls) throws Exception {
        int patience = 300 + random.nextInt(700);
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Storm.class.getName(),
                        dir.toString(),
                        Long.toString(random.nextLong()),
                        now.plusSeconds(60).toString(),
                        Integer.toString(calls),
                        Integer.toString(patience + AHEAD))
                .redirectError(dir.resolve("storm.log").toFile())
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            assertThat(line).as(Files.readString(dir.resolve("storm.log"))).isEqualTo("ready");
            for (int lines = 0; line != null; line = out.readLine()) {
                take(line.split(" "));
                if (++lines == patience) {
                    process.toHandle().destroyForcibly(); // what it has said is still read to the end
                    kills++;
                }
            }
        }
        process.waitFor();
    }

    private void take(String[] words) {
        switch (words[0]) {
            case "opened" -> opened.add(words[1]);
            case "closed" -> ended.put(words[1], words[2]);
            case "promised" -> promised.put(words[1], words[2]);
            case "now" -> now = Instant.parse(words[1]);
            default -> assertThat(words[0]).isIn("ready", "over", "settled");
        }
    }

    private static Map<String, CallEntry> all(Box box) {
        Map<String, CallEntry> all = new HashMap<>();
        String after = null;
        do {
            var page = box.ledger.calls(query(after));
            page.items().forEach(call -> all.put(call.id(), call));
            after = page.next();
        } while (after != null);
        return all;
    }

    private static CallQuery query(@Nullable String after) {
        return new CallQuery(null, null, null, null, null, null, null, 500, after);
    }

    private static void owesOnce(Box box, CallEntry call) {
        assertThat(call.outcome().open()).as("%s is over", call.id()).isFalse();
        boolean owing = switch (call.outcome()) {
            case MESSAGE, GAVE_UP, INTERRUPTED -> call.direction() == Direction.IN;
            case TALKED -> call.direction() == Direction.IN && Boolean.FALSE.equals(call.settled());
            case RINGING, TALKING, REFUSED, NOT_ANSWERED, BUSY, FAILED -> false;
        };
        String promise = call.promiseId();
        assertThat(!owing || promise != null).as("%s", call).isTrue();
        if (promise != null) {
            assertThat(box.ledger.promiseById(promise).orElseThrow().calls()).contains(call.id());
        }
    }

    private static void balances(Box box, Map<String, CallEntry> calls) {
        Balance balance = box.ledger.balance(Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z"), box.clock.now());
        assertThat(balance.balanced()).as("%s", balance).isTrue();
        assertThat(balance.open()).isZero();
        assertThat(balance.in()).isEqualTo((int) calls.values().stream()
                .filter(call -> call.direction() == Direction.IN)
                .count());
        var owed = box.ledger.promises("owed", 500, null).items();
        assertThat(balance.promises().waiting() + balance.promises().overdue()).isEqualTo(owed.size());
        assertThat(owed.stream()
                        .filter(p -> p.number() != null || p.contactId() != null)
                        .map(ChaosTest::party))
                .doesNotHaveDuplicates();
    }

    private static String party(Promise promise) {
        return promise.contactId() == null ? String.valueOf(promise.number()) : promise.contactId();
    }
}
