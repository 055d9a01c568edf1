package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Calls that go out on a line: dialled digits, busy, no answer, and how the far end's hanging up is noticed. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the box of OutgoingCallsTest")
class OutgoingCallsTest {
    private static Box box;

    @BeforeAll
    static void start() {
        box = Box.running(Office.ofTheContract(), "2026-11-23T10:00:00+02:00");
        box.line(1).clear();
        box.line(2).clear();
    }

    @AfterEach
    void everybodyHangsUp() {
        box.telephone(1).hangsUp();
        box.telephone(2).hangsUp();
        box.line(1).hangsUp().isFree();
        box.line(2).hangsUp().isFree();
    }

    @AfterAll
    static void stop() {
        box.close();
    }

    private static Line lineThatIs(String state) {
        int n = Until.holds(
                "a line is " + state,
                () -> {
                    for (int i = 1; i <= 2; i++) {
                        if (box.line(i).state().equals(state)) {
                            return i;
                        }
                    }
                    return 0;
                },
                i -> i > 0);
        return box.line(n);
    }

    @Test
    void aSipTelephoneCallsOutAndBothHearEachOther() {
        everyLine(Map.of("answers", Map.of("afterMs", 1500)));
        try (Phone olena = Phone.registers(box, "201", "PCMA", Speech.LONG_A)) {
            olena.dials("0671270001").isTalking();
            Line line = lineThatIs("talking");
            assertThat(line.dialled()).isIn("0671270001", "380671270001", "00380671270001");
            short[] said = Speech.of(Speech.LONG_B, 10);
            line.fromNow().says(said).hears(4);
            olena.hears(5);
            assertThat(Hearing.alike(line.heard(), olena.said(), 2.5)).isGreaterThanOrEqualTo(0.97);
            assertThat(Hearing.alike(olena.heard(), said, 2.5)).isGreaterThanOrEqualTo(0.97);
            line.hangsUp("busyTone");
            olena.isHungUp();
            line.isFree();
            Until.holds(
                    "the call is written",
                    () -> newestOut("0671270001"),
                    c -> !c.path("endedAt").isNull());
        }
    }

    @Test
    void aReversalAndALoopBreakEndTheCallToo() {
        everyLine(Map.of("answers", Map.of("afterMs", 500)));
        endedBy("reversal", box.telephone(2));
        endedBy("loopBreak", box.telephone(1));
    }

    @Test
    void aLoopBreakEndsTheCallOfWhoAnsweredWithoutAWordToo() {
        everyLine(Map.of("answers", Map.of("afterMs", 2000)));
        try (Phone olena = Phone.registers(box, "201", "PCMA", Speech.LONG_A)) {
            olena.dials("0671270005");
            Line line = lineThatIs("talking");
            line.hangsUp("loopBreak");
            olena.isHungUp();
            line.isFree();
        }
    }

    private static void endedBy(String signal, Handset telephone) {
        telephone.dials("0671270002");
        Line line = lineThatIs("talking");
        telephone.fromNow();
        line.says(Speech.of(Speech.LONG_B, 3));
        telephone.hears(2);
        line.hangsUp(signal).isFree();
        telephone.hangsUp();
    }

    @Test
    void aBusyNumberIsToldToTheTelephone() {
        everyLine(Map.of("busy", true));
        try (Phone olena = Phone.registers(box, "201", "PCMU", Speech.LONG_A)) {
            olena.dials("0671270003").isHungUp();
            assertThat(olena.lastClosed()).contains("486");
        }
        lineThatIs("idle");
    }

    @Test
    void whoDoesNotAnswerIsGivenUpByTheCaller() {
        everyLine(Map.of("noAnswer", true));
        try (Phone olena = Phone.registers(box, "201", "PCMA", Speech.LONG_A)) {
            olena.dials("0671270004");
            Line line = lineThatIs("dialling");
            Until.holds("it has dialled", () -> line.dialled().endsWith("671270004"));
            olena.hangsUp().isHungUp();
            line.isFree();
            JsonNode call = Until.holds(
                    "the call has ended",
                    () -> newestOut("0671270004"),
                    c -> !c.path("endedAt").isNull());
            assertThat(call.path("outcome").asString()).isNotEqualTo("talked");
        }
    }

    private static void everyLine(Map<String, ?> behaviour) {
        box.line(1).behaves(behaviour);
        box.line(2).behaves(behaviour);
    }

    private static JsonNode newestOut(String number) {
        String end = number.substring(1);
        return box.api().list("/api/calls").stream()
                .filter(c -> c.path("direction").asString().equals("out"))
                .filter(c -> c.path("calledNumber").asString("").endsWith(end))
                .findFirst()
                .orElseThrow();
    }
}
