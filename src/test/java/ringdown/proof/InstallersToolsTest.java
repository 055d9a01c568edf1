package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** Whoever installs a line calls their mobile over it, reads its levels and listens to the wires (LINES 18). */
@Execution(ExecutionMode.CONCURRENT)
class InstallersToolsTest {
    private static final String LINE = "/api/lines/fxo:1";

    @Test
    void theMobileIsCalledOverTheLineHearsToneAndSilenceAndTheWiresAreOnTape() {
        try (Box box = Box.running(Office.ofTheContract(), "2026-11-23T10:00:00+02:00")) {
            Line line = box.line(1).clear().behaves(Map.of("answers", Map.of("afterMs", 500)));
            assertThat(box.api().postStatus(LINE + "/call", Map.of("number", "102")))
                    .as("the police are not called for a test")
                    .isEqualTo(400);
            assertThat(box.api().get(LINE).path("meter").isNull()).isTrue();
            assertThat(box.api().post(LINE + "/raw", Map.of()).path("state").asString())
                    .isEqualTo("waiting");
            String id = box.api()
                    .post(LINE + "/call", Map.of("number", "067 111 22 33"))
                    .path("callId")
                    .asString();
            line.isAnswered();
            assertThat(line.dialled()).isEqualTo("0671112233");
            line.says(Speech.of(
                    "Hello, this is the installer speaking.")); // a line of copper shows an answer by its voice
            Until.holds("the tone", () -> Hearing.toneAt(line.heard(), 1020, 1), at -> at >= 0);
            Until.holds(
                    "the meter",
                    () -> box.api().get(LINE).path("meter").path("sentDbm0").asDouble(-99),
                    dbm0 -> dbm0 > -16 && dbm0 < -9);
            assertThat(box.api().postStatus(LINE + "/call", Map.of("number", "067 111 22 33")))
                    .as("taken")
                    .isEqualTo(409);
            line.hangsUp().isFree();
            Until.holds("it is over", () -> box.call(id).path("endedAt").isString());
            JsonNode call = box.call(id);
            assertThat(call.path("direction").asString()).isEqualTo("out");
            assertThat(call.path("via").asString()).isEqualTo("fxo:1");
            assertThat(call.path("outcome").asString()).isEqualTo("talked");
            assertThat(call.path("events").toString())
                    .contains("called over this line by whoever installs it")
                    .contains("recorded as it comes and goes, for whoever installs the line");
            JsonNode raw = Until.holds(
                    "the tape is full",
                    () -> box.api().get(LINE + "/raw"),
                    take -> take.path("state").asString().equals("done"));
            assertThat(raw.path("callId").asString()).isEqualTo(id);
            assertThat(box.api().sound(LINE + "/raw.wav").length / 8000.0).isGreaterThan(3);
        }
    }
}
