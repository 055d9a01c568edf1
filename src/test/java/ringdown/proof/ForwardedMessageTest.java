package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** Messages go on to whoever can help, and the matter with them. */
@Execution(ExecutionMode.CONCURRENT)
class ForwardedMessageTest {
    private static final String NUMBER = "+380671160001";
    private static final short[] SAID = Speech.of(Speech.LONG_A, 4);

    private static List<JsonNode> in(Box box, String mailbox) {
        return box.api().list("/api/messages").stream()
                .filter(message -> message.path("mailbox").asString().equals(mailbox))
                .toList();
    }

    @Test
    void aForwardedMessageLiesInTheOtherBoxWithItsSoundAndTheNewOneOwesTheMatter() {
        Office office = Office.ofTheContract()
                .without("duty: 201")
                .with("phones: [sip], secret: s3cret-201", "phones: [sip, \"fxs:1\"], secret: s3cret-201")
                .with("phones: [sip, \"fxs:1\"], secret: s3cret-202", "phones: [sip], secret: s3cret-202");
        try (Box box = Box.running(office, "2026-11-20T19:00:00+02:00")) {
            Line line = box.line(1).clear();
            line.rings(NUMBER).isAnswered();
            line.hearsMessageTone();
            line.says(SAID).listens(SAID.length / 8000.0 + 0.5).hangsUp().isFree();
            box.endedCall(NUMBER);
            JsonNode first = in(box, "201").getFirst();
            box.telephone(1).isQuiet().dials("*97").fromNow().hears(3).presses("5202#");
            JsonNode there = Until.holds("it lies there", () -> in(box, "202"), all -> all.size() == 1)
                    .getFirst();
            box.telephone(1).hangsUp();
            assertThat(there.path("heard").asBoolean()).isFalse();
            assertThat(there.path("forwardedBy").asString()).isEqualTo("201");
            assertThat(there.path("callId").asString())
                    .isEqualTo(first.path("callId").asString());
            Until.holds(
                    "the first is heard",
                    () -> in(box, "201").getFirst().path("heard").asBoolean());
            JsonNode promise = Until.holds(
                    "the matter is handed on",
                    () -> box.promises(NUMBER, "open").getFirst(),
                    one -> one.path("handedTo").asString("").equals("202"));
            assertThat(promise.path("owner").asString()).isEqualTo("201");
            delete(box, first);
            String path = "/api/messages/" + there.path("id").asString();
            short[] sound = box.api().sound(path + "/audio.wav");
            assertThat(Hearing.alike(sound, SAID, 2)).isGreaterThanOrEqualTo(0.97);
            box.dies();
            box.again("2026-11-20T19:05:00+02:00");
            assertThat(box.api().sound(path + "/audio.wav")).isEqualTo(sound);
            toATeamWithANote(box, path);
        }
    }

    private static void toATeamWithANote(Box box, String path) {
        assertThat(box.api().postStatus(path + "/forward", Map.of("to", "nobody")))
                .isEqualTo(400);
        assertThat(box.api().postStatus(path + "/forward", Map.of("to", "202"))).isEqualTo(400);
        JsonNode team = box.api().post(path + "/forward", Map.of("to", "sales", "note", "please call them"));
        assertThat(team.path("mailbox").asString()).isEqualTo("sales");
        assertThat(team.path("note").asString()).isEqualTo("please call them");
        assertThat(box.promises(NUMBER, "open")).as("one matter").hasSize(1);
    }

    private static void delete(Box box, JsonNode message) {
        String path = "/api/messages/" + message.path("id").asString();
        assertThat(box.api().send("DELETE", path, new byte[0], null).statusCode())
                .isEqualTo(204);
    }
}
