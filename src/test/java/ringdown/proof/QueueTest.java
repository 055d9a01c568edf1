package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** Three lines, one person: who waits, in which order, what is said, and who is called back in place of waiting (SITUATIONS 7, 16). */
@Execution(ExecutionMode.CONCURRENT)
class QueueTest {
    private static final String MONDAY = "2026-11-23T10:00:00+02:00";
    private static final String CLIENT = "+380501112233";
    private static final Office OFFICE = new Office("""
            office: {name: Romashka, country: UA, language: uk, timeZone: Europe/Kyiv}
            accounts:
              - {name: installer, role: installer, password: change-me-now}
            hours: {week: {mon-fri: "09:00-18:00"}}
            people:
              - {extension: 203, name: Марія Шевченко, phones: ["fxs:2"]}
            teams:
              - {name: desk, members: [203], head: 203}
            lines:
              - {port: "fxo:1", number: "+380441230001", script: front}
              - {port: "fxo:2", number: "+380441230002", script: front}
              - {port: "fxo:3", number: "+380441230003", script: front}
              - {port: "fxo:4", number: "+380441230004", script: short}
            contacts:
              - {name: Лілія, numbers: ["+380501112233"], class: client, manager: 203}
            classes:
              - {name: client, script: front}
            scripts:
              front:
                stages:
                  - {queue: team desk, for: 300s, say: [place, wait], every: 15s, callBackKey: 1}
                otherwise: message
              short:
                stages:
                  - {queue: team desk, for: 5s, say: [place]}
                otherwise: message
            """);

    /** The first caller talks to Maria. */
    private static Handset talking(Box box, Line line, String number) {
        Handset maria = box.telephone(2);
        line.rings(number);
        maria.isRung().lifts();
        talks(box, number);
        return maria;
    }

    private static void talks(Box box, String number) {
        Until.holds(
                number + " talks",
                () -> box.callsOf(number),
                calls -> !calls.isEmpty()
                        && calls.getFirst().path("outcome").asString().equals("talking"));
    }

    /** The newest call of that number, once its events say so. */
    private static JsonNode says(Box box, String number, String event) {
        return Until.holds(
                        number + ": " + event,
                        () -> box.callsOf(number),
                        calls -> !calls.isEmpty()
                                && events(box.call(calls.getFirst().path("id").asString())).stream()
                                        .anyMatch(what -> what.contains(event)))
                .getFirst();
    }

    private static List<String> events(JsonNode call) {
        return StreamSupport.stream(call.path("events").spliterator(), false)
                .map(event -> event.path("what").asString())
                .toList();
    }

    private static void laysDown(Box box, Handset maria, String number) {
        maria.hangsUp();
        box.endedCall(number);
    }

    @Test
    void twoCallersAndOnePersonAreServedByClassAndNobodyRingsTwice() {
        try (Box box = Box.running(OFFICE, MONDAY)) {
            Handset maria = talking(box, box.line(1).clear(), "+380671300001");
            Line stranger = box.line(2).clear();
            stranger.rings("+380671300002").isAnswered();
            says(box, "+380671300002", "Усі фахівці зараз розмовляють. Ваш дзвінок наступний.");
            Line client = box.line(3);
            client.rings(CLIENT).isAnswered();
            says(box, CLIENT, "Ваш дзвінок наступний.");
            stranger.fromNow();
            says(box, "+380671300002", "Ваш дзвінок другий у черзі.");
            stranger.listens(8);
            assertThat(Hearing.lively(stranger.heard())).as("words and music").isGreaterThan(4);
            laysDown(box, maria, "+380671300001");
            maria.isRung().lifts();
            talks(box, CLIENT);
            assertThat(box.callsOf("+380671300002").getFirst().path("outcome").asString())
                    .isEqualTo("ringing");
            laysDown(box, maria, CLIENT);
            maria.isRung().lifts();
            talks(box, "+380671300002");
            laysDown(box, maria, "+380671300002");
            JsonNode waited = box.endedCall("+380671300002");
            assertThat(waited.path("stages")).hasSize(1);
            assertThat(waited.path("stages").get(0).path("result").asString()).isEqualTo("answered");
            assertThat(waited.path("stages").get(0).path("seconds").asDouble()).isGreaterThan(10);
            // no talk has ended before the first words: a time is spoken only where one is known
            assertThat(events(box.call(waited.path("id").asString())).toString())
                    .doesNotContain("очікування");
            leavingTheQueueIsGivingUpAndItsTimeHasAnEnd(box, maria);
        }
    }

