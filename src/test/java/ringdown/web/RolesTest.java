package ringdown.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every endpoint of the document against every kind of account: who is turned away, and nobody else is. */
class RolesTest {
    /** Of call and message: 201 took part and owes it, 202 did not; nina leads another team. */
    private static final String ACCOUNTS = """
            accounts:
              - {name: installer, role: installer, password: change-me-now}
              - {name: olena, role: staff, person: 201, password: olenas-own}
              - {name: ivan, role: staff, person: 202, password: ivans-own-1}
              - {name: maria, role: head, person: 203, password: marias-own}
              - {name: nina, role: head, person: 204, teams: [sales], password: ninas-own-1}
              - {name: quality, role: quality, password: of-quality}
              - {name: owner, role: director, password: the-owners}
            """;

    private static final List<String> ORDER =
            List.of("ivan", "nina", "olena", "quality", "maria", "owner", "installer");

    private static final Set<String> STAFF = Set.of("olena", "ivan");
    private static final Set<String> NOT_LEADING = Set.of("olena", "ivan", "quality");
    private static final Set<String> NOT_INSTALLING = Set.of("olena", "ivan", "quality", "maria", "nina", "owner");

    private static final Set<String> NOT_LIFTING = Set.of("olena", "ivan", "quality", "maria", "nina");

    /** Neither took part nor leads who did. */
    private static final Set<String> STRANGERS = Set.of("ivan", "nina");

    /** No talk of theirs was recorded. */
    private static final Set<String> UNHEARD = Set.of("olena", "ivan", "maria", "nina", "installer");

    private static final Set<String> NOT_DIRECTING = Set.of("olena", "ivan", "quality", "maria", "nina", "installer");

    /** Who must be turned away with 403; whatever is not named here is everybody's who has logged in. */
    private static final Map<String, Set<String>> FORBIDDEN = Map.ofEntries(
            Map.entry("GET /api/calls/{id}/recording.wav", UNHEARD),
            Map.entry("POST /api/calls/{id}/recording", UNHEARD),
            Map.entry("DELETE /api/calls/{id}/recording", NOT_DIRECTING),
            Map.entry("GET /api/calls/{id}", STRANGERS),
            Map.entry("PATCH /api/calls/{id}", STRANGERS),
            Map.entry("POST /api/calls/{id}/promises", STRANGERS),
            Map.entry("POST /api/calls/{id}/contact", STRANGERS),
            Map.entry("GET /api/messages/{id}", STRANGERS),
            Map.entry("PATCH /api/messages/{id}", STRANGERS),
            Map.entry("DELETE /api/messages/{id}", STRANGERS),
            Map.entry("POST /api/messages/{id}/forward", STRANGERS),
            Map.entry("GET /api/messages/{id}/audio.wav", STRANGERS),
            Map.entry("POST /api/calls/import", NOT_LEADING),
            Map.entry("GET /api/promises/{id}", STRANGERS),
            Map.entry("POST /api/promises/{id}/call", STRANGERS),
            Map.entry("POST /api/promises/{id}/close", STRANGERS),
            Map.entry("POST /api/promises/{id}/postpone", STRANGERS),
            Map.entry("POST /api/promises/{id}/heard", STRANGERS),
            Map.entry("POST /api/promises/{id}/solved", STRANGERS),
            Map.entry("POST /api/promises/{id}/confirm", Set.of("olena", "ivan", "quality", "nina")),
            Map.entry("GET /api/reviews", STAFF),
            Map.entry("GET /api/reviews/{id}", STAFF),
            Map.entry("POST /api/reviews/{id}/verdict", Set.of("olena", "ivan", "quality", "installer")),
            Map.entry("GET /api/deviations", STAFF),
            Map.entry("GET /api/deviations/proposals", STAFF),
            Map.entry("POST /api/deviations/proposals/{id}/try", NOT_LEADING),
            Map.entry("POST /api/deviations/proposals/{id}/dismiss", NOT_LEADING),
            Map.entry("POST /api/deviations/proposals/{id}/keep", NOT_LEADING),
            Map.entry("POST /api/deviations/proposals/{id}/undo", NOT_LEADING),
            Map.entry("GET /api/scripts/{name}/change", STAFF),
            Map.entry("GET /api/scripts/{name}/changes", STAFF),
            Map.entry("PUT /api/people/{extension}/state", Set.of("ivan", "quality")),
            Map.entry("GET /api/people/{extension}/greetings", Set.of("ivan", "quality")),
            Map.entry("GET /api/people/{extension}/greetings/{state}", Set.of("ivan", "quality")),
            Map.entry("PUT /api/people/{extension}/greetings/{state}", Set.of("ivan", "quality")),
            Map.entry("DELETE /api/people/{extension}/greetings/{state}", Set.of("ivan", "quality")),
            Map.entry("GET /api/teams/{name}/greetings", Set.of("ivan", "quality")),
            Map.entry("GET /api/teams/{name}/greetings/{state}", Set.of("ivan", "quality")),
            Map.entry("PUT /api/teams/{name}/greetings/{state}", Set.of("ivan", "quality")),
            Map.entry("DELETE /api/teams/{name}/greetings/{state}", Set.of("ivan", "quality")),
            Map.entry("POST /api/contacts/import", NOT_LEADING),
            Map.entry("GET /api/contacts/export", NOT_LEADING),
            Map.entry("DELETE /api/lines/{port}/learnt/{trait}", NOT_INSTALLING),
            Map.entry("GET /api/lines/{port}/readings/{id}/sound.wav", NOT_INSTALLING),
            Map.entry("GET /api/lines/{port}/readings/{id}/tone", NOT_INSTALLING),
            Map.entry("POST /api/lines/{port}/test", NOT_INSTALLING),
            Map.entry("POST /api/lines/{port}/call", NOT_INSTALLING),
            Map.entry("POST /api/lines/{port}/raw", NOT_INSTALLING),
            Map.entry("GET /api/lines/{port}/raw", NOT_INSTALLING),
            Map.entry("DELETE /api/lines/{port}/raw", NOT_INSTALLING),
            Map.entry("GET /api/lines/{port}/raw.wav", NOT_INSTALLING),
            Map.entry("GET /api/bans", NOT_LIFTING),
            Map.entry("DELETE /api/bans/{address}", NOT_LIFTING),
            Map.entry("GET /api/office", STAFF),
            Map.entry("PUT /api/office", NOT_INSTALLING),
            Map.entry("POST /api/office/check", NOT_INSTALLING),
            Map.entry("GET /api/whatif", STAFF),
            Map.entry("PUT /api/prompts/{language}/{name}", NOT_INSTALLING),
            Map.entry("DELETE /api/prompts/{language}/{name}", NOT_INSTALLING),
            Map.entry("PUT /api/music/{name}", NOT_LEADING),
            Map.entry("DELETE /api/music/{name}", NOT_LEADING));

