package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** What leaves the agreed order is noted, and what repeats itself ends in a change of the rules that can be tried. */
@Execution(ExecutionMode.CONCURRENT)
class DeviationsTest {
    private static final String STRANGER = "+380671320001";

    private static Office office() {
        return headRingsLong(MorningTest.office(), "3s").with("scripts:\n", """
                deviations: {times: 2}
                overrides:
                  - {name: lunch, until: "13:30"}
                  - {name: shelter, until: released, max: 1h, ring: mobiles}
                scripts:
                """);
    }

    /** The others ring out soon; the head so long that there is time to lift on a busy machine. */
    private static Office headRingsLong(Office office, String others) {
        return new Office(office.stages(others).yaml().replace("{ring: head, for: " + others, "{ring: head, for: 40s"));
    }

    @Test
    void whatRepeatsItselfEndsInAChangeOfTheRulesThatIsTriedAndTakenBack() {
        try (Box box = Box.running(office(), "2026-11-23T10:00:00+02:00")) {
            theHeadTakesATeamsCall(box, STRANGER, true);
            Until.holds("noted", () -> kinds(box), all -> all.containsAll(List.of("outOfTurn", "hungUp")));
            assertThat(kinds(box)).doesNotContain("lateAnswer");
            assertThat(open(box)).isEmpty();
            theHeadTakesATeamsCall(box, "+380671320002", false);
            JsonNode proposal = Until.holds("a proposal", () -> open(box), all -> !all.isEmpty())
                    .getFirst();
            assertThat(proposal.path("change").asString()).isEqualTo("addToTeam");
            assertThat(proposal.path("args").path("person").asString()).isEqualTo("203");
            assertThat(proposal.path("args").path("team").asString()).isEqualTo("care");
            assertThat(proposal.path("calls")).hasSize(2);
            assertThat(proposal.path("diff").toString())
                    .contains("\"-")
                    .contains("\"+")
                    .contains("203");
            tried(box, proposal.path("id").asString());
        }
    }

    private static void theHeadTakesATeamsCall(Box box, String caller, boolean drops) {
        Handset maria = box.telephone(2);
        Line line = box.line(1).rings(caller, "etsi-before-ring");
        maria.isRung().lifts();
        Until.holds(
                "they talk",
                () -> box.callsOf(caller).getFirst().path("outcome").asString(),
                "talking"::equals);
        if (drops) {
            maria.hangsUp();
            line.hangsUp().isFree();
        } else {
            line.hangsUp().isFree();
            maria.hangsUp();
        }
        String id = box.endedCall(caller).path("id").asString();
        Until.holds(
                "it is noted",
                () -> box.api().list("/api/deviations?kind=outOfTurn").toString(),
                all -> all.contains(id));
    }

    private static void tried(Box box, String id) {
        String before = file(box);
        Api maria = box.as("maria", "maria-s-own-word");
        String path = "/api/deviations/proposals/" + id;
        assertThat(box.as("olena", "olena-s-own-word").postStatus(path + "/try", Map.of()))
                .isEqualTo(403);
        JsonNode trial = maria.post(path + "/try", Map.of());
        assertThat(trial.path("state").asString()).isEqualTo("trying");
        assertThat(trial.path("by").asString()).isEqualTo("maria");
        assertThat(trial.path("until").asString()).startsWith("2026-12-07");
        assertThat(trial.path("before").path("calls").asInt()).isEqualTo(2);
        assertThat(trial.path("before").path("reachedHead").asDouble()).isEqualTo(1);
        assertThat(trial.path("after").path("calls").asInt()).isZero();
        assertThat(file(box)).isNotEqualTo(before);
        assertThat(open(box)).isEmpty();
        assertThat(maria.postStatus(path + "/try", Map.of())).isEqualTo(409);
        String onTrial = file(box);
        box.dies();
        box.again("2026-11-23T11:00:00+02:00");
        assertThat(file(box)).isEqualTo(onTrial);
        maria = box.as("maria", "maria-s-own-word");
        assertThat(maria.list("/api/deviations/proposals?state=trying"))
                .singleElement()
                .matches(one -> one.path("id").asString().equals(id));
        box.clockReads("2026-12-08T10:00:00+02:00");
        assertThat(box.api()
                        .get("/api/morning")
                        .path("decide")
                        .path("proposals")
                        .toString())
                .contains(id, "\"over\":true");
        assertThat(maria.post(path + "/undo", Map.of()).path("state").asString())
                .isEqualTo("undone");
        assertThat(file(box)).isEqualTo(before);
        assertThat(maria.postStatus(path + "/keep", Map.of())).isEqualTo(409);
    }

