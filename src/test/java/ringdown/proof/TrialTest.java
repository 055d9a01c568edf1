package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** SITUATIONS 21: a trial period teaches the classes, and each change of a script is judged by the days before and after it. */
@Execution(ExecutionMode.CONCURRENT)
class TrialTest {
    private static Office office() {
        return new Office(Office.ofTheContract()
                        .withoutGreetings()
                        .stages("30s")
                        .with("members: [201, 202]", "members: [202]")
                        .with("- {name: jobseeker,", "- {name: partner, key: 5}\n  - {name: jobseeker,")
                        .yaml()
                + "\ntrial: {from: 2026-11-23, to: 2026-11-24, responsible: 203}\n");
    }

    private static String talks(Box box, String number) {
        Line line = box.line(1);
        Handset ivan = box.telephone(1).isQuiet();
        line.rings(number, "etsi-before-ring");
        ivan.isRung().lifts();
        line.isAnswered().says(Speech.of(Speech.LONG_B, 4)).listens(6);
        line.hangsUp();
        ivan.hangsUp();
        line.isFree();
        Until.holds("202 is free", () -> box.person("202").path("state").asString(), "free"::equals);
        return box.endedCall(number).path("id").asString();
    }

    private static boolean alarm(Box box) {
        return box.api().list("/api/alarms?state=open").stream()
                .anyMatch(one -> one.path("what").asString().equals("trialUnclassed"));
    }

    private static void classed(Box box, String call) {
        box.api().patch("/api/calls/" + call, Map.of("class", "partner"));
    }

    @Test
    void theTrialGoesOnUntilAtMostOneTalkInTwentyHasNoClassAndProposesScripts() {
        try (Box box = Box.running(office(), "2026-11-23T10:00:00+02:00")) {
            box.line(1).clear();
            List<String> calls = new ArrayList<>();
            for (int n = 0; n < 3; n++) {
                calls.add(talks(box, "+38067147000" + n));
            }
            JsonNode trial = box.api().get("/api/trial");
            assertThat(trial.path("state").asString()).isEqualTo("running");
            assertThat(trial.path("daysLeft").asInt()).isEqualTo(2);
            assertThat(trial.path("unclassed").asDouble()).isEqualTo(1);
            assertThat(trial.path("takers").get(0).path("person").asString()).isEqualTo("202");
            assertThat(trial.path("takers").get(0).path("calls").size()).isEqualTo(3);
            classed(box, calls.get(0));
            classed(box, calls.get(1));
            box.clockReads("2026-11-25T00:00:01+02:00");
            trial = box.api().get("/api/trial");
            assertThat(trial.path("state").asString()).isEqualTo("extended");
            Until.holds("the responsible is told", () -> alarm(box));
            assertThat(trial.path("shares").get(0).path("class").asString()).isEqualTo("partner");
            classed(box, calls.get(2));
            box.clockReads("2026-11-26T00:00:01+02:00");
            Until.holds("it is over", () -> !alarm(box));
            trial = box.api().get("/api/trial");
            assertThat(trial.path("state").asString()).isEqualTo("ended");
            assertThat(trial.path("endedOn").asString()).isEqualTo("2026-11-24");
            JsonNode proposal = trial.path("proposals").get(0);
            assertThat(proposal.path("class").asString()).isEqualTo("partner");
            assertThat(proposal.path("team").asString()).isEqualTo("care");
            assertThat(proposal.path("diff").toString()).contains("+").contains("partner");
            aChangeOfTheScriptIsJudged(box);
        }
    }

    private static void aChangeOfTheScriptIsJudged(Box box) {
        assertThat(box.api().get("/api/scripts/front/change").path("at").isNull())
                .isTrue();
        changes(box, "for: 30s", "for: 20s");
        JsonNode change = box.api().get("/api/scripts/front/change");
        assertThat(change.path("by").asString()).isEqualTo("installer");
        assertThat(change.path("complete").asBoolean()).isFalse();
        assertThat(change.path("diff").toString()).contains("20s").doesNotContain("s3cret");
        assertThat(change.path("before").path("calls").asInt()).isEqualTo(3);
        assertThat(change.path("after").path("calls").asInt()).isZero();
        assertThat(box.api().get("/api/scripts/clients/change").path("at").isNull())
                .isTrue();
        assertThat(box.api()
                        .send("GET", "/api/scripts/none/change", new byte[0], null)
                        .statusCode())
                .isEqualTo(404);
        aLaterChangeHidesNoEarlierOne(box, change);
    }

    private static void changes(Box box, String from, String to) {
        String file = Api.text(box.api().send("GET", "/api/office", new byte[0], null));
        byte[] changed = file.replaceFirst(from, to).getBytes(StandardCharsets.UTF_8);
        assertThat(box.api()
                        .send("PUT", "/api/office", changed, "application/yaml")
                        .statusCode())
                .isEqualTo(200);
    }

    /** "Each later change of a script gets 14 days before and after", not the newest alone. */
    private static void aLaterChangeHidesNoEarlierOne(Box box, JsonNode first) {
        box.clockReads("2026-11-26T12:00:00+02:00");
        changes(box, "for: 20s", "for: 25s");
        String path = "/api/scripts/front/changes";
        List<JsonNode> all = box.api().list(path);
        assertThat(all).hasSize(2);
        assertThat(all.getFirst().path("diff").toString()).contains("25s");
        assertThat(all.getFirst().path("at").asString()).startsWith("2026-11-26T12:0");
        assertThat(all.getLast()).isEqualTo(first);
        JsonNode page = box.api().get(path + "?limit=1");
        assertThat(page.path("items").size()).isEqualTo(1);
        JsonNode next = box.api()
                .get(path + "?limit=1&after=" + Api.escape(page.path("next").asString()));
        assertThat(next.path("items").get(0)).isEqualTo(first);
        assertThat(next.path("next").isNull()).isTrue();
        assertThat(box.api().list("/api/scripts/clients/changes")).isEmpty();
        assertThat(box.api()
                        .send("GET", "/api/scripts/none/changes", new byte[0], null)
                        .statusCode())
                .isEqualTo(404);
    }
}
