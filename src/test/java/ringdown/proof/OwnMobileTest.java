package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** SITUATIONS 9: "sick today" by calling the office from one's own mobile, the code, and key 1. */
@Execution(ExecutionMode.CONCURRENT)
class OwnMobileTest {
    private static final String LILIYA = "+380501112233";
    private static final String OLENA = "+380671110101";
    private static final String LOCKED = "codeLocked";
    private Box box;

    @BeforeEach
    void start() {
        Office office = Office.ofTheContract()
                .withoutGreetings()
                .stages("6s")
                .with("mobile: \"+380671110101\"", "mobile: \"+380671110101\", pin: \"4711\", deputies: [202]");
        box = Box.running(office, "2026-11-23T10:00:00+02:00");
        box.line(1).clear();
        box.line(2).clear();
    }

    @AfterEach
    void stop() {
        box.close();
    }

    private void state(String state) {
        Until.holds("201 is " + state, () -> box.person("201").path("state").asString(), state::equals);
    }

    private JsonNode says(String key) {
        Line line = box.line(1);
        line.rings(OLENA, "etsi-before-ring").isAnswered();
        line.presses("4711").presses(key);
        line.is("idle", "released").hangsUp().isFree();
        return box.endedCall(OLENA);
    }

    @Test
    void oneKeyAfterTheCodeSaysAbsentTodayAndThePromisesMoveAtOnce() {
        Line line = box.line(2);
        line.rings(LILIYA, "etsi-before-ring").isRecorded();
        line.hangsUp().isFree();
        box.endedCall(LILIYA);
        assertThat(owner()).isEqualTo("201");
        JsonNode call = says("1");
        state("onLeave");
        assertThat(call.path("outcome").asString()).isEqualTo("refused");
        assertThat(call.path("promiseId").isNull()).isTrue();
        assertThat(box.promises(OLENA, "all")).isEmpty();
        Until.holds("the promise has moved", this::owner, "202"::equals);
        line.rings("+380671440001", "etsi-before-ring");
        box.telephone(1).isRung();
        line.hangsUp().isFree();
        box.stop();
        box.again("2026-11-23T10:30:00+02:00");
        state("onLeave");
        assertThat(says("2").path("outcome").asString()).isEqualTo("refused");
        Until.holds(
                "201 is there",
                () -> !box.person("201").path("state").asString().equals("onLeave"));
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
        theCodeIsNoWhere();
    }

    private String owner() {
        return box.promises(LILIYA, "owed").getFirst().path("owner").asString();
    }

    private void theCodeIsNoWhere() {
        assertThat(box.errors()).doesNotContain("4711");
        String file = Api.text(box.api().send("GET", "/api/office", new byte[0], null));
        assertThat(file).doesNotContain("4711");
        byte[] same = file.getBytes(StandardCharsets.UTF_8);
        assertThat(box.api()
                        .send("PUT", "/api/office", same, "application/yaml")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Api.text(box.api().send("GET", "/api/office?secrets=true", new byte[0], null)))
                .contains("4711");
    }

    @Test
    void afterThreeWrongCodesAndWithoutAKeyItIsACallLikeAnyOther() {
        Line line = box.line(1);
        line.rings(OLENA, "etsi-before-ring").isAnswered();
        line.presses("4712").presses("0000").presses("1234");
        box.telephone(1).isRung();
        line.hangsUp().isFree();
        JsonNode call = box.endedCall(OLENA);
        assertThat(call.path("outcome").asString()).isEqualTo("gaveUp");
        assertThat(call.path("promiseId").isNull()).isFalse();
        assertThat(box.call(call.path("id").asString()).path("events").toString())
                .contains("3 wrong codes")
                .doesNotContain("4712");
        box.telephone(1).isQuiet();
        assertThat(box.person("201").path("state").asString()).isNotEqualTo("onLeave");
    }

    @Test
    void hangingUpBeforeTheKeyChangesNothing() {
        Line line = box.line(1);
        line.rings(OLENA, "etsi-before-ring").isAnswered();
        line.presses("4711").hears(2);
        line.hangsUp().isFree();
        assertThat(box.endedCall(OLENA).path("outcome").asString()).isEqualTo("gaveUp");
        assertThat(box.person("201").path("state").asString()).isNotEqualTo("onLeave");
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
    }

    private void keysThreeWrongCodes() {
        Line line = box.line(1);
        line.rings(OLENA, "etsi-before-ring").isAnswered();
        line.presses("4712").presses("0000").presses("1234");
        Until.holds(
                "three wrong codes",
                () -> box.call(box.callsOf(OLENA).getFirst().path("id").asString())
                        .path("events")
                        .toString(),
                events -> events.contains("3 wrong codes"));
        line.hangsUp().isFree();
        box.endedCall(OLENA);
    }

    @Test
    void afterNineWrongCodesWithinADayTheNumberIsAskedForNoneAndNobodyElseIsConcerned() {
        keysThreeWrongCodes();
        keysThreeWrongCodes();
        keysThreeWrongCodes();
        Until.holds("the alarm", () -> box.api().get("/api/alarms?state=open").toString(), all -> all.contains(LOCKED));
        box.stop();
        box.again("2026-11-23T12:00:00+02:00");
        assertThat(box.api().get("/api/alarms?state=open").toString())
                .as("the alarm stands after a restart too")
                .contains(LOCKED);
        Line line = box.line(1);
        line.rings(OLENA, "etsi-before-ring");
        Until.holds(
                "not asked",
                () -> box.callsOf(OLENA).getFirst().path("events").toString(),
                events -> events.contains("not asked after too many wrong codes"));
        box.telephone(1).isRung();
        assertThat(line.state()).as("it rings, as for any caller").isEqualTo("ringing");
        line.hangsUp().isFree();
        box.endedCall(OLENA);
        box.clockReads("2026-11-24T12:30:00+02:00");
        Until.holds(
                "the alarm is over",
                () -> box.api().get("/api/alarms?state=open").toString(),
                all -> !all.contains(LOCKED));
        assertThat(says("1").path("outcome").asString()).isEqualTo("refused");
        state("onLeave");
    }
}
