package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** The lamp says whether a message waits: on copper and over SIP, after each change and after a restart. */
@Execution(ExecutionMode.CONCURRENT)
class LampTest {
    private static void lamp(Box box, boolean lit) {
        Until.holds(
                lit ? "lit" : "dark",
                () -> box.api().get("/api/simulator/telephones/1"),
                telephone -> telephone.path("messageWaiting").asBoolean() == lit);
    }

    /** By FSK, for a display. */
    private static void told(Box box, int messages) {
        Until.holds(
                messages + " by FSK",
                () -> box.api()
                        .get("/api/simulator/telephones/1")
                        .path("messages")
                        .asInt(-1),
                count -> count == messages);
    }

    private static void registers(TextualPhone phone) {
        String challenge = phone.register("201", "");
        assertThat(phone.register("201", phone.proof(challenge, "MD5", "201", "s3cret-201")))
                .startsWith("SIP/2.0 200");
    }

    /** One that says so: the same may come twice where it is answered late. */
    private static String notified(TextualPhone phone, String waiting) {
        return Until.holds(
                "told that a message waits: " + waiting,
                () -> phone.request("NOTIFY"),
                told -> told.contains("Messages-Waiting: " + waiting));
    }

    @Test
    void theLampIsLitByAMessageStaysLitOverARestartAndGoesOutWhenItIsHeard() {
        Office office = Office.ofTheContract()
                .without("duty: 201")
                .with("phones: [sip], secret: s3cret-201", "phones: [sip, \"fxs:1\"], secret: s3cret-201")
                .with("phones: [sip, \"fxs:1\"], secret: s3cret-202", "phones: [sip], secret: s3cret-202");
        short[] said = Speech.of("My name is Peter, please call me about the roof before the rain comes.");
        try (Box box = Box.running(office, "2026-11-20T19:00:00+02:00")) {
            lamp(box, false);
            Line line = box.line(1).clear();
            line.rings("+380671120001").isAnswered();
            line.hearsMessageTone();
            line.says(said).listens(said.length / 8000.0 + 0.5);
            line.hangsUp().isFree();
            box.endedCall("+380671120001");
            lamp(box, true);
            told(box, 1);
            box.stop();
            box.again("2026-11-20T19:05:00+02:00");
            lamp(box, true);
            try (TextualPhone phone = new TextualPhone(box.sip())) {
                registers(phone);
                assertThat(notified(phone, "yes"))
                        .contains("Event: message-summary")
                        .contains("Messages-Waiting: yes")
                        .contains("Voice-Message: 1/0");
                List<JsonNode> messages = box.api().list("/api/messages");
                box.api()
                        .send(
                                "DELETE",
                                "/api/messages/"
                                        + messages.getFirst().path("id").asString(),
                                new byte[0],
                                null);
                lamp(box, false);
                told(box, 0);
                notified(phone, "no");
            }
        }
    }
}
