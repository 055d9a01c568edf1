package ringdown.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The page asks what would happen, and gets the path that a real call would take. */
class WhatIfTest {
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

    private static JsonNode ask(String question) throws Exception {
        return box.json("/api/whatif?" + question);
    }

    private static List<String> does(JsonNode path) {
        return path.path("steps")
                .valueStream()
                .map(step -> step.path("do").asString())
                .toList();
    }

    @Test
    void aClientWhoCallsOnNewYearsEveAfterClosingIsPromisedTheNextWorkingDay() throws Exception {
        JsonNode path = ask("at=2026-12-31T19:00:00%2B02:00&caller=%2B380501112233");
        assertThat(path.path("open").asBoolean()).isFalse();
        assertThat(path.path("contact").asString()).isEqualTo("ТОВ «Лілія»");
        assertThat(does(path)).containsExactly("say", "message");
        JsonNode message = path.path("steps").get(1);
        assertThat(message.path("dueAt").asString()).isEqualTo("2027-01-02T10:00:00+02:00");
        assertThat(message.path("overdueAt").asString()).isEqualTo("2027-01-02T11:00:00+02:00");
        assertThat(message.path("spokenAs").asString()).contains("другого січня");
    }

    @Test
    void inHoursItTellsWhoRingsForHowLongAndThenTheHead() throws Exception {
        JsonNode path = ask("at=2026-11-23T10:00:00%2B02:00&class=prospect");
        assertThat(does(path)).containsExactly("ring", "ring", "message");
        JsonNode team = path.path("steps").get(0);
        assertThat(team.path("target").asString()).isEqualTo("team care");
        assertThat(team.path("seconds").asDouble()).isEqualTo(20);
        assertThat(team.path("rings").size()).isEqualTo(2);
        JsonNode head = path.path("steps").get(1);
        assertThat(head.path("after").asDouble()).isEqualTo(20);
        assertThat(head.path("rings").get(0).path("name").asString()).isEqualTo("Марія Шевченко");
    }

    @Test
    void whoCallsAgainReachesTheOwnerAndWhoCallsForTheThirdTimeTheHeadAtOnce() throws Exception {
        String client = "at=2026-11-23T10:00:00%2B02:00&caller=%2B380501112233&promise=";
        assertThat(targets(ask(client + "once"))).startsWith("owner", "head");
        assertThat(targets(ask(client + "twice"))).startsWith("head", "owner");
        assertThat(targets(ask(client + "none"))).startsWith("team care").isEqualTo(targets(ask(client + "now")));
        assertThat(ask(client + "twice").path("promiseId").isNull()).isTrue();
    }

    private static List<String> targets(JsonNode path) {
        return path.path("steps")
                .valueStream()
                .filter(step -> step.path("do").asString().equals("ring"))
                .map(step -> step.path("target").asString())
                .toList();
    }

