package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** A person listens to their messages on an analog telephone. */
@Execution(ExecutionMode.CONCURRENT)
class MailboxTest {
    private static final String NUMBER = "+380671410001";

    @Test
    void keyThreeCallsTheSenderBackAndTheTalkKeepsThePromise() {
        try (Box box = Box.running(Office.ofTheContract().stages("2s"), "2026-11-23T10:00:00+02:00")) {
            box.api()
                    .post(
                            "/api/contacts",
                            Map.of("name", "Sender", "numbers", List.of(NUMBER), "class", "client", "manager", "203"));
            Line line = box.line(1).clear().rings(NUMBER, "etsi-before-ring");
            line.hearsMessageTone();
            short[] said = Speech.of(Speech.LONG_A, 4);
            line.says(said).listens(said.length / 8000.0 + 0.5).hangsUp().isFree();
            JsonNode call = box.endedCall(NUMBER);
            assertThat(call.path("outcome").asString()).isEqualTo("message");
            for (int n = 1; n <= 2; n++) {
                box.line(n).clear().behaves(Map.of("answers", Map.of("afterMs", 500)));
            }
            Handset maria = box.telephone(2).isQuiet().dials("*97").fromNow();
            maria.hears(4).presses("3");
            int n = Until.holds(
                    "the sender is called",
                    () -> box.line(1).state().equals("talking")
                            ? 1
                            : box.line(2).state().equals("talking") ? 2 : 0,
                    i -> i > 0);
            assertThat(box.line(n).dialled()).endsWith("671410001");
            short[] answer = Speech.of(Speech.LONG_B, 8);
            maria.says(said).says(said).says(said);
            box.line(n).says(answer).says(answer).says(answer).listens(22.5).hangsUp();
            maria.hangsUp();
            JsonNode kept = Until.holds("kept", () -> box.promises(NUMBER, "kept"), p -> p.size() == 1)
                    .getFirst();
            assertThat(kept.path("attempts").asInt()).isGreaterThanOrEqualTo(1);
        }
    }
}
