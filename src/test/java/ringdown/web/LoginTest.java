package ringdown.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {
    @TempDir
    Path dir;

    private WebBox box;

    @BeforeEach
    void start() throws Exception {
        box = new WebBox(dir);
    }

    @AfterEach
    void stop() {
        box.close();
    }

    private static final String RIGHT = "{\"name\":\"installer\",\"password\":\"change-me-now\"}";

    @Test
    void nothingIsShownWithoutLoginExceptHealthAndTheDocument() throws Exception {
        assertThat(box.get("/api/calls").statusCode()).isEqualTo(401);
        assertThat(box.get("/api/unheard-of").statusCode()).isEqualTo(401);
        assertThat(box.get("/api/calls").body()).isEqualTo("{\"error\":\"log in first\",\"field\":null}");
        assertThat(box.get("/api/health").statusCode()).isEqualTo(200);
        assertThat(box.get("/api/openapi.json").statusCode()).isEqualTo(200);
    }

    @Test
    void theCookieIsHttpOnlyAndStrict() throws Exception {
        HttpResponse<String> answer = box.post("/api/login", RIGHT);
        assertThat(answer.statusCode()).isEqualTo(200);
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("ringdown=").contains("HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(cookie).doesNotContain("Secure");
        assertThat(box.get("/api/me").body()).contains("\"name\":\"installer\"", "\"role\":\"installer\"");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreAnsweredAlike() throws Exception {
        var wrong = box.post("/api/login", "{\"name\":\"installer\",\"password\":\"no\"}");
        var unknown = box.post("/api/login", "{\"name\":\"nobody\",\"password\":\"no\"}");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(box.post("/api/login", "{}").statusCode()).isEqualTo(400);
        assertThat(box.post("/api/login", "{\"name\":\"installer\"}").body()).contains("\"field\":\"password\"");
    }

    private HttpResponse<String> password(String change) throws Exception {
        return box.put("/api/me/password", "application/json", change.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whoeverKnowsTheirPasswordMayChangeItAndStaysLoggedIn() throws Exception {
        box.loggedIn();
        String guess = "{\"old\":\"wrong\",\"new\":\"another-one\"}";
        assertThat(password(guess).body()).contains("\"field\":\"old\"");
        String tooShort = "{\"old\":\"change-me-now\",\"new\":\"short\"}";
        assertThat(password(tooShort).body()).contains("\"field\":\"new\"");
        String fitting = "{\"old\":\"change-me-now\",\"new\":\"another-one\"}";
        assertThat(password(fitting).statusCode()).isEqualTo(204);
        assertThat(box.get("/api/me").statusCode()).isEqualTo(200);
        assertThat(box.post("/api/login", RIGHT).statusCode()).isEqualTo(401);
        String login = "{\"name\":\"installer\",\"password\":\"another-one\"}";
        assertThat(box.post("/api/login", login).statusCode()).isEqualTo(200);
    }

    @Test
    void loggingOutEndsTheSession() throws Exception {
        box.loggedIn();
        assertThat(box.post("/api/logout", "").statusCode()).isEqualTo(204);
        assertThat(box.get("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionSurvivesARestartAndOnlyItsHashIsKept() throws Exception {
        String cookie = box.post("/api/login", RIGHT)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";")[0];
        box.close();
        box = new WebBox(dir);
        var answer = box.send(box.request("/api/me").header("Cookie", cookie));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenLetsAProgramInUntilItIsRevoked() throws Exception {
        box.loggedIn();
        var made = Json.MAPPER.readTree(box.post("/api/tokens", "").body());
        String header = "Bearer " + made.path("token").asString();
        box.post("/api/logout", "");
        assertThat(box.send(box.request("/api/me").header("Authorization", header))
                        .statusCode())
                .isEqualTo(200);
        box.send(box.request("/api/tokens/" + made.path("id").asString())
                .header("Authorization", header)
                .DELETE());
        assertThat(box.send(box.request("/api/me").header("Authorization", header))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void foreignOriginsMayReadNothingInOurName() throws Exception {
        box.loggedIn();
        assertThat(patched("Origin", "https://evil.example")).isEqualTo(403);
        assertThat(patched("Origin", "null")).isEqualTo(403);
        assertThat(patched("Sec-Fetch-Site", "cross-site")).isEqualTo(403);
        assertThat(patched("Origin", "http://127.0.0.1:" + box.server.port())).isEqualTo(200);
        assertThat(patched("Sec-Fetch-Site", "same-origin")).isEqualTo(200);
        assertThat(patched("X-Nothing", "")).isEqualTo(200);
    }

    private int patched(String header, String value) throws Exception {
        return box.send(box.request("/api/people/201/state")
                        .header(header, value)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"state\":\"free\"}")))
                .statusCode();
    }

    @Test
    void staffReadTheirOwnAndNoSecrets() throws Exception {
        box.post("/api/login", "{\"name\":\"olena\",\"password\":\"olenas-own\"}");
        box.rings(WebBox.LILY);
        assertThat(box.json("/api/calls").path("items").size()).isZero();
        assertThat(box.get("/api/calls/" + box.rings(WebBox.LILY)).statusCode()).isEqualTo(403);
        assertThat(box.get("/api/calls/" + box.gaveUp(WebBox.LILY)).statusCode())
                .as("whom she is to call back")
                .isEqualTo(200);
        assertThat(box.get("/api/calls?person=202").statusCode()).isEqualTo(403);
        assertThat(box.get("/api/office").statusCode()).isEqualTo(403);
        assertThat(box.get("/api/office?secrets=true").statusCode()).isEqualTo(403);
        assertThat(box.with("PUT", "/api/people/201/state", "{\"state\":\"away\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(box.with("PUT", "/api/people/202/state", "{\"state\":\"away\"}")
                        .statusCode())
                .isEqualTo(403);
    }
}
