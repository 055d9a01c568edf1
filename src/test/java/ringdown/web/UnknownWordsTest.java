package ringdown.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A word of a request that nobody knows is 400 with its name and the nearest one; what a GET gave may be sent back. */
class UnknownWordsTest {
    @TempDir
    static Path dir;

    private static WebBox box;

    @BeforeAll
    static void start() throws Exception {
        box = new WebBox(dir).loggedIn();
    }

    @AfterAll
    static void stop() {
        box.close();
    }

    private static void refused(HttpResponse<String> answer, String field, String what) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        JsonNode error = Json.MAPPER.readTree(answer.body());
        assertThat(error.path("error").asString()).startsWith(what);
        assertThat(error.path("field").asString()).isEqualTo(field);
        assertThat(error.propertyNames()).containsExactlyInAnyOrder("error", "field");
    }

    @Test
    void anUnknownFieldIsNamedWithTheNearestOneAndNothingIsChanged() throws Exception {
        String call = box.gaveUp(WebBox.LILY);
        refused(
                box.with("PATCH", "/api/calls/" + call, "{\"topic\":\"price\",\"clas\":\"client\"}"),
                "clas",
                "unknown field `clas`; did you mean `class`?");
        assertThat(box.json("/api/calls/" + call).path("topic").isNull()).isTrue();
        String promise = box.json("/api/calls/" + call).path("promiseId").asString();
        refused(
                box.post(
                        "/api/promises/" + promise + "/postpone",
                        "{\"to\":\"2026-11-24T10:00:00+02:00\",\"askedby\":\"client\"}"),
                "askedby",
                "unknown field `askedby`; did you mean `askedBy`?");
        refused(
                box.post("/api/login", "{\"user\":\"installer\"}"),
                "user",
                "unknown field `user`; there are `name`, `password`");
        refused(
                box.with("PUT", "/api/simulator/lines/1/exchange", "{\"echo\":{\"lossDb\":10,\"delay\":8}}"),
                "echo.delay",
                "unknown field `delay`; did you mean `delayMs`?");
    }

    @Test
    void anUnknownParameterIsNamedWithTheNearestOne() throws Exception {
        Map.of(
                        "/api/calls?limt=5", "limt|unknown parameter `limt`; did you mean `limit`?",
                        "/api/calls?outcom=talked", "outcom|unknown parameter `outcom`; did you mean `outcome`?",
                        "/api/ledger/balance?form=2026-11-01", "form|unknown parameter `form`; did you mean `from`?",
                        "/api/board?when=now", "when|unknown parameter `when`; there is none",
                        "/api/office?secret=true", "secret|unknown parameter `secret`; did you mean `secrets`?")
                .forEach((path, said) -> {
                    String[] parts = said.split("\\|", 2);
                    try {
                        refused(box.get(path), parts[0], parts[1]);
                    } catch (Exception failed) {
                        throw new AssertionError(path, failed);
                    }
                });
    }

    @Test
    void everyListTakesItsPages() throws Exception {
        for (String list : List.of("people", "overrides", "messages", "tokens", "learned", "prompts", "contacts")) {
            assertThat(box.get("/api/" + list + "?limit=5").statusCode())
                    .as(list)
                    .isEqualTo(200);
        }
        assertThat(box.get("/api/messages?mailbox=care&limit=5").statusCode()).isEqualTo(200);
    }

    @Test
    void whatAGetGaveMayBeSentBack() throws Exception {
        String call = box.gaveUp(WebBox.LILY);
        ObjectNode entry = (ObjectNode) box.json("/api/calls/" + call);
        entry.put("topic", "price");
        assertThat(box.with("PATCH", "/api/calls/" + call, entry.toString()).statusCode())
                .isEqualTo(200);
        JsonNode contact = box.json("/api/contacts").path("items").get(0);
        assertThat(box.with("PATCH", "/api/contacts/" + contact.path("id").asString(), contact.toString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(box.post("/api/contacts", contact.toString()).statusCode()).isEqualTo(201);
        ObjectNode person = (ObjectNode) box.json("/api/people").path("items").get(0);
        person.put("state", "away");
        assertThat(box.with("PUT", "/api/people/201/state", person.toString()).statusCode())
                .isEqualTo(200);
        String id = box.leavesMessage("+380671234567");
        assertThat(box.with(
                                "PATCH",
                                "/api/messages/" + id,
                                box.json("/api/messages/" + id).toString())
                        .statusCode())
                .isEqualTo(200);
        String office = box.get("/api/office").body();
        assertThat(box.put("/api/office", "application/yaml", office.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(200);
    }
}
