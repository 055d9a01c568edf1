package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import ringdown.mailer.PostOffice;
import tools.jackson.databind.JsonNode;

/** Callers say by key that their message is urgent. */
@Execution(ExecutionMode.CONCURRENT)
class UrgentMessageTest {
    private static final String USUAL = "+380671150001";
    private static final String URGENT = "+380671150002";
    private static final String GONE = "+380671150003";
    private static final short[] SAID = Speech.of(Speech.LONG_A, 3);

    private static Office office(int port) {
        return Office.ofTheContract()
                .without("duty: 201")
                .with("secret: s3cret-201,", "secret: s3cret-201, mail: olena@example.org,")
                .with("phones: [sip], secret: s3cret-201", "phones: [sip, \"fxs:1\"], secret: s3cret-201")
                .with("phones: [sip, \"fxs:1\"], secret: s3cret-202", "phones: [sip], secret: s3cret-202")
                .with(
                        "accounts:",
                        "mail: {host: 127.0.0.1, port: " + port
                                + ", security: none, from: office@example.org, user: romashka, password: post-Pass-1}\naccounts:");
    }

    private static Line speaks(Box box, String number) {
        Line line = box.line(1).clear();
        line.rings(number).isAnswered();
        line.hearsMessageTone();
        return line.fromNow().says(SAID).listens(SAID.length / 8000.0 + 0.5);
    }

    private static JsonNode messageOf(Box box, String number) {
        return box.api().list("/api/messages").stream()
                .filter(message -> message.path("callerNumber").asString().equals(number))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void keyOneAfterHashMakesTheMessageUrgentItIsHeardFirstAndTheMailSaysSo() throws Exception {
        int port = Ports.free();
        try (PostOffice post = new PostOffice(port);
                Box box = Box.running(office(port), "2026-11-20T19:00:00+02:00")) {
            speaks(box, USUAL).hangsUp().isFree();
            box.endedCall(USUAL);
            speaks(box, GONE).presses("#").fromNow().hears(1).hangsUp().isFree();
            assertThat(box.endedCall(GONE).path("outcome").asString()).isEqualTo("message");
            speaks(box, URGENT).presses("#").fromNow().hears(1).presses("1");
            JsonNode call = box.endedCall(URGENT);
            assertThat(call.path("outcome").asString()).isEqualTo("message");
            assertThat(messageOf(box, URGENT).path("urgent").asBoolean()).isTrue();
            assertThat(messageOf(box, USUAL).path("urgent").asBoolean()).isFalse();
            assertThat(messageOf(box, GONE).path("urgent").asBoolean()).isFalse();
            assertThat(box.promises(URGENT, "open")).hasSize(1);
            List<String> mails =
                    Until.holds("the e-mails", Duration.ofSeconds(60), post::taken, all -> all.size() == 3);
            assertThat(mails.stream().map(UrgentMessageTest::subject).filter(s -> s.contains("Термінове")))
                    .singleElement()
                    .asString()
                    .contains(URGENT);
            Handset olena =
                    box.telephone(1).isQuiet().dials("*97").fromNow().hears(3).presses("1");
            Until.holds("the urgent one is heard", () -> messageOf(box, URGENT).path("heard"), JsonNode::asBoolean);
            olena.hangsUp();
            assertThat(messageOf(box, USUAL).path("heard").asBoolean())
                    .as("the older one waits")
                    .isFalse();
            String path = "/api/messages/" + messageOf(box, URGENT).path("id").asString();
            assertThat(box.api()
                            .patch(path, Map.of("urgent", false))
                            .path("urgent")
                            .asBoolean())
                    .isFalse();
        }
    }

    private static String subject(String mail) {
        try {
            return new MimeMessage(
                            Session.getInstance(new Properties()),
                            new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)))
                    .getSubject();
        } catch (jakarta.mail.MessagingException broken) {
            throw new AssertionError(broken);
        }
    }
}
