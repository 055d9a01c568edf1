package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** One key on any telephone classes the caller; the number learns it, and one call takes it back. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the box of ClassKeyTest")
class ClassKeyTest {
    private static Box box;
    private static Phone olena;

    @BeforeAll
    static void start() {
        Office office = Office.ofTheContract()
                .withoutGreetings()
                .stages("60s")
                .with("- {name: client,   script: clients}", "- {name: client, key: 1, script: clients}")
                .with("- {name: jobseeker, script: message-only}", """
                        - {name: jobseeker, key: 3, script: message-only}
                          - {name: applicant, key: 4, script: message-only, responsible: 203, obligation: listen, hearWithin: 2d}
                          - {name: wrong, key: 8, obligation: none}
                          - {name: spam, key: 9, refuse: true, obligation: none}""");
        box = Box.running(office, "2026-11-23T10:00:00+02:00");
        box.line(1).clear();
        box.line(2).clear();
        olena = Phone.registers(box, "201", "PCMA", Speech.LONG_A);
    }

    @AfterAll
    static void stop() {
        olena.close();
        box.close();
    }

    /** One proof that fails does not spoil the next. */
    @AfterEach
    void everybodyHangsUp() {
        box.telephone(1).hangsUp();
        olena.isQuiet();
        for (int n = 1; n <= 2; n++) {
            if (!box.line(n).state().equals("idle")) {
                box.line(n).hangsUp().isFree();
            }
            String calls = "/api/calls?limit=1&line=fxo:" + n;
            Until.holds(
                    "no call on the line",
                    () -> box.api().get(calls).path("items").findValuesAsString("outcome"),
                    c -> c.stream().noneMatch(o -> o.equals("ringing") || o.equals("talking")));
        }
    }

    private static JsonNode newest(String number) {
        return box.callsOf(number).getFirst();
    }

    private static JsonNode classed(String number, String as) {
        return Until.holds(
                "the call of " + number + " is " + as,
                () -> newest(number),
                call -> as.equals(call.path("class").asString(null)));
    }

    private static void talking(String number) {
        Until.holds("they talk", () -> newest(number).path("outcome").asString(), "talking"::equals);
    }

    /** The caller speaks to Ivan on his desk telephone, is heard, and lays down: a settled talk, nothing is owed. */
    private static void talksOnCopper(Line line, String number) {
        Handset ivan = box.telephone(1).isQuiet();
        line.rings(number, "etsi-before-ring");
        ivan.isRung().lifts();
        talking(number);
        speaks(line);
        line.hangsUp().isFree();
        ivan.hangsUp();
        box.endedCall(number);
        Until.holds("202 is free", () -> box.person("202").path("state").asString(), "free"::equals);
    }

    /** Long enough that the office has served the caller and the caller was heard. */
    private static void speaks(Line line) {
        line.says(Speech.of(Speech.LONG_B, 4)).listens(6);
    }

    /** Dials the code, hears the answer and lays down for longer than a flash. */
    private static void ivanKeys(String code) {
        Handset ivan = box.telephone(1);
        ivan.dials(code).fromNow().hears(0.3).hangsUp();
        Until.holds("202 is free", () -> box.person("202").path("state").asString(), "free"::equals);
    }

    @Test
    void oneKeyAfterTheCallOnAnAnalogTelephoneDecidesTheNextCall() {
        String number = "+380671270001";
        Line line = box.line(1);
        talksOnCopper(line, number);
        ivanKeys("*03");
        JsonNode call = classed(number, "jobseeker");
        assertThat(call.path("answeredBy").asString()).isEqualTo("202");
        line.rings(number, "etsi-before-ring").isAnswered();
        line.hearsMessageTone();
        line.hangsUp().isFree();
        JsonNode next = box.endedCall(number);
        assertThat(next.path("class").asString()).isEqualTo("jobseeker");
        assertThat(next.path("stages").size()).isZero();
    }

    @Test
    void keysDuringTheTalkMakeASpammerRefusedUntilItIsTakenBack() {
        String number = "+380671270002";
        Line line = box.line(2);
        line.rings(number, "etsi-before-ring");
        olena.isRung().answers();
        talking(number);
        speaks(line);
        olena.presses("*09");
        assertThat(classed(number, "spam").path("outcome").asString()).isEqualTo("talking");
        olena.isQuiet();
        line.is("idle", "released").hangsUp().isFree();
        box.endedCall(number);
        line.rings(number, "etsi-before-ring");
        Until.holds("refused", () -> newest(number).path("outcome").asString(), "refused"::equals);
        line.hangsUp().isFree();
        List<JsonNode> refused = box.api().list("/api/learned?refused=true");
        assertThat(refused).hasSize(1);
        assertThat(refused.getFirst().path("number").asString()).isEqualTo(number);
        assertThat(refused.getFirst().path("refused").asInt()).isEqualTo(1);
        assertThat(refused.getFirst().path("by").asString()).isEqualTo("201");
        box.api().delete("/api/learned/" + refused.getFirst().path("id").asString());
        assertThat(box.api().list("/api/learned?refused=true")).isEmpty();
        line.rings(number, "etsi-before-ring");
        olena.isRung();
        line.hangsUp().isFree();
        assertThat(box.endedCall(number).path("class").isNull()).isTrue();
    }

