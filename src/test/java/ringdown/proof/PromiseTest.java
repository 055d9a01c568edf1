package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** A promise ends when they have talked or somebody says how; overdue it is broken and still owed. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the box of PromiseTest")
class PromiseTest {
    private static Box box;

    @BeforeAll
    static void start() {
        box = Box.running(Office.ofTheContract().withoutGreetings(), "2026-11-23T10:00:00+02:00");
        box.line(1).clear();
        box.line(2).clear();
    }

    @AfterAll
    static void stop() {
        box.close();
    }

    private static JsonNode gaveUp(Line line, String number) {
        line.rings(number, "etsi-before-ring").is("ringing");
        Until.holds("written", () -> box.callsOf(number), c -> !c.isEmpty());
        line.hangsUp().isFree();
        return Until.holds("the promise", () -> box.promises(number, "open"), p -> p.size() == 1)
                .getFirst();
    }

    @Test
    void aCallBackFromThePageRingsTheOwnerThenTheNumberAndKeepsThePromise() {
        String number = "+380671310001";
        JsonNode promise = gaveUp(box.line(1), number);
        String path = "/api/promises/" + promise.path("id").asString();
        box.line(1).behaves(Map.of("answers", Map.of("afterMs", 800)));
        box.line(2).behaves(Map.of("answers", Map.of("afterMs", 800)));
        try (Phone olena = Phone.registers(box, "201", "PCMA", Speech.LONG_A)) {
            box.api().post(path + "/call", Map.of("from", 201));
            olena.isRung();
            assertThat(box.api().postStatus(path + "/call", Map.of("from", 202)))
                    .as("who is called back by one is not called by another at the same time")
                    .isEqualTo(409);
            assertThat(box.line(1).state()).isEqualTo("idle");
            olena.answers();
            Line line = talking();
            assertThat(line.dialled()).endsWith("671310001");
            short[] said = Speech.of(Speech.LONG_B, 8);
            line.says(said).says(said).says(said).listens(22.5);
            line.hangsUp();
            olena.isHungUp();
            line.isFree();
        }
        JsonNode kept = Until.holds(
                "kept",
                () -> box.api().get(path),
                p -> p.path("state").asString().equals("kept"));
        assertThat(kept.path("closedBy").asString()).isEqualTo("201");
        assertThat(kept.path("late").asBoolean()).isFalse();
        assertThat(kept.path("attempts").asInt()).isGreaterThanOrEqualTo(1);
    }

    private static Line talking() {
        int n = Until.holds(
                "a line talks",
                () -> box.line(1).state().equals("talking")
                        ? 1
                        : box.line(2).state().equals("talking") ? 2 : 0,
                i -> i > 0);
        return box.line(n);
    }

    @Test
    void aPromiseIsClosedByAStatementAndPostponed() {
        JsonNode promise = gaveUp(box.line(2), "+380671310002");
        String path = "/api/promises/" + promise.path("id").asString();
        JsonNode later =
                box.api().post(path + "/postpone", Map.of("to", "2026-11-25T12:00:00+02:00", "askedBy", "client"));
        assertThat(later.path("dueAt").asString()).isEqualTo("2026-11-25T12:00:00+02:00");
        assertThat(box.api().postStatus(path + "/close", Map.of("how", "magic")))
                .isEqualTo(400);
        JsonNode closed = box.api().post(path + "/close", Map.of("how", "wrongNumber", "note", "a dentist in Lviv"));
        assertThat(closed.path("state").asString()).isEqualTo("closed");
        assertThat(closed.path("reason").asString()).isEqualTo("a dentist in Lviv");
        JsonNode other = gaveUp(box.line(2), "+380671310003");
        JsonNode kept = box.api().post("/api/promises/" + other.path("id").asString() + "/close", Map.of("how", "sms"));
        assertThat(kept.path("state").asString()).isEqualTo("kept");
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
    }

    @Test
    void aRepeatedCallJoinsThePromiseAndATalkOfTwentySecondsKeepsIt() {
        String number = "+380671310004";
        Line line = box.line(2);
        JsonNode promise = gaveUp(line, number);
        line.rings(number, "etsi-before-ring").is("ringing");
        Until.holds("written", () -> box.callsOf(number), c -> c.size() == 2);
        line.hangsUp().isFree();
        String path = "/api/promises/" + promise.path("id").asString();
        Until.holds("joined", () -> box.api().get(path).path("calls").size(), n -> n == 2);
        Handset maria = box.telephone(2);
        Handset ivan = box.telephone(1);
        ivan.isQuiet();
        line.rings(number, "etsi-before-ring");
        ivan.isRung().lifts();
        line.isAnswered();
        short[] said = Speech.of(Speech.LONG_B, 11);
        line.says(said).says(said);
        ivan.says(Speech.of(Speech.LONG_A, 11)).says(said);
        line.listens(22.5).hangsUp();
        ivan.hangsUp();
        maria.hangsUp();
        JsonNode kept = Until.holds(
                "kept",
                () -> box.api().get(path),
                p -> p.path("state").asString().equals("kept"));
        assertThat(kept.path("how").asString()).isEqualTo("talk");
        assertThat(box.promises(number, "all")).hasSize(1);
    }
}
