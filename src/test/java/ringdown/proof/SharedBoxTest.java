package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import ringdown.audio.Wav;
import ringdown.mailer.PostOffice;
import tools.jackson.databind.JsonNode;

/** What lies in a team's box waits for all of it, and is done once one of them has heard it. */
@Execution(ExecutionMode.CONCURRENT)
class SharedBoxTest {
    private static final String NUMBER = "+380671220001";
    private static final short[] SAID = Speech.of(Speech.LONG_A, 5);
    private static final short[] WORDS = Speech.of(Speech.LONG_B, 3);

    private static Office office(int post) {
        return new Office("""
                office: {name: Romashka, country: UA, language: uk, timeZone: Europe/Kyiv}
                mail: {host: 127.0.0.1, port: %d, security: none, from: office@example.org}
                accounts:
                  - {name: installer, role: installer, password: change-me-now}
                hours: {week: {mon-fri: "09:00-18:00"}}
                people:
                  - {extension: 201, name: Олена Коваленко, phones: ["fxs:1"]}
                  - {extension: 202, name: Іван Бондар, phones: ["fxs:3"], mail: ivan@example.org}
                  - {extension: 203, name: Марія Шевченко, phones: ["fxs:2"], mail: maria@example.org}
                teams:
                  - {name: Продажі, members: [201], head: 203, sharedBox: true}
                  - {name: Сервіс, members: [202], head: 202}
                lines:
                  - {port: "fxo:1", number: "+380441230001", script: sales}
                  - {port: "fxo:2", number: "+380441230002", script: sales}
                scripts:
                  sales:
                    stages: [{ring: team Продажі, for: 1s}]
                    otherwise: message
                """.formatted(post));
    }

    private static void lamps(Box box, boolean... lit) {
        for (int n = 1; n <= lit.length; n++) {
            String telephone = "/api/simulator/telephones/" + n;
            boolean wanted = lit[n - 1];
            Until.holds(
                    "lamp " + n + (wanted ? " is lit" : " is dark"),
                    () -> box.api().get(telephone).path("messageWaiting").asBoolean(),
                    now -> now == wanted);
        }
    }

    private static List<JsonNode> in(Box box, String mailbox) {
        return box.api().list("/api/messages?mailbox=" + Api.escape(mailbox));
    }

    /** Key 1, the words after the tone, and the hash key. */
    private static void addsAFewWords(Handset olena) {
        olena.fromNow().hears(1).presses("1");
        Until.holds("the tone", () -> Hearing.messageTone(olena.heard()), at -> at >= 0);
        olena.says(WORDS).fromNow();
        Until.holds("she has spoken", () -> olena.heard().length, n -> n > WORDS.length + 2000);
        olena.presses("#");
    }

    /** The letter to that person, with the sound that the caller left. */
    private static void isMailed(PostOffice post, String to) throws Exception {
        String taken = Until.holds(
                        "the letter to " + to,
                        () -> post.taken().stream()
                                .filter(letter -> letter.contains(to))
                                .toList(),
                        letters -> !letters.isEmpty())
                .getFirst();
        MimeMessage mail = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(taken.getBytes(StandardCharsets.UTF_8)));
        try (InputStream sound =
                ((MimeMultipart) mail.getContent()).getBodyPart(1).getInputStream()) {
            assertThat(Hearing.alike(SAID, Wav.any(sound.readAllBytes()), 2)).isGreaterThanOrEqualTo(0.95);
        }
    }

    @Test
    void aMessageInATeamsBoxLightsEveryLampIsHeardOnceForAllAndGoesOnToAnotherTeamByTelephone() throws Exception {
        int port = Ports.free();
        try (PostOffice post = new PostOffice(port);
                Box box = Box.running(office(port), "2026-11-23T10:00:00+02:00")) {
            Line line = box.line(1).clear().rings(NUMBER, "etsi-before-ring");
            line.hearsMessageTone();
            line.says(SAID).listens(SAID.length / 8000.0 + 0.5).hangsUp().isFree();
            box.endedCall(NUMBER);
            assertThat(in(box, "Продажі")).hasSize(1);
            lamps(box, true, true, false);
            isMailed(post, "maria@example.org");
            Handset olena = box.telephone(1).isQuiet().dials("*97").fromNow();
            Until.holds("she hears it", () -> Hearing.alike(SAID, olena.heard(), 2), alike -> alike > 0.9);
            Until.holds(
                    "heard", () -> in(box, "Продажі").getFirst().path("heard").asBoolean());
            olena.presses("5")
                    .fromNow()
                    .hears(1)
                    .presses("*")
                    .fromNow()
                    .hears(0.3)
                    .presses("2");
            addsAFewWords(olena);
            JsonNode there = Until.holds("it lies there", () -> in(box, "Сервіс"), all -> all.size() == 1)
                    .getFirst();
            olena.hangsUp();
            assertThat(there.path("forwardedBy").asString()).isEqualTo("201");
            assertThat(there.path("heard").asBoolean()).isFalse();
            short[] both = box.api().sound("/api/messages/" + there.path("id").asString() + "/audio.wav");
            assertThat(both.length / 8000.0).isGreaterThan(7);
            assertThat(there.path("seconds").asDouble())
                    .isBetween(both.length / 8000.0 - 0.1, both.length / 8000.0 + 0.1);
            short[] first = Arrays.copyOf(both, both.length - SAID.length);
            assertThat(Hearing.alike(WORDS, first, 1))
                    .as("her words come first")
                    .isGreaterThanOrEqualTo(0.9);
            assertThat(Hearing.alike(SAID, both, 2)).isGreaterThanOrEqualTo(0.95);
            box.api().patch("/api/messages/" + there.path("id").asString(), Map.of("heard", false));
            heardForAll(box);
            isMailed(post, "ivan@example.org");
            JsonNode promise = box.promises(NUMBER, "open").getFirst();
            assertThat(promise.path("handedTo").asString()).isEqualTo("202");
            assertThat(promise.path("owner").asString()).isEqualTo("201");
        }
    }

    /** Olena's lamp stays lit for the call that she owes. */
    private static void heardForAll(Box box) {
        lamps(box, true, false, true);
        Handset maria = box.telephone(2).isQuiet().dials("*97").fromNow();
        maria.hears(6).hangsUp();
        assertThat(in(box, "Продажі"))
                .singleElement()
                .matches(message -> message.path("heard").asBoolean());
    }
}