    @Test
    void aWrongNumberIsNeverLearnedAndNothingIsOwed() {
        String number = "+380671270003";
        Line line = box.line(1);
        Handset ivan = box.telephone(1).isQuiet();
        line.rings(number, "etsi-before-ring");
        ivan.isRung().lifts();
        talking(number);
        ivan.hangsUp(); // at once: the caller was dropped, and is owed a call until the key says that it was nobody
        line.is("idle", "released").hangsUp().isFree();
        Until.holds("the promise", () -> box.promises(number, "open"), p -> p.size() == 1);
        Until.holds("202 is free", () -> box.person("202").path("state").asString(), "free"::equals);
        ivanKeys("*01");
        classed(number, "client");
        ivanKeys("*08");
        classed(number, "wrong");
        List<JsonNode> closed =
                Until.holds("the promise is closed", () -> box.promises(number, "closed"), p -> p.size() == 1);
        assertThat(closed.getFirst().path("how").asString()).isEqualTo("wrongNumber");
        assertThat(closed.getFirst().path("closedBy").asString()).isEqualTo("202");
        line.rings(number, "etsi-before-ring");
        box.telephone(1).isRung();
        assertThat(newest(number).path("class").isNull()).isTrue();
        line.hangsUp().isFree();
        box.telephone(1).isQuiet();
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
    }

    @Test
    void aClassOnTheCardIsNotOverwrittenByAKey() {
        String number = "+380671270004";
        String id = box.api()
                .post("/api/contacts", Map.of("name", "Мак", "numbers", List.of(number), "class", "prospect"))
                .path("id")
                .asString();
        talksOnCopper(box.line(1), number);
        String path = "/api/calls/" + newest(number).path("id").asString();
        assertThat(box.api().patch(path, Map.of("class", "spam")).path("class").asString())
                .isEqualTo("spam");
        assertThat(box.api().get("/api/contacts/" + id).path("class").asString())
                .isEqualTo("prospect");
        talksOnCopper(box.line(1), number);
        assertThat(newest(number).path("class").asString()).isEqualTo("prospect");
    }

    /** SITUATIONS 5: not everyone is called back, also when that is known only afterwards. */
    @Test
    void whoIsClassedAfterwardsIsOwedWhatThatClassIsOwed() {
        String number = "+380671270005";
        Line line = box.line(1).rings(number, "etsi-before-ring");
        box.telephone(1).isRung();
        line.isRecorded().hangsUp().isFree();
        String path = "/api/calls/" + box.endedCall(number).path("id").asString();
        JsonNode promise = promise(number, "callBack");

        box.api().patch(path, Map.of("class", "applicant"));
        JsonNode toHear = promise(number, "listen");
        assertThat(toHear.path("id")).isEqualTo(promise.path("id"));
        assertThat(toHear.path("owner").asString()).isEqualTo("203");
        assertThat(toHear.path("overdueAt").asString()).startsWith("2026-11-25T10:");
        assertThat(box.api()
                        .post("/api/promises/" + toHear.path("id").asString() + "/heard", Map.of("choice", "answer"))
                        .path("kind")
                        .asString())
                .isEqualTo("answer");

        String second = "+380671270006";
        Handset ivan = box.telephone(1).isQuiet();
        line.rings(second, "etsi-before-ring");
        ivan.isRung().lifts();
        talking(second);
        ivan.hangsUp(); // the office hung up on them: owed a call
        line.is("idle", "released").hangsUp().isFree();
        promise(second, "callBack");
        Until.holds("202 is free", () -> box.person("202").path("state").asString(), "free"::equals);
        ivanKeys("*04");
        promise(second, "listen");
        box.api().patch("/api/calls/" + newest(second).path("id").asString(), Map.of("class", "prospect"));
        assertThat(promise(second, "callBack").path("overdueAt").asString()).startsWith("2026-11-23T11:30");
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
    }

    private static JsonNode promise(String number, String kind) {
        return Until.holds(
                        "a promise to " + number + ": " + kind,
                        () -> box.promises(number, "open"),
                        all -> all.size() == 1
                                && all.getFirst().path("kind").asString().equals(kind))
                .getFirst();
    }
}