    /** Asked for without a login, or they end it, or do not end. */
    private static final Set<String> APART = Set.of(
            "GET /api/health",
            "GET /api/openapi.json",
            "POST /api/login",
            "POST /api/logout",
            "DELETE /api/tokens",
            "GET /api/live");

    @TempDir
    Path dir;

    private WebBox box;
    private final Map<String, String> tokens = new HashMap<>();
    private String call = "";
    private String message = "";
    private String promise = "";

    @BeforeEach
    void start() throws Exception {
        box = new WebBox(dir).loggedIn();
        String yaml = Offices.ROMASHKA
                .replaceFirst("(?s)accounts:.*?hours:", ACCOUNTS + "hours:")
                .replace("members: [201, 202], head: 203", "members: [201], head: 203")
                .replace("\nlines:", "\n  - {name: sales, members: [202], head: 204}\nlines:")
                .replace(
                        "\nteams:",
                        "\n  - {extension: 204, name: Ніна Сова, phones: [sip], secret: s3cret-204}\nteams:");
        var taken = box.put("/api/office", "application/yaml", yaml.getBytes(StandardCharsets.UTF_8));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        for (String line : ACCOUNTS.lines().skip(1).toList()) {
            String name = line.replaceAll(".*name: (\\w+),.*", "$1");
            tokens.put(name, token(name, line.replaceAll(".*password: ([\\w-]+).*", "$1")));
        }
        box.gaveUp("+380671234560");
        call = box.rings(WebBox.LILY);
        box.store.ledger().talking(call, box.clock.now(), "201");
        message = box.leavesMessage("+380671234567");
        promise = box.json("/api/promises").path("items").get(0).path("id").asString();
    }

    @AfterEach
    void stop() {
        box.close();
    }