    /** SITUATIONS 14, and the board shows it red. */
    @Test
    void theThirdCallWithinTwoHoursGoesBeforeEveryClassInTheQueue() {
        String again = "+380671300021";
        try (Box box = Box.running(OFFICE, MONDAY)) {
            Handset maria = talking(box, box.line(1).clear(), "+380671300022");
            for (int call = 1; call <= 2; call++) {
                box.line(3).clear().rings(again).isAnswered();
                box.line(3).hangsUp().isFree();
                assertThat(box.endedCall(again).path("thirdCall").asBoolean()).isFalse();
            }
            box.line(2).clear().rings(CLIENT).isAnswered();
            says(box, CLIENT, "Ваш дзвінок наступний.");
            box.line(3).rings(again).isAnswered();
            JsonNode third = says(box, again, "Ваш дзвінок наступний.");
            assertThat(third.path("thirdCall").asBoolean()).isTrue();
            assertThat(third.path("stages").get(0).path("target").asString()).isEqualTo("head");
            laysDown(box, maria, "+380671300022");
            maria.isRung().lifts();
            talks(box, again);
            assertThat(box.callsOf(CLIENT).getFirst().path("outcome").asString())
                    .isEqualTo("ringing");
            laysDown(box, maria, again);
            maria.isRung().lifts();
            talks(box, CLIENT);
            laysDown(box, maria, CLIENT);
        }
    }

    private void leavingTheQueueIsGivingUpAndItsTimeHasAnEnd(Box box, Handset maria) {
        box.line(1).hangsUp().isFree();
        talking(box, box.line(1), "+380671300004");
        box.line(2).hangsUp().isFree().rings("+380671300005").isAnswered();
        says(box, "+380671300005", "Орієнтовне очікування");
        box.line(2).hangsUp().isFree();
        JsonNode left = box.endedCall("+380671300005");
        assertThat(left.path("outcome").asString()).isEqualTo("gaveUp");
        assertThat(left.path("stages").get(0).path("result").asString()).isEqualTo("callerLeft");
        assertThat(box.promises("+380671300005", "open")).hasSize(1);
        Line impatient = box.line(4).clear();
        impatient.rings("+380671300006").isAnswered();
        impatient.hearsMessageTone();
        impatient.hangsUp().isFree();
        JsonNode over = box.endedCall("+380671300006");
        assertThat(over.path("stages").get(0).path("result").asString()).isEqualTo("busy");
        assertThat(over.path("stages").get(0).path("seconds").asDouble()).isBetween(4.5, 25.0);
        assertThat(box.promises("+380671300006", "open")).hasSize(1);
        laysDown(box, maria, "+380671300004");
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
    }

    @Test
    void whoPressesTheKeyKeepsThePlaceAndIsCalledBackWhenTheTurnComes() {
        try (Box box = Box.running(OFFICE, MONDAY)) {
            everyLine(box);
            Handset maria = talking(box, box.line(1).clear(), "+380671300011");
            asksToBeCalledBack(box, box.line(2), "+380671300012");
            box.line(3).rings("+380671300013").isAnswered();
            says(box, "+380671300013", "Ваш дзвінок другий у черзі.");
            laysDown(box, maria, "+380671300011");
            box.line(1).hangsUp().isFree();
            maria.isRung().lifts();
            Line out = dialling(box, "671300012");
            says(box, "+380671300013", "Ваш дзвінок наступний.");
            maria.hangsUp();
            out.isFree();
            Until.holds(
                    "the attempt is written",
                    () -> box.promises("+380671300012", "open")
                            .getFirst()
                            .path("attempts")
                            .asInt(),
                    attempts -> attempts == 1);
            maria.isRung().lifts();
            talks(box, "+380671300013");
            laysDown(box, maria, "+380671300013");
        }
    }

    @Test
    void aPlaceThatAPromiseKeepsOutlivesAPowerCutAndTheOthersAreInterruptedAndPromised() {
        try (Box box = Box.running(OFFICE, MONDAY)) {
            talking(box, box.line(1).clear(), "+380671300021");
            asksToBeCalledBack(box, box.line(2), "+380671300022");
            box.line(3).rings("+380671300023").isAnswered();
            says(box, "+380671300023", "Ваш дзвінок другий у черзі.");
            box.dies();
            box.again("2026-11-23T10:20:00+02:00");
            everyLine(box);
            Handset maria = box.telephone(2).isRung().lifts();
            dialling(box, "671300022");
            maria.hangsUp();
            for (String number : List.of("+380671300021", "+380671300023")) {
                assertThat(box.callsOf(number).getFirst().path("outcome").asString())
                        .isEqualTo("interrupted");
                assertThat(box.promises(number, "open")).hasSize(1);
            }
            assertThat(box.balance().path("balanced").asBoolean()).isTrue();
        }
    }

    private static void asksToBeCalledBack(Box box, Line line, String number) {
        line.clear().rings(number).isAnswered();
        says(box, number, "натисніть один");
        line.presses("1").isFree();
        line.hangsUp();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("outcome").asString()).isEqualTo("gaveUp");
        JsonNode promise = box.promises(number, "open").getFirst();
        assertThat(promise.path("id")).isEqualTo(call.path("promiseId"));
        assertThat(promise.path("spokenAs").asString()).isNotEmpty();
    }

    private static void everyLine(Box box) {
        for (int n = 1; n <= 4; n++) {
            box.line(n).behaves(Map.of("answers", Map.of("afterMs", 1000)));
        }
    }

    private static Line dialling(Box box, String digits) {
        int n = Until.holds(
                "a line dials " + digits,
                () -> {
                    for (int i = 1; i <= 4; i++) {
                        if (box.line(i).dialled().endsWith(digits)) {
                            return i;
                        }
                    }
                    return 0;
                },
                i -> i > 0);
        return box.line(n);
    }
}
