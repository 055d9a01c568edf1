package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** After the talk the caller gives a mark (SITUATIONS 19). */
@Execution(ExecutionMode.CONCURRENT)
class RatingTest {
    private static final String LILIYA = "+380501112233";
    private Box box;

    @BeforeEach
    void start() {
        box = Box.running(Office.ofTheContract().stages("12s"), "2026-11-23T10:00:00+02:00");
    }

    @AfterEach
    void stop() {
        box.close();
    }

    @Test
    void theCallerGivesAMarkWhenTheOfficeHasHungUp() {
        Line line = box.line(1).clear();
        asked(line);
        line.presses("5").isFree().hangsUp();
        JsonNode call = box.endedCall(LILIYA);
        assertThat(call.path("outcome").asString()).isEqualTo("talked");
        assertThat(call.path("rating").asInt()).isEqualTo(5);
        assertThat(call.path("promiseId").isNull()).isTrue();
        aBadMarkIsOwedACallByTheHead(line);
    }

    private void aBadMarkIsOwedACallByTheHead(Line line) {
        asked(line);
        line.presses("1").isFree().hangsUp();
        JsonNode promise = Until.holds("owed", () -> box.promises(LILIYA, "open"), p -> !p.isEmpty())
                .getFirst();
        assertThat(promise.path("owner").asString()).isEqualTo("203");
        JsonNode call = box.endedCall(LILIYA);
        assertThat(call.path("rating").asInt()).isEqualTo(1);
        assertThat(call.path("promiseId").asString())
                .isEqualTo(promise.path("id").asString());
        assertThat(box.balance().path("talked").asInt()).isEqualTo(2);
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
        whoHangsUpInTheQuestionHasTalkedAllTheSame(line);
    }

    private void whoHangsUpInTheQuestionHasTalkedAllTheSame(Line line) {
        asked(line);
        line.hangsUp().isFree();
        JsonNode call = box.endedCall(LILIYA);
        assertThat(call.path("outcome").asString()).isEqualTo("talked");
        assertThat(call.path("rating").isNull()).isTrue();
        assertThat(box.balance().path("talked").asInt()).isEqualTo(3);
    }

    /** The client talks to the manager, who hangs up; then the question is heard. */
    private void asked(Line line) {
        try (Phone olena = Phone.registers(box, "201", "PCMA", Speech.LONG_A)) {
            line.rings("0501112233").isAnswered();
            olena.isRung().answers();
            line.says(Speech.of("Hello, this is Lily. I would like to come in tomorrow at nine."));
            olena.hears(2);
            Until.holds(
                    "they talk for longer than a dropped call",
                    () -> box.callsOf(LILIYA).getFirst().path("talkSeconds").asDouble(),
                    seconds -> seconds > 6);
            olena.hangsUp().isHungUp();
            line.fromNow(); // the question comes at once
        }
        JsonNode talk = Until.holds(
                "the talk is written",
                () -> box.callsOf(LILIYA).getFirst(),
                call -> "talked".equals(call.path("outcome").asString()));
        assertThat(talk.path("settled").asBoolean()).as(talk.toString()).isTrue();
        line.hears(1);
    }
}