    @Test
    void whoeverLetsTwoCallsRingOutIsNotedAndSoIsALateAnswerAndAClassOfAnotherTeam() {
        Office office = headRingsLong(office(), "10s")
                .with("{name: prospect, team: sales}", "{name: prospect, team: sales, answerWithin: 1s}")
                .with("members: [202],      head: 203}", "members: [201],      head: 201}");
        try (Box box = Box.running(office, "2026-11-23T10:00:00+02:00")) {
            Handset maria = box.telephone(2);
            for (String caller : List.of(STRANGER, "+380671320002")) {
                Line line = box.line(1).rings(caller, "etsi-before-ring");
                maria.isRung();
                line.hangsUp().isFree();
                box.endedCall(caller);
                maria.isQuiet();
            }
            Until.holds("not answering", () -> kinds(box), all -> all.contains("notAnswering"));
            box.api().put("/api/people/202/state", Map.of("state", "free"));
            Handset ivan = box.telephone(1);
            Line line = box.line(1).rings("+380671320003", "etsi-before-ring");
            ivan.isRung();
            Until.holds(
                    "a second passes",
                    () -> box.callsOf("+380671320003")
                            .getFirst()
                            .path("waitSeconds")
                            .asDouble(),
                    seconds -> seconds > 1.2);
            ivan.lifts();
            Until.holds(
                    "they talk",
                    () -> box.callsOf("+380671320003")
                            .getFirst()
                            .path("outcome")
                            .asString(),
                    "talking"::equals);
            line.hangsUp().isFree();
            ivan.hangsUp();
            String id = box.endedCall("+380671320003").path("id").asString();
            assertThat(kinds(box)).doesNotContain("lateAnswer", "wrongTeam");
            box.api().patch("/api/calls/" + id, Map.of("class", "prospect"));
            Until.holds(
                    "once it is a prospect's call it was late, and another team's",
                    () -> kinds(box),
                    all -> all.contains("lateAnswer") && all.contains("wrongTeam"));
        }
    }

    @Test
    void overridesAndBrokenPromisesAreNotedAndADismissedProposalNeedsAReason() {
        try (Box box = Box.running(office(), "2026-11-23T13:00:00+02:00")) {
            Line line = box.line(1).rings(STRANGER, "etsi-before-ring");
            Until.holds("written", () -> box.callsOf(STRANGER), calls -> !calls.isEmpty());
            line.hangsUp().isFree();
            box.endedCall(STRANGER);
            box.api().post("/api/overrides/lunch", Map.of());
            Until.holds("set", () -> kinds(box), all -> all.contains("overrideSet"));
            box.clockReads("2026-11-23T13:40:00+02:00");
            box.api().post("/api/overrides/shelter", Map.of());
            box.clockReads("2026-11-23T16:00:00+02:00");
            Until.holds(
                    "left on, and the promise is late",
                    () -> kinds(box),
                    all -> all.contains("overrideLeftOn") && all.contains("promiseLate"));
            box.api().delete("/api/overrides/shelter");
            box.clockReads("2026-11-24T13:02:00+02:00");
            box.api().post("/api/overrides/lunch", Map.of());
            JsonNode proposal = Until.holds("a break", () -> open(box), all -> !all.isEmpty())
                    .getFirst();
            assertThat(proposal.path("change").asString()).isEqualTo("breakInHours");
            assertThat(proposal.path("args").path("from").asString()).isEqualTo("13:00");
            String path = "/api/deviations/proposals/" + proposal.path("id").asString() + "/dismiss";
            assertThat(box.api().postStatus(path, Map.of())).isEqualTo(400);
            box.api().post(path, Map.of("reason", "only this week"));
            assertThat(open(box)).isEmpty();
            assertThat(box.api().list("/api/deviations/proposals?state=dismissed"))
                    .singleElement()
                    .matches(one -> one.path("reason").asString().equals("only this week"));
        }
    }

    private static List<JsonNode> open(Box box) {
        return box.api().list("/api/deviations/proposals?state=open").stream()
                .filter(one -> !one.path("kind").asString().equals("allBusy"))
                .toList();
    }

    private static List<String> kinds(Box box) {
        return box.api().list("/api/deviations").stream()
                .map(one -> one.path("kind").asString())
                .toList();
    }

    private static String file(Box box) {
        return new String(
                box.api().send("GET", "/api/office", new byte[0], null).body(), StandardCharsets.UTF_8);
    }
}
