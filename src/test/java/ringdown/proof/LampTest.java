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

    private static void registers(TextualPhone phone) {
        String challenge = phone.register("201", "");
        assertThat(phone.register("201", phone.proof(challenge, "MD5", "201", "s3cret-201")))
                .startsWith("SIP/2.0 200");
    }

    @Test
    void aDeletionByTelephoneIsTakenBackByTheSameKeyAndMeantByHangingUp() {
        Office office = Office.ofTheContract()
                .without("duty: 201")
                .with("phones: [sip], secret: s3cret-201", "phones: [sip, \"fxs:1\"], secret: s3cret-201")
                .with("phones: [sip, \"fxs:1\"], secret: s3cret-202", "phones: [sip], secret: s3cret-202");
        short[] said = Speech.of("My name is Peter, please call me about the roof before the rain comes.");
        try (Box box = Box.running(office, "2026-11-20T19:00:00+02:00")) {
            Line line = box.line(1).clear();
            line.rings("+380671120002").isAnswered();
            line.hearsMessageTone();
            line.says(said).listens(said.length / 8000.0 + 0.5);
            line.hangsUp().isFree();
            box.endedCall("+380671120002");
            lamp(box, true);
            Handset olena = box.telephone(1).lifts().presses("*97");
            listens(olena, box);
            int before = olena.presses("77").heard().length;
            Until.holds("five seconds more", () -> olena.heard().length, length -> length > before + 5 * 8000);
            assertThat(box.api().list("/api/messages")).as("taken back").hasSize(1);
            olena.presses("7").hangsUp();
            Until.holds("deleted", () -> box.api().list("/api/messages"), List::isEmpty);
            lamp(box, false);
        }
    }

    /**
     * Listens to the whole message, up to the keys that are offered after it. A key pressed in the words before is not taken, so it is
     * pressed again, but never while the message may be playing.
     */
    private static void listens(Handset who, Box box) {
        int[] pressedAt = {-AFTER_A_KEY};
        Until.holds(
                "the message has been played",
                () -> {
                    int now = who.heard().length;
                    if (now - pressedAt[0] > AFTER_A_KEY) {
                        who.presses("1");
                        pressedAt[0] = now;
                    }
                    return box.api().list("/api/messages");
                },
                all -> all.getFirst().path("heard").asBoolean());
    }

    /** Eight seconds: longer than the message, shorter than the offer of keys and the silence after it. */
    private static final int AFTER_A_KEY = 8 * 8000;

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
            box.stop();
            box.again("2026-11-20T19:05:00+02:00");
            lamp(box, true);
            try (TextualPhone phone = new TextualPhone(box.sip())) {
                registers(phone);
                String notify = phone.request("NOTIFY");
                assertThat(notify)
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
                assertThat(phone.request("NOTIFY")).contains("Messages-Waiting: no");
            }
        }
    }
}
