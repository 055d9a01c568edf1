package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** SITUATIONS 14: incoming while the owner dials them: the two are joined. */
@Execution(ExecutionMode.CONCURRENT)
class CrossingTest {
    private static final String CLIENT = "+380671460001";

    private static JsonNode call(Box box, String direction) {
        List<JsonNode> calls = box.callsOf(CLIENT);
        return calls.stream()
                .filter(call -> call.path("direction").asString().equals(direction))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoCallsWhileTheOwnerDialsThemIsJoinedWithThatCallAndTheTalkKeepsThePromise() {
        Office office = Office.ofTheContract().withoutGreetings().stages("6s");
        try (Box box = Box.running(office, "2026-11-23T10:00:00+02:00")) {
            Line first = box.line(1).clear().behaves(Map.of("noAnswer", true));
            Line second = box.line(2).clear();
            second.rings(CLIENT, "etsi-before-ring").isRecorded();
            second.hangsUp().isFree();
            box.endedCall(CLIENT);
            assertThat(box.promises(CLIENT, "owed")).hasSize(1);
            Handset ivan = box.telephone(1).isQuiet();
            ivan.dials("0671460001");
            Until.holds("the client is dialled", first::dialled, dialled -> dialled.endsWith("671460001"));
            second.rings(CLIENT, "etsi-before-ring").isAnswered();
            first.isFree();
            short[] said = Speech.of(Speech.LONG_B, 11);
            second.says(said).says(said);
            ivan.says(Speech.of(Speech.LONG_A, 11)).says(said);
            second.fromNow().hears(3).listens(22.5);
            assertThat(box.person("202").path("state").asString()).isEqualTo("talking");
            second.hangsUp();
            ivan.hangsUp();
            JsonNode in = box.endedCall(CLIENT);
            assertThat(in.path("direction").asString()).isEqualTo("in");
            assertThat(in.path("outcome").asString()).isEqualTo("talked");
            assertThat(in.path("answeredBy").asString()).isEqualTo("202");
            assertThat(in.path("stages").isEmpty()).isTrue();
            assertThat(call(box, "out").path("outcome").asString()).isEqualTo("notAnswered");
            JsonNode promise = Until.holds("kept", () -> box.promises(CLIENT, "kept"), all -> all.size() == 1)
                    .getFirst();
            assertThat(promise.path("how").asString()).isEqualTo("talk");
            assertThat(box.promises(CLIENT, "all")).hasSize(1);
            Until.holds("202 is free", () -> box.person("202").path("state").asString(), "free"::equals);
            assertThat(box.balance().path("balanced").asBoolean()).isTrue();
        }
    }

    @Test
    void whoAlreadyWaitsWhenTheyAreDialledIsJoinedAtOnceAndNobodyElseRingsOn() {
        Office office = Office.ofTheContract().withoutGreetings().stages("120s");
        try (Box box = Box.running(office, "2026-11-23T10:00:00+02:00")) {
            Line first = box.line(1).clear();
            Line second = box.line(2).clear();
            second.rings(CLIENT, "etsi-before-ring");
            Handset ivan = box.telephone(1).isRung();
            Handset maria = box.telephone(2).dials("0671460001");
            second.isAnswered();
            ivan.isQuiet();
            short[] said = Speech.of(Speech.LONG_B, 4);
            maria.fromNow();
            second.says(said);
            maria.hears(2);
            assertThat(first.dialled()).as("nothing is dialled").isEmpty();
            assertThat(box.person("203").path("state").asString()).isEqualTo("talking");
            second.hangsUp();
            maria.hangsUp();
            JsonNode in = Until.holds(
                    "talked",
                    () -> call(box, "in"),
                    call -> call.path("outcome").asString().equals("talked"));
            assertThat(in.path("answeredBy").asString()).isEqualTo("203");
            assertThat(in.path("waitSeconds").asDouble())
                    .as("not when nobody has lifted")
                    .isLessThan(100);
            assertThat(call(box, "out").path("outcome").asString()).isEqualTo("notAnswered");
            Until.holds("203 is free", () -> box.person("203").path("state").asString(), "free"::equals);
            assertThat(box.balance().path("balanced").asBoolean()).isTrue();
        }
    }
}
