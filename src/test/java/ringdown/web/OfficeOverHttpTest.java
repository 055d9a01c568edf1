package ringdown.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringdown.number.Extension;

class OfficeOverHttpTest {
    @TempDir
    Path dir;

    private WebBox box;

    @BeforeEach
    void start() throws Exception {
        box = new WebBox(dir).loggedIn();
    }

    @AfterEach
    void stop() {
        box.close();
    }

    private HttpResponse<String> put(String yaml) throws Exception {
        return box.put("/api/office", "application/yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static String etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void theFileGoesOutWithoutSecretsAndComesBackKeepingThem() throws Exception {
        String out = box.get("/api/office").body();
        assertThat(out).contains("Ромашка").doesNotContain("s3cret-201", "tr-secret", "argon2", "Лілія");
        var taken = put(out.replace("main number", "front desk"));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(box.json("/api/lines").path("items").get(0).path("purpose").asString())
                .isEqualTo("front desk");
        String secret = box.get("/api/office?secrets=true&contacts=true").body();
        assertThat(secret)
                .contains("s3cret-201", "tr-secret", "argon2id", "Лілія")
                .doesNotContain(WebBox.PASSWORD);
        assertThat(box.post("/api/login", "{\"name\":\"installer\",\"password\":\"change-me-now\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTelephoneWithoutSecretIsGivenOneThatOnlyTheInstallerSees() throws Exception {
        String added = Offices.ROMASHKA.replace(
                "\nteams:",
                "\n  - {extension: 204, name: Ніна Сова, phones: [sip]}\n"
                        + "  - {extension: 205, name: Олег Крук, phones: [sip], secret: \"1234\"}\nteams:");
        var taken = put(added);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        var warnings = Json.MAPPER.readTree(taken.body()).path("warnings");
        assertThat(warnings.valueStream().map(one -> one.path("field").asString()))
                .containsExactlyInAnyOrder("people[3].secret", "people[4].secret");
        String secret = secretOf204();
        assertThat(secret).matches("[a-z0-9]{20}");
        assertThat(taken.body()).doesNotContain(secret);
        assertThat(box.get("/api/office").body()).doesNotContain(secret);
        put(added);
        assertThat(secretOf204()).as("it stays").isEqualTo(secret);
    }

    private String secretOf204() throws Exception {
        String file = box.get("/api/office?secrets=true").body();
        return file.replaceAll("(?s).*extension: 204.*?secret: (\\w+).*", "$1");
    }

    @Test
    void aStaleVersionIsRefusedAndAFreshOneTaken() throws Exception {
        var before = box.get("/api/office");
        var first = box.send(box.request("/api/office")
                .header("Content-Type", "application/yaml")
                .header("If-Match", etag(before))
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(before.body())));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(etag(first)).isNotEqualTo(etag(before)).isEqualTo(etag(box.get("/api/office")));
        var second = box.send(box.request("/api/office")
                .header("Content-Type", "application/yaml")
                .header("If-Match", etag(before))
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(before.body())));
        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(etag(box.get("/api/office"))).isEqualTo(etag(first));
    }

    @Test
    void aFileThatDoesNotHoldSaysEveryFaultAndChangesNothing() throws Exception {
        var before = box.get("/api/office");
        String broken = Offices.ROMASHKA
                .replace("[201, 202], head: 203", "[201, 999], head: 203")
                .replace("country: UA", "country: UA, colour: blue");
        var refused = put(broken);
        assertThat(refused.statusCode()).isEqualTo(422);
        var faults = Json.MAPPER.readTree(refused.body()).path("faults");
        assertThat(faults.size()).isEqualTo(2);
        faults.forEach(fault -> {
            assertThat(fault.path("line").asInt()).isPositive();
            assertThat(fault.path("what").isString()).isTrue();
            assertThat(fault.has("at")).isTrue();
        });
        assertThat(etag(box.get("/api/office"))).isEqualTo(etag(before));
    }

    @Test
    void aScriptThatGoesRoundInACircleIsRefused() throws Exception {
        var refused = put(Offices.ROMASHKA.replace("otherwise: message", "otherwise: script front"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("circle");
        var checked = box.send(box.request("/api/office/check")
                .header("Content-Type", "application/yaml")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(Offices.ROMASHKA)));
        assertThat(checked.statusCode()).isEqualTo(200);
        assertThat(checked.body()).isEqualTo("{\"error\":null,\"faults\":[],\"warnings\":[]}");
    }

    @Test
    void contactsAreMergedAndNeverDeleted() throws Exception {
        box.post("/api/contacts", "{\"name\":\"Сам\",\"numbers\":[\"+380501112299\"]}");
        put(Offices.ROMASHKA.replace("numbers: [\"+380501112233\"]", "numbers: [\"+380501112255\"]"));
        assertThat(box.json("/api/contacts").path("items").size()).isEqualTo(3);
    }

    @Test
    void anAccountThatIsGoneIsOutAtOnce() throws Exception {
        String token = Json.MAPPER
                .readTree(box.post("/api/tokens", "").body())
                .path("token")
                .asString();
        put(Offices.ROMASHKA.replace("name: installer, role: installer", "name: boss, role: installer"));
        assertThat(box.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(box.send(box.request("/api/me").header("Authorization", "Bearer " + token))
                        .statusCode())
                .isEqualTo(401);
        assertThat(box.office.get().person(new Extension("201"))).isPresent();
    }

    @Test
    void anotherPasswordEndsEveryPassOfItsAccountButTheOneThatChangedIt() throws Exception {
        String login = "{\"name\":\"installer\",\"password\":\"change-me-now\"}";
        String other = box.post("/api/login", login)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";")[0];
        String token = Json.MAPPER
                .readTree(box.post("/api/tokens", "").body())
                .path("token")
                .asString();
        box.loggedIn();
        put(Offices.ROMASHKA);
        assertThat(letsIn("Cookie", other)).as("the same password again").isTrue();
        assertThat(letsIn("Authorization", "Bearer " + token)).isTrue();
        put(Offices.ROMASHKA.replace("change-me-now", "changed-now"));
        assertThat(letsIn("Cookie", other)).isFalse();
        assertThat(letsIn("Authorization", "Bearer " + token)).isFalse();
        assertThat(box.get("/api/me").statusCode()).as("who changed it").isEqualTo(200);
        assertThat(box.post("/api/login", login).statusCode()).isEqualTo(401);
    }

    /** Asked without the cookies of the box's own client. */
    private boolean letsIn(String header, String value) throws Exception {
        try (var stranger = java.net.http.HttpClient.newHttpClient()) {
            var asked = box.request("/api/me").header(header, value).build();
            return stranger.send(asked, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
        }
    }

    @Test
    void anotherKindOfFileIs415AndTooMuchIs413() throws Exception {
        assertThat(box.put("/api/office", "application/json", "{}".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(415);
        assertThat(box.put("/api/office", "application/yaml", new byte[(20 << 20) + 1])
                        .statusCode())
                .isEqualTo(413);
        assertThat(box.put("/api/office", "application/yaml", new byte[20 << 20])
                        .statusCode())
                .as("as much as at the start")
                .isEqualTo(422);
    }

    @Test
    void theOfficeIsThereAfterARestart() throws Exception {
        put(Offices.ROMASHKA.replace("main number", "front desk"));
        box.close();
        box = new WebBox(dir).loggedIn();
        assertThat(box.json("/api/lines").path("items").get(0).path("purpose").asString())
                .isEqualTo("front desk");
    }

    @Test
    void aFileThatWouldLockEverybodyOutIsRefused() throws Exception {
        String out = box.get("/api/office").body();
        var refused = put(out.replace("role: installer", "role: staff"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"field\":\"accounts\"", "no installer");
        assertThat(box.get("/api/me").statusCode()).isEqualTo(200);
    }
}
