package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** The clock is moved past the moment by which somebody should have called back. */
@Execution(ExecutionMode.CONCURRENT)
class OverdueTest {
    @Test
    void aBrokenPromiseIsStillOwedAndMayStillBeKeptLate() {
        try (Box box = Box.running(Office.ofTheContract().withoutGreetings(), "2026-11-23T10:00:00+02:00")) {
            Line line = box.line(1).rings("+380671320001", "etsi-before-ring");
            Until.holds("written", () -> box.callsOf("+380671320001"), c -> !c.isEmpty());
            line.hangsUp().isFree();
            JsonNode open = Until.holds("the promise", () -> box.promises("+380671320001", "open"), p -> p.size() == 1)
                    .getFirst();
            assertThat(open.path("overdueAt").asString()).isEqualTo("2026-11-23T11:30:00+02:00");
            box.clockReads("2026-11-23T11:29:00+02:00");
            assertThat(box.promises("+380671320001", "open")).hasSize(1);
            box.clockReads("2026-11-23T11:31:00+02:00");
            assertThat(box.promises("+380671320001", "broken")).hasSize(1);
            assertThat(box.promises("+380671320001", "owed")).hasSize(1);
            assertThat(box.balance().path("promises").path("overdue").asInt()).isEqualTo(1);
            assertThat(box.balance().path("lost").asInt()).isEqualTo(1);
            assertThat(box.api().postStatus("/api/simulator/clock", Map.of("now", "2026-11-23T09:00:00+02:00")))
                    .isEqualTo(409);
            JsonNode late =
                    box.api().post("/api/promises/" + open.path("id").asString() + "/close", Map.of("how", "email"));
            assertThat(late.path("state").asString()).isEqualTo("kept");
            assertThat(late.path("late").asBoolean()).isTrue();
            assertThat(box.balance().path("balanced").asBoolean()).isTrue();
            assertThat(box.balance().path("deafSeconds").asDouble())
                    .as("at most its start, never what the clock was moved by")
                    .isLessThan(600);
        }
    }
}
