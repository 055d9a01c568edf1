package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** SITUATIONS 9: who has left is a stranger from that minute on, and what was theirs is the successor's. */
@Execution(ExecutionMode.CONCURRENT)
class LeftTest {
    private static final String LILIYA = "+380501112233";
    private static final String STRANGER = "+380671430001";

    private static Office office() {
        return Office.ofTheContract()
                .without("duty: 201")
                .withoutGreetings()
                .alwaysOpen()
                .stages("12s")
                .with("secret: s3cret-201,", "secret: s3cret-201, left: 2026-11-23, successor: 202,")
                .with(
                        "accounts:",
                        "accounts:\n  - {name: olena, role: staff, person: 201, password: olena-pass-1}\n"
                                + "  - {name: ivan, role: staff, person: 202, password: ivan-pass-1}");
    }

    private static Api page(Box box, String name) {
        return new Api("http://127.0.0.1:" + box.web()).login(name, name + "-pass-1");
    }

    private static int status(Api api, String path) {
        return api.send("GET", path, new byte[0], null).statusCode();
    }

    private static int byToken(Box box, String token) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI me = URI.create("http://127.0.0.1:" + box.web() + "/api/me");
            HttpRequest request = HttpRequest.newBuilder(me)
                    .header("Authorization", "Bearer " + token)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }

    @Test
    void whoHasLeftIsAStrangerFromThatMinuteOnAndTheSuccessorHasWhatWasTheirs() throws Exception {
        short[] said = Speech.of("My name is Peter, please call me about the roof before the rain comes.");
        try (Box box = Box.running(office(), "2026-11-23T23:40:00+02:00")) {
            Line line = box.line(1).clear();
            line.rings(LILIYA, "etsi-before-ring").isAnswered();
            line.hearsMessageTone();
            line.says(said).listens(said.length / 8000.0 + 0.5);
            line.hangsUp().isFree();
            box.endedCall(LILIYA);
            assertThat(box.promises(LILIYA, "open").getFirst().path("owner").asString())
                    .isEqualTo("201");
            Api olena = page(box, "olena");
            String token = olena.post("/api/tokens", Map.of("name", "script"))
                    .path("token")
                    .asString();
            assertThat(byToken(box, token)).isEqualTo(200);
            assertThat(status(olena, "/api/me")).isEqualTo(200);
            try (Phone phone = Phone.registers(box, "201", "PCMA", Speech.LONG_A)) {
                talksOverMidnight(box, phone);
            }
            assertThat(status(olena, "/api/me")).isEqualTo(401);
            assertThat(byToken(box, token)).isEqualTo(401);
            assertThat(box.api().postStatus("/api/login", Map.of("name", "olena", "password", "olena-pass-1")))
                    .isEqualTo(401);
            theTelephoneIsAStrangers(box);
            theSuccessorHasIt(box);
        }
    }

    @Test
    void aLeavingThatIsTakenBackBringsTheContactsBackButForThoseThatSomebodyHasChanged() {
        try (Box box = Box.running(office(), "2026-11-23T12:00:00+02:00")) {
            String other = box.api()
                    .post(
                            "/api/contacts",
                            Map.of("name", "Oak Ltd", "numbers", List.of("+380671430011"), "manager", "201"))
                    .path("id")
                    .asString();
            box.clockReads("2026-11-24T00:00:00+02:00");
            Until.holds("the successor's", () -> manager(box, "Лілія"), "202"::equals);
            Until.holds("the successor's", () -> manager(box, "Oak"), "202"::equals);
            box.api().patch("/api/contacts/" + other, Map.of("manager", "203"));
            String file = Api.text(box.api().send("GET", "/api/office", new byte[0], null));
            byte[] stays = file.lines()
                    .filter(line -> !line.contains("left:") && !line.contains("successor:"))
                    .collect(Collectors.joining("\n"))
                    .getBytes(StandardCharsets.UTF_8);
            assertThat(box.api()
                            .send("PUT", "/api/office", stays, "application/yaml")
                            .statusCode())
                    .isEqualTo(200);
            Until.holds("the card comes back", () -> manager(box, "Лілія"), "201"::equals);
            assertThat(manager(box, "Oak")).isEqualTo("203");
        }
    }

    private static String manager(Box box, String name) {
        return box.api().list("/api/contacts?q=" + Api.escape(name)).stream()
                .filter(one -> one.path("name").asString().contains(name))
                .findFirst()
                .orElseThrow()
                .path("manager")
                .asString();
    }

    private static void talksOverMidnight(Box box, Phone phone) {
        Line line = box.line(2).clear();
        line.rings(STRANGER, "etsi-before-ring");
        phone.isRung().answers();
        Until.holds(
                "they talk",
                () -> box.callsOf(STRANGER).getFirst().path("outcome").asString(),
                "talking"::equals);
        box.clockReads("2026-11-24T00:00:00+02:00");
        Until.holds("201 is not registered", () -> !box.registered("201"));
        line.says(Speech.of(Speech.LONG_B, 4)).listens(6);
        phone.hangsUp();
        assertThat(box.endedCall(STRANGER).path("outcome").asString()).isEqualTo("talked");
        assertThat(box.endedCall(STRANGER).path("answeredBy").asString()).isEqualTo("201");
        line.hangsUp().isFree();
    }

    /** The right secret is answered as any secret of nobody is. */
    private static void theTelephoneIsAStrangers(Box box) {
        try (TextualPhone phone = new TextualPhone(box.sip())) {
            for (String user : List.of("201", "299")) {
                String challenge = phone.register(user, "");
                assertThat(phone.register(user, phone.proof(challenge, "MD5", user, "s3cret-" + user)))
                        .startsWith("SIP/2.0 401");
            }
        }
        assertThat(box.registered("201")).isFalse();
    }

    private static void theSuccessorHasIt(Box box) {
        JsonNode liliya = Until.holds(
                "the contact has moved",
                () -> box.api().list("/api/contacts").getFirst(),
                one -> one.path("manager").asString().equals("202"));
        assertThat(liliya.path("backups").toString()).contains("203").doesNotContain("201");
        Until.holds(
                "the promise has moved",
                () -> box.promises(LILIYA, "owed").getFirst().path("owner").asString(),
                "202"::equals);
        assertThat(page(box, "ivan").list("/api/messages")).hasSize(1);
        Until.holds(
                "the successor's lamp",
                () -> box.telephone(1).view().path("messageWaiting").asBoolean());
        Handset maria = box.telephone(2).dials("201");
        box.telephone(1).isRung();
        maria.hangsUp();
        box.telephone(1).isQuiet();
        Line line = box.line(2);
        line.rings(LILIYA, "etsi-before-ring");
        box.telephone(1).isRung();
        line.hangsUp().isFree();
        theSuccessorIsTheManagerInACall(box, line);
    }

    /** SITUATIONS 9, 10: not as whoever owes a call, but as the manager, and alone. */
    private static void theSuccessorIsTheManagerInACall(Box box, Line line) {
        box.endedCall(LILIYA);
        box.promises(LILIYA, "owed")
                .forEach(p ->
                        box.api().post("/api/promises/" + p.path("id").asString() + "/close", Map.of("how", "sms")));
        box.telephone(1).isQuiet();
        line.rings(LILIYA, "etsi-before-ring");
        box.telephone(1).isRung();
        line.hangsUp().isFree();
        JsonNode stage = box.endedCall(LILIYA).path("stages").get(0);
        assertThat(stage.path("target").asString()).isEqualTo("manager");
        assertThat(RoutingTest.rang(stage)).containsExactly("202");
    }
}
