package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import ringdown.mailer.PostOffice;
import tools.jackson.databind.JsonNode;

/** Who lets two calls in a row ring out is not rung any more and the head is told, until there is a sign of life. */
@Execution(ExecutionMode.CONCURRENT)
class NotAnsweringTest {
    private int caller;

    private static Office office(int port) {
        return Office.ofTheContract()
                .withoutGreetings()
                .without("- {ring: head, for: 15s}")
                .stages("6s")
                .with("name: Марія Шевченко,", "name: Марія Шевченко, mail: maria@example.org,")
                .with(
                        "accounts:",
                        "mail: {host: 127.0.0.1, port: " + port
                                + ", security: none, from: office@example.org}\naccounts:");
    }

    private static void state(Box box, String state) {
        Until.holds("202 is " + state, () -> box.person("202").path("state").asString(), state::equals);
    }

    /** Nobody lifts at Ivan's; he is the only one of the team whose telephone is plugged in. */
    private JsonNode ringsOut(Box box) {
        String number = "+3806714200" + (10 + caller++);
        Line line = box.line(1);
        line.rings(number, "etsi-before-ring").isAnswered(); // to announce: the stage is over
        line.hangsUp().isFree();
        return box.endedCall(number);
    }

    private static boolean told(Box box) {
        return box.api().list("/api/alarms?state=open").stream()
                .anyMatch(alarm -> alarm.path("what").asString().equals("notAnswering")
                        && alarm.path("where").asString().equals("202"));
    }

    @Test
    void whoLetsTwoCallsInARowRingOutIsNotRungTheHeadIsToldAndAnySignOfLifeEndsIt() throws Exception {
        try (PostOffice post = new PostOffice(0);
                Box box = Box.running(office(post.port()), "2026-11-23T10:00:00+02:00")) {
            box.line(1).clear();
            assertThat(ringsOut(box).path("stages").get(0).path("rang").get(0).asString())
                    .isEqualTo("202");
            assertThat(told(box)).isFalse();
            ringsOut(box);
            state(box, "notAnswering");
            Until.holds("the page tells it", () -> told(box));
            String letter = Until.holds("the head's letter", post::taken, all -> !all.isEmpty())
                    .getFirst();
            MimeMessage mail = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(letter.getBytes(StandardCharsets.UTF_8)));
            assertThat(mail.getAllRecipients()[0]).hasToString("maria@example.org");
            assertThat(mail.getSubject()).isEqualTo("202 Іван Бондар не відповідає на дзвінки");
            JsonNode third = ringsOut(box);
            JsonNode stage = third.path("stages").get(0);
            assertThat(stage.path("rang").isEmpty()).isTrue();
            assertThat(stage.path("seconds").asDouble()).isZero();
            assertThat(stage.path("notRung").toString()).contains("notAnswering");
            box.telephone(1).lifts();
            Until.holds("the alarm is healed", () -> !told(box));
            box.telephone(1).hangsUp();
            state(box, "free");
            ringsOut(box);
            ringsOut(box);
            state(box, "notAnswering");
            box.api().put("/api/people/202/state", Map.of("state", "free"));
            state(box, "free");
            Until.holds("it is healed by word", () -> !told(box));
            ringsOut(box);
            ringsOut(box);
            state(box, "notAnswering");
            box.clockReads("2026-11-24T00:00:01+02:00");
            state(box, "free");
            Until.holds("a new day heals it", () -> !told(box));
        }
    }
}
