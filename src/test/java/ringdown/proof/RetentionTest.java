package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** Messages are kept as long as the office file says, and never less than somebody still needs them. */
@Execution(ExecutionMode.CONCURRENT)
class RetentionTest {
    private static final String NUMBER = "+380671180001";
    private static final short[] SAID = Speech.of(Speech.LONG_A, 5);

    private static Office office() {
        Office office = Office.ofTheContract().stages("2s");
        return new Office(office.yaml() + "\nvoicemail: {keep: 30d}\n");
    }

    /** A client of Maria's leaves a message in her box. */
    private static String leavesAMessage(Box box, String number) {
        box.api()
                .post(
                        "/api/contacts",
                        Map.of("name", "Sender", "numbers", List.of(number), "class", "client", "manager", "203"));
        Line line = box.line(1).clear().rings(number, "etsi-before-ring");
        line.hearsMessageTone();
        line.says(SAID).listens(SAID.length / 8000.0 + 0.5).hangsUp().isFree();
        String call = box.endedCall(number).path("id").asString();
        return box.api().list("/api/messages").stream()
                .filter(message -> message.path("callId").asString().equals(call))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private static boolean there(Box box, String id) {
        return box.api().list("/api/messages").stream()
                .anyMatch(message -> message.path("id").asString().equals(id));
    }

    private static String keptUntil(Box box, String id) {
        return box.api().get("/api/messages/" + id).path("keptUntil").asString(null);
    }

    private static void nothingIsOwedAnyMore(Box box, String number) {
        String state = box.promises(number, "open").isEmpty() ? "broken" : "open";
        String promise = box.promises(number, state).getFirst().path("id").asString();
        box.api().post("/api/promises/" + promise + "/close", Map.of("how", "callerDeclined", "note", "wants nothing"));
    }

    private static long sounds(Box box) {
        try (Stream<java.nio.file.Path> files = Files.list(box.data().resolve("messages"))) {
            return files.count();
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }

    @Test
    void aMessageStaysUntilItIsHeardAndNothingIsOwedForItAndItsTimeIsOver() {
        try (Box box = Box.running(office(), "2026-09-01T10:00:00+03:00")) {
            String id = leavesAMessage(box, NUMBER);
            box.clockReads("2026-10-15T10:00:00+03:00");
            assertThat(there(box, id)).as("nobody has heard it").isTrue();
            assertThat(box.api().sound("/api/messages/" + id + "/audio.wav")).isNotEmpty();
            box.clockReads("2026-10-20T10:00:00+03:00");
            assertThat(keptUntil(box, id)).as("something is owed for it").isNull();
            assertThat(there(box, id)).isTrue();
            nothingIsOwedAnyMore(box, NUMBER);
            assertThat(keptUntil(box, id)).as("a week after it was heard").startsWith("2026-10-22T10:0");
            box.clockReads("2026-10-22T09:00:00+03:00");
            assertThat(there(box, id)).isTrue();
            box.clockReads("2026-10-22T11:00:00+03:00");
            Until.holds("it is gone", () -> !there(box, id));
            Until.holds("its sound is gone", () -> sounds(box) == 0);
            box.dies();
            box.again("2026-10-22T12:00:00+03:00");
            assertThat(there(box, id)).isFalse();
            JsonNode call = box.call(box.callsOf(NUMBER).getFirst().path("id").asString());
            assertThat(call.path("events").toString()).contains("was deleted: messages are kept for 30 days");
            assertThat(call.path("outcome").asString()).isEqualTo("message");
        }
    }

    @Test
    void aMessageThatSomebodyListensToAtThatMomentIsHeardToTheEndAndGoesLater() {
        try (Box box = Box.running(office(), "2026-09-01T10:00:00+03:00")) {
            String id = leavesAMessage(box, NUMBER);
            nothingIsOwedAnyMore(box, NUMBER);
            Handset maria = box.telephone(2).isQuiet().dials("*97").fromNow();
            Until.holds("she hears it", () -> Hearing.alike(SAID, maria.heard(), 2), alike -> alike > 0.9);
            Until.holds("it has been heard", () -> keptUntil(box, id) != null);
            assertThat(keptUntil(box, id)).startsWith("2026-10-01T10:0");
            maria.presses("1"); // once more, so that she is there for long enough
            box.clockReads("2026-10-01T12:00:00+03:00");
            maria.presses("1").fromNow();
            Until.holds("she hears it again", () -> Hearing.alike(SAID, maria.heard(), 2), alike -> alike > 0.9);
            assertThat(there(box, id)).isTrue();
            maria.hangsUp();
            Until.holds("she is gone", () -> box.person("203").path("state").asString(), "free"::equals);
            for (int hour = 13; hour < 17 && there(box, id); hour++) {
                box.clockReads("2026-10-01T" + hour + ":00:00+03:00");
            }
            Until.holds("it is gone", () -> !there(box, id));
            Until.holds("its sound is gone", () -> sounds(box) == 0);
        }
    }
}
