package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import ringdown.audio.Wav;
import ringdown.mailer.PostOffice;

/** Messages reach their owner by e-mail with the sound, statements the director, and no outage loses one. */
@Execution(ExecutionMode.CONCURRENT)
class MailTest {
    /** Nobody answers at the provider's port: where the box tries to register, that becomes deaf time after half a minute. */
    private static Office office(int port) {
        return Office.ofTheContract()
                .without("duty: 201")
                .with("register: true", "register: false")
                .with("secret: s3cret-201,", "secret: s3cret-201, mail: olena@example.org,")
                .with(
                        "accounts:",
                        "mail: {host: 127.0.0.1, port: " + port
                                + ", security: none, from: office@example.org, user: romashka, password: post-Pass-1}\n"
                                + "accounts:\n  - {name: owner, role: director, mail: o@example.org, report: \"closing+5m\"}");
    }

    private static MimeMessage message(String text) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aMessageIsMailedWithItsSoundAlsoWhenTheServerWasDownAndTheBoxWasRestarted() throws Exception {
        int port = Ports.free();
        short[] said = Speech.of("My name is Peter, please call me about the roof before the rain comes.");
        try (Box box = Box.running(office(port), "2026-11-20T19:00:00+02:00")) {
            Line line = box.line(1).clear();
            line.rings("+380671110001").isAnswered();
            line.hearsMessageTone();
            line.says(said).listens(said.length / 8000.0 + 0.5);
            line.hangsUp().isFree();
            box.endedCall("+380671110001");
            Until.holds(
                    "the alarm that e-mail waits",
                    () -> box.api().list("/api/alarms?state=open"),
                    all -> all.stream().anyMatch(a -> a.path("what").asString().equals("mailWaiting")));
            box.stop();
            try (PostOffice post = new PostOffice(port)) {
                box.again("2026-11-20T19:10:00+02:00");
                String taken = Until.holds("the e-mail", Duration.ofSeconds(60), post::taken, all -> !all.isEmpty())
                        .getFirst();
                MimeMessage mail = message(taken);
                assertThat(mail.getAllRecipients()[0]).hasToString("olena@example.org");
                assertThat(mail.getSubject()).contains("+380671110001");
                assertThat(post.logins()).contains("romashka\0romashka\0post-Pass-1");
                MimeMultipart parts = (MimeMultipart) mail.getContent();
                assertThat(parts.getBodyPart(0).getContent().toString()).contains("20.11.2026 19:0");
                try (InputStream sound = parts.getBodyPart(1).getInputStream()) {
                    assertThat(Hearing.alike(Wav.any(sound.readAllBytes()), said, 2))
                            .as("the sound is what was said")
                            .isGreaterThanOrEqualTo(0.97);
                }
                Until.holds(
                        "the alarm is over",
                        () -> box.api().list("/api/alarms?state=open"),
                        all -> all.stream()
                                .noneMatch(a -> a.path("what").asString().equals("mailWaiting")));
                assertThat(post.taken()).as("once").hasSize(1);
            }
        }
    }

    private static List<MimeMessage> statements(PostOffice post) {
        try {
            List<MimeMessage> all = new ArrayList<>();
            for (String taken : post.taken()) {
                all.add(message(taken));
            }
            all.removeIf(mail -> !subject(mail).startsWith("Звірка"));
            return all;
        } catch (Exception unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void theDirectorGetsTheStatementFiveMinutesAfterClosingAndLostIsPrintedEvenWhenItIsNothing() throws Exception {
        int port = Ports.free();
        try (PostOffice post = new PostOffice(port);
                Box box = Box.running(office(port), "2026-11-20T17:50:00+02:00")) {
            box.clockReads("2026-11-20T18:04:00+02:00");
            assertThat(post.taken()).isEmpty();
            box.clockReads("2026-11-20T18:05:10+02:00");
            MimeMessage mail = message(Until.holds("the statement", post::taken, all -> !all.isEmpty())
                    .getFirst());
            assertThat(mail.getAllRecipients()[0]).hasToString("o@example.org");
            assertThat(mail.getSubject()).isEqualTo("Звірка дзвінків 20.11.2026, Стоматологія «Ромашка»");
            assertThat(mail.getContent().toString())
                    .contains("Вхідних 0 = розмови 0 + обіцяно 0 + відхилено за правилом 0 + тривають 0")
                    .contains("Загублено: 0")
                    .contains("Без зв'язку: 0:00:00");
            assertThat(mail.getContent().toString()).doesNotContain("Після попередньої");
            box.line(1).clear().rings("+380671110009", "etsi-before-ring").isRecorded();
            box.line(1).hangsUp().isFree();
            box.endedCall("+380671110009");
            box.clockReads("2026-11-22T12:00:00+02:00");
            Until.holds("Saturday's", () -> statements(post), all -> all.size() == 2);
            assertThat(statements(post)).as("none for Sunday").hasSize(2);
            assertThat(statements(post).get(1).getContent().toString())
                    .as("who called after the statement stands in the next one")
                    .contains("Вхідних 0 =")
                    .contains("Після попередньої звірки, 20.11.2026 18:05 – 21.11.2026 00:00:")
                    .contains("Вхідних 1 = розмови 0 + обіцяно 1 ");
        }
    }

    @Test
    void theStatementWaitsForTheNumberThatClosesLast() throws Exception {
        int port = Ports.free();
        String main = "{port: \"fxo:1\", number: \"+380441230001\", purpose: main number, script: front";
        Office office = office(port).with(main, main + ", hours: {mon-fri: \"08:00-20:00\"}");
        try (PostOffice post = new PostOffice(port);
                Box box = Box.running(office, "2026-11-20T17:50:00+02:00")) {
            box.clockReads("2026-11-20T20:05:10+02:00");
            MimeMessage mail = message(Until.holds("the statement", post::taken, all -> !all.isEmpty())
                    .getFirst());
            assertThat(mail.getSubject()).startsWith("Звірка дзвінків 20.11.2026");
            assertThat(mail.getSentDate().toInstant().toString()).startsWith("2026-11-20T18:05:");
        }
    }

    @Test
    void theServersPasswordGoesOutOnlyWhenAskedForAndIsKeptWhenItIsMissing() {
        try (Box box = Box.running(office(Ports.free()), "2026-11-20T12:00:00+02:00")) {
            String file = Api.text(box.api().send("GET", "/api/office", new byte[0], null));
            assertThat(file).contains("romashka").doesNotContain("post-Pass-1");
            byte[] same = file.getBytes(StandardCharsets.UTF_8);
            assertThat(box.api()
                            .send("PUT", "/api/office", same, "application/yaml")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(Api.text(box.api().send("GET", "/api/office?secrets=true", new byte[0], null)))
                    .contains("post-Pass-1");
        }
    }
}
