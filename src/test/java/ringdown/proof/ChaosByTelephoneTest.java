package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/**
 * Some hundred calls through exchange, trunk and telephones, everybody hanging up at random, and the box killed with -9 in between: each
 * call of which the box had said that it rings stands in the ledger once, who was not served is owed one call, both lines add up.
 */
@Execution(ExecutionMode.CONCURRENT)
class ChaosByTelephoneTest {
    private static final int CALLS = 100;
    private static final int KILLS = 3;
    private static final List<String> OWING = List.of("gaveUp", "message", "interrupted");

    private final long seed = Long.getLong("proof.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void noCallIsLostAndNoPromiseDoubledWhoeverHangsUpAndHoweverOftenTheBoxDies() {
        System.err.println("ChaosByTelephoneTest: -Dproof.seed=" + seed);
        Office office = office();
        List<SwiftPhone> phones = new ArrayList<>();
        try (Trunk provider = Trunk.of(office, "provider");
                Box box = Box.running(office, "2026-11-23T10:00:00+02:00")) {
            provider.serves(box);
            for (String extension : List.of("201", "202", "204")) {
                phones.add(SwiftPhone.registers(box, extension));
            }
            StormOfCalls storm = new StormOfCalls(box, provider, phones);
            for (int kill = 1; kill <= KILLS; kill++) {
                int enough = 55 * kill;
                storm.rages(random.nextLong(), CALLS, () -> {
                    made(storm, enough);
                    LockSupport.parkNanos(1_000_000L * random.nextInt(2000));
                    box.dies();
                });
                box.again("2026-11-23T1%d:00:00+02:00".formatted(kill));
                provider.serves(box);
                phones.forEach(SwiftPhone::register);
            }
            storm.rages(random.nextLong(), CALLS, () -> made(storm, 220));
            Until.holds("no call is open", () -> box.balance().path("open").asInt(), open -> open == 0);
            assertThat(storm.made()).as("calls made").isGreaterThan(200);
            addsUp(box, storm);
        } finally {
            phones.forEach(SwiftPhone::close);
        }
    }

    /** By their number, not by the time: a busy machine makes fewer of them in the same time. */
    private static void made(StormOfCalls storm, int calls) {
        Until.holds(calls + " calls are made", Duration.ofMinutes(5), storm::made, made -> made >= calls);
    }

    private static Office office() {
        return Office.ofTheContract()
                .stages("3s")
                .without("  - {date: 2026-12-31")
                .with(
                        "teams:\n",
                        "  - {extension: 204, name: Петро Гнатюк, phones: [sip], secret: s3cret-204}\nteams:\n")
                .with("members: [201, 202], head: 203", "members: [201, 202, 204], head: 203")
                .with("numbers: [\"+380441230003\"]", "numbers: [\"+380441230003\", \"+380441230004\"]");
    }

    private void addsUp(Box box, StormOfCalls storm) {
        List<JsonNode> calls = box.api().list("/api/calls").stream()
                .filter(call -> call.path("direction").asString().equals("in"))
                .toList();
        for (String number : storm.numbers()) {
            long written = calls.stream()
                    .filter(call -> number.equals(call.path("callerNumber").asString(null)))
                    .count();
            assertThat(written).as("%s, seed %d", number, seed).isBetween((long) storm.reached(number), (long)
                    storm.made(number));
        }
        calls.forEach(call -> owesOnce(box, call));
        List<JsonNode> owed = box.api().list("/api/promises?state=owed");
        assertThat(owed.stream()
                        .filter(p ->
                                p.path("number").isString() && p.path("contact").isNull())
                        .map(p -> p.path("number").asString()))
                .as("one promise a number, seed %d", seed)
                .doesNotHaveDuplicates();
        JsonNode balance = box.balance();
        JsonNode promises = balance.path("promises");
        assertThat(balance.path("balanced").asBoolean())
                .as("%s, seed %d", balance, seed)
                .isTrue();
        assertThat(balance.path("in").asInt()).isEqualTo(calls.size());
        assertThat(promises.path("waiting").asInt() + promises.path("overdue").asInt())
                .isEqualTo(owed.size());
    }

    private void owesOnce(Box box, JsonNode call) {
        String outcome = call.path("outcome").asString();
        assertThat(outcome).as("%s, seed %d", call, seed).isIn("talked", "message", "gaveUp", "interrupted");
        boolean owing = OWING.contains(outcome) || !call.path("settled").asBoolean(true);
        assertThat(!owing || call.path("promiseId").isString())
                .as("%s, seed %d", call, seed)
                .isTrue();
        if (call.path("promiseId").isString()) {
            JsonNode promise =
                    box.api().get("/api/promises/" + call.path("promiseId").asString());
            assertThat(promise.path("calls").values())
                    .as("%s, seed %d", promise, seed)
                    .extracting(JsonNode::asString)
                    .containsOnlyOnce(call.path("id").asString());
        }
    }
}