    private String token(String name, String password) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new java.net.CookieManager())
                .build()) {
            client.send(
                    box.request("/api/login")
                            .POST(BodyPublishers.ofString(
                                    "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}"))
                            .build(),
                    BodyHandlers.ofString());
            HttpResponse<String> token = client.send(
                    box.request("/api/tokens")
                            .POST(BodyPublishers.ofString("{\"name\":\"test\"}"))
                            .build(),
                    BodyHandlers.ofString());
            return Json.MAPPER.readTree(token.body()).path("token").asString();
        }
    }

    private String path(String template) {
        String id = template.contains("/messages/") ? message : template.contains("/promises/{") ? promise : call;
        return template.replace("/{id}", "/" + id)
                .replace("{extension}", "201")
                .replace("/teams/{name}", "/teams/care")
                .replace("/scripts/{name}", "/scripts/front")
                .replace("{language}", "uk")
                .replace("{state}", "busy")
                .replace("{name}", "nothing")
                .replace("{port}", "fxo:1")
                .replace("{trait}", "busyTone")
                .replace("{address}", "203.0.113.9")
                .replace("{n}", "1");
    }

    private int status(String who, String method, String template) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            box.request(path(template))
                                    .header("Authorization", "Bearer " + tokens.get(who))
                                    .method(method, BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.ofString())
                    .statusCode();
        }
    }

    @Test
    void everyEndpointTurnsAwayWhomItMustAndNobodyElse() throws Exception {
        List<String> wrong = new ArrayList<>();
        List<String> operations = new ArrayList<>(new Document().operations());
        assertThat(operations).containsAll(FORBIDDEN.keySet());
        operations.removeAll(APART);
        operations.sort(
                Comparator.comparing(operation -> operation.startsWith("DELETE"))); // what is gone forbids nobody
        for (String operation : operations) {
            String[] parts = operation.split(" ", 2);
            for (String who : ORDER) {
                int status = status(who, parts[0], parts[1]);
                boolean forbidden = FORBIDDEN.getOrDefault(operation, Set.of()).contains(who);
                if (forbidden != (status == 403) || status == 401 || status >= 500) {
                    wrong.add(operation + " for " + who + ": " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nothingIsShownWithoutALogin() throws Exception {
        Map<String, Integer> shown = new TreeMap<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String operation : new Document().operations()) {
                String[] parts = operation.split(" ", 2);
                int status = client.send(
                                box.request(path(parts[1]))
                                        .method(parts[0], BodyPublishers.noBody())
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode();
                if (status != 401) {
                    shown.put(operation, status);
                }
            }
        }
        assertThat(shown).containsOnlyKeys("GET /api/health", "GET /api/openapi.json", "POST /api/login");
    }

    private List<String> calls(String who) throws Exception {
        return ids(who, "/api/calls");
    }

    private List<String> ids(String who, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String body = client.send(
                            box.request(path)
                                    .header("Authorization", "Bearer " + tokens.get(who))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            List<String> ids = new ArrayList<>();
            Json.MAPPER
                    .readTree(body)
                    .path("items")
                    .forEach(one -> ids.add(one.path("id").asString()));
            return ids;
        }
    }

    @Test
    void aHeadWithTeamsSeesTheirCallsAndThoseThatAreNobodysYet() throws Exception {
        String fresh = box.rings("+380671239999");
        String hers = box.rings("+380671239998");
        box.store.ledger().talking(hers, box.clock.now(), "202");
        assertThat(calls("nina")).contains(fresh, hers).doesNotContain(call);
        assertThat(calls("maria")).contains(fresh, hers, call);
        assertThat(calls("quality")).contains(fresh, hers, call);
        assertThat(calls("ivan")).containsExactly(hers);
        assertThat(calls("olena")).containsExactly(call);
    }

    /** What calls show to nobody but their own people, promises do not show either. */
    @Test
    void whoeverIsToldThatACallIsNotTheirsIsNotShownItsPromise() throws Exception {
        for (String list : List.of("/api/promises", "/api/promises?state=owed&limit=1", "/api/tocall")) {
            for (String who : List.of("olena", "maria", "owner", "quality", "installer")) {
                assertThat(ids(who, list)).as("%s for %s", list, who).contains(promise);
            }
            for (String who : STRANGERS) {
                assertThat(ids(who, list)).as("%s for %s", list, who).doesNotContain(promise);
            }
        }
    }

    private String promiseOf(String gaveUp) throws Exception {
        return box.json("/api/calls/" + gaveUp).path("promiseId").asString();
    }

    /** The team of whoever owes a call may make it; what nobody owes yet is everybody's. */
    @Test
    void whatATeamOwesIsShownToItsPeopleAndWhatNobodyOwesYetToAll() throws Exception {
        String team = promiseOf(box.gaveUp("+380671239997", "202"));
        String nobodys = promiseOf(box.gaveUp("+380671239996", null));
        for (String list : List.of("/api/promises", "/api/tocall")) {
            assertThat(ids("ivan", list)).contains(team, nobodys).doesNotContain(promise);
            assertThat(ids("nina", list)).contains(team, nobodys).doesNotContain(promise);
            assertThat(ids("olena", list)).contains(promise, nobodys).doesNotContain(team);
        }
    }
}