    @Test
    void whatTheFirmsCardAndKeysHaveTaughtCountsAsAtARealCall() throws Exception {
        box.post(
                "/api/contacts",
                "{\"name\":\"Оксана\",\"numbers\":[\"0671239988\",\"0671239989\"],\"company\":\"ТОВ «Лілія»\"}");
        assertThat(ask("caller=0671239988").path("class").asString("")).isEqualTo("client");
        box.post("/api/contacts", "{\"name\":\"Петро\",\"numbers\":[\"0671239977\",\"0671239978\"]}");
        String id = box.rings("+380671239977");
        assertThat(box.with("PATCH", "/api/calls/" + id, "{\"class\":\"prospect\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask("caller=0671239978").path("class").asString("")).isEqualTo("prospect");
    }

    /** What is told here is what a call there and then is promised: by class, by override, and by what stands already. */
    @Test
    void whatIsPromisedIsWhatARealCallIsPromised() throws Exception {
        String classes = "classes:\n  - {name: candidate, script: front, obligation: listen, hearWithin: 2d}\n"
                + "  - {name: wrong, script: front, obligation: none}\n";
        String overrides = "overrides:\n  - {name: lunch, until: \"14:00\"}\n  - {name: shelter, until: released}\n";
        String office = Offices.ROMASHKA.replace("classes:\n", classes) + overrides;
        assertThat(box.put("/api/office", "application/yaml", office.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(200);
        JsonNode heard = last(ask("at=2026-11-23T20:00:00%2B02:00&class=candidate"));
        assertThat(heard.path("overdueAt").asString()).isEqualTo("2026-11-26T09:00:00+02:00");
        assertThat(heard.path("spokenAs").isNull()).isTrue();
        assertThat(last(ask("class=wrong")).path("do").asString()).isEqualTo("refuse");
        assertThat(last(ask("at=2026-11-23T20:00:00%2B02:00&caller=%2B74951234567"))
                        .path("spokenAs")
                        .asString())
                .endsWith("за київським часом.");
        box.post("/api/overrides/lunch", "{}");
        JsonNode lunch = last(ask(""));
        assertThat(lunch.path("dueAt").asString()).isEqualTo("2026-11-23T14:00:00+02:00");
        assertThat(lunch.path("overdueAt").asString()).isEqualTo("2026-11-23T15:00:00+02:00");
        box.with("DELETE", "/api/overrides/lunch", "");
        box.post("/api/overrides/shelter", "{}");
        assertThat(last(ask("")).path("spokenAs").asString()).contains("щойно повернемося");
        box.with("DELETE", "/api/overrides/shelter", "");
    }

    private static JsonNode last(JsonNode path) {
        return path.path("steps").valueStream().reduce((a, b) -> b).orElseThrow();
    }

    @Test
    void anOverrideThatIsSetHoldsUntilItEnds() throws Exception {
        String office = Offices.ROMASHKA + "overrides: [{name: lunch, until: \"13:00\", greeting: Обід.}]\n";
        assertThat(box.put("/api/office", "application/yaml", office.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(200);
        box.post("/api/overrides/lunch", "{}");
        assertThat(ask("").path("steps").get(0).path("text").asString("")).isEqualTo("Обід.");
        assertThat(ask("at=2026-11-23T13:00:00%2B02:00").path("script").asString())
                .isEqualTo("front");
        box.with("DELETE", "/api/overrides/lunch", "");
        assertThat(ask("").path("script").asString()).isEqualTo("front");
    }

    @Test
    void whoIsBusyIsNotRungAndTheStageTakesNoTime() throws Exception {
        JsonNode path = ask("at=2026-11-23T10:00:00%2B02:00&staff=busy&line=provider");
        JsonNode team = path.path("steps").get(1);
        assertThat(team.path("seconds").asDouble()).isZero();
        assertThat(team.path("rings").size()).isZero();
        assertThat(team.path("notRung").get(0).path("why").asString()).isEqualTo("busy");
    }

    @Test
    void aStrangeClassALineThatIsNotThereAndAnOddStateAreBadParameters() throws Exception {
        for (String wrong :
                List.of("class=nobody", "line=fxo:9", "staff=asleep", "at=yesterday", "caller=abc", "promise=five")) {
            assertThat(box.get("/api/whatif?" + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void anOfficeThatWouldLoseCallersIsRefusedOverHttpWithTheMinute() throws Exception {
        String faulty = Offices.ROMASHKA.replace("otherwise: message", "otherwise: refuse");
        var answer = box.put("/api/office", "application/yaml", faulty.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode fault = Json.MAPPER.readTree(answer.body()).path("faults").get(0);
        assertThat(fault.path("field").asString()).isEqualTo("scripts.front.otherwise");
        assertThat(fault.path("at").asString()).isEqualTo("2026-11-23T10:00:00+02:00");
        assertThat(fault.path("line").asInt()).isPositive();
    }
}
