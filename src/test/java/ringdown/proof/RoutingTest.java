package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** The right person: by number, class, manager, backups, last talk, head. */
@Execution(ExecutionMode.CONCURRENT)
class RoutingTest {
    private static final String LILIYA = "+380501112233";
    private Box box;

    @BeforeEach
    void start() {
        box = Box.running(Office.ofTheContract().stages("15s"), "2026-11-23T10:00:00+02:00");
    }

    @AfterEach
    void stop() {
        box.close();
    }

    @Test
    void aKnownClientIsGreetedPersonallyAndReachesTheManager() {
        Line line = box.line(1).clear();
        try (Phone olena = Phone.registers(box, "201", "PCMA", Speech.LONG_A)) {
            line.rings("0501112233").isAnswered();
            line.hears(0.8);
            olena.isRung().answers();
            line.hears(3).hangsUp();
            olena.isHungUp();
        }
        JsonNode call = box.endedCall(LILIYA);
        assertThat(call.path("contact").asString()).isEqualTo("ТОВ «Лілія»");
        assertThat(call.path("class").asString()).isEqualTo("client");
        assertThat(call.path("answeredBy").asString()).isEqualTo("201");
        assertThat(rang(call.path("stages").get(0))).containsExactly("201");
        refusedAndWrittenJobs();
    }

    /** In the same box: the blocked are refused, job seekers may only leave a message, the classes' order holds. */
    private void refusedAndWrittenJobs() {
        Line line = box.line(2);
        line.rings("+380440000000");
        JsonNode blocked = box.endedCall("+380440000000");
        assertThat(blocked.path("outcome").asString()).isEqualTo("refused");
        assertThat(blocked.path("promiseId").isNull()).isTrue();
        line.hangsUp().isFree();
        box.api()
                .post(
                        "/api/contacts",
                        Map.of("name", "Job Seeker", "numbers", List.of("+380671260001"), "class", "jobseeker"));
        line.clear().rings("+380671260001").isAnswered();
        line.hearsMessageTone();
        short[] said = Speech.of(
                "I am a dentist and I look for work in your office. I have worked in Lviv for eleven years, and my telephone is always on.");
        line.says(said).listens(said.length / 8000.0 + 0.5).hangsUp().isFree();
        JsonNode seeker = box.endedCall("+380671260001");
        assertThat(seeker.path("outcome").asString()).isEqualTo("message");
        assertThat(seeker.path("stages").size()).isZero();
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
        assertThat(box.balance().path("refused").asInt()).isEqualTo(1);
    }

    @Test
    void whoIsNotThereIsNotRungAndTheHeadIsTheLast() {
        Line line = box.line(1).clear();
        Handset ivan = box.telephone(1);
        Handset maria = box.telephone(2);
        line.rings(LILIYA).isAnswered();
        ivan.isRung();
        maria.isRung();
        Until.holds("the next stage", () -> !ivan.rings());
        maria.isRung().lifts();
        Until.holds(
                "they talk",
                () -> box.callsOf(LILIYA).getFirst().path("outcome").asString(),
                "talking"::equals);
        // A shorter talk, or one in which the caller is not heard, is not settled: who calls again then goes another
        // way (SITUATIONS 1, 14).
        line.says(Speech.of("Good morning, this is Lily. May I come in tomorrow at nine?"));
        Until.holds(
                "longer than a dropped call",
                () -> box.callsOf(LILIYA).getFirst().path("talkSeconds").asDouble(),
                seconds -> seconds > 7);
        maria.hangsUp();
        line.is("idle", "released").hangsUp().isFree();
        JsonNode call = box.endedCall(LILIYA);
        assertThat(call.path("settled").asBoolean()).isTrue();
        assertThat(call.path("outcome").asString()).isEqualTo("talked");
        assertThat(call.path("answeredBy").asString()).isEqualTo("203");
        JsonNode manager = call.path("stages").get(0);
        assertThat(manager.path("seconds").asDouble()).isZero();
        assertThat(manager.path("result").asString()).isEqualTo("unreachable");
        assertThat(rang(call.path("stages").get(1))).containsExactlyInAnyOrder("202", "203");
        assertThat(call.path("stages").get(1).path("result").asString()).isEqualTo("noAnswer");
        busyManagerGoesToTheBackupsAtOnce();
    }

    /** Maria talked to Liliya: now the manager is busy, and the backups ring at once. */
    private void busyManagerGoesToTheBackupsAtOnce() {
        Line line = box.line(1);
        try (Phone olena = Phone.registers(box, "201", "PCMA", Speech.LONG_A)) {
            box.telephone(1).dials("201");
            olena.isRung().answers();
            line.rings(LILIYA).isAnswered();
            box.telephone(2).isRung().lifts();
            Until.holds(
                    "they talk",
                    () -> box.callsOf(LILIYA).getFirst().path("outcome").asString(),
                    "talking"::equals);
            JsonNode call = box.callsOf(LILIYA).getFirst();
            assertThat(call.path("stages").get(0).path("result").asString()).isEqualTo("busy");
            assertThat(call.path("stages").get(0).path("seconds").asDouble()).isZero();
            assertThat(call.path("answeredBy").asString()).isEqualTo("203");
            line.hangsUp();
            box.telephone(2).hangsUp();
            box.telephone(1).hangsUp();
        }
    }

    @Test
    void whoeverHasLiftedAnAnalogTelephoneIsBusyThoughTheirSipTelephoneIsUnregistered() {
        box.telephone(1).lifts();
        Until.holds("Ivan is off hook", () -> box.person("202").path("state").asString(), "talking"::equals);
        Line line = box.line(1);
        String number = "+380671260002";
        box.api().post("/api/contacts", Map.of("name", "New", "numbers", List.of(number), "class", "prospect"));
        line.rings(number, "etsi-before-ring");
        box.telephone(2).isRung();
        JsonNode sales = box.callsOf(number).getFirst().path("stages").path(0);
        assertThat(sales.path("result").asString()).isEqualTo("busy");
        assertThat(sales.path("notRung").path("202").asString()).isEqualTo("busy");
        assertThat(sales.path("seconds").asDouble()).isZero();
        line.hangsUp().isFree();
        box.telephone(1).hangsUp();
        Until.holds("Ivan is free", () -> box.person("202").path("state").asString(), "free"::equals);
    }

    static List<String> rang(JsonNode stage) {
        return StreamSupport.stream(stage.path("rang").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
