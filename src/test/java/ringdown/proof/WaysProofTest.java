package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** Which way a call goes, heard from its far end: overrides, repeat callers, the urgent key, a clock that is not set. */
@Execution(ExecutionMode.CONCURRENT)
class WaysProofTest {
    private static final String LILIYA = "+380501112233";
    private static final String STRANGER = "+380671410001";

    private static Office office() {
        return new Office(Office.ofTheContract().stages("6s").yaml() + """

                overrides:
                  - {name: lunch,   until: "14:00"}
                  - {name: shelter, until: released, max: 3h}
                """);
    }

    /** SITUATIONS 12: an absence without an end speaks no hour; the time runs from the release; lunch ends by itself. */
    @Test
    void inAShelterNoHourIsSpokenAndTheTimeRunsFromTheRelease() {
        try (Box box = Box.running(office(), "2026-11-23T10:00:00+02:00")) {
            assertThat(box.api().postStatus("/api/overrides/party", Map.of())).isEqualTo(404);
            assertThat(box.api()
                            .post("/api/overrides/shelter", Map.of())
                            .path("active")
                            .asBoolean())
                    .isTrue();
            JsonNode promise = leaves(box, STRANGER);
            assertThat(promise.path("spokenAs").asString())
                    .isEqualTo("Зараз ми не можемо відповісти. Передзвонимо, щойно повернемося.");
            assertThat(promise.path("dueAt").asString()).startsWith("2026-11-23T13:0");
            box.clockReads("2026-11-23T11:10:00+02:00");
            box.api().delete("/api/overrides/shelter");
            JsonNode due = Until.holds(
                    "the time runs from the release",
                    () -> box.promises(STRANGER, "open").getFirst(),
                    one -> one.path("dueAt").asString().startsWith("2026-11-23T11:10"));
            assertThat(due.path("overdueAt").asString()).isEqualTo("2026-11-23T12:30:00+02:00");
            lunchByKey(box);
        }
    }

    /** SITUATIONS 12: past {@code max} the head is rung, and the time still runs from the release only. */
    @Test
    void pastTheMaximumOfAShelterTheHeadIsRungAndTheReleaseStillBeginsTheTime() {
        try (Box box = Box.running(office(), "2026-11-23T10:00:00+02:00")) {
            box.api().post("/api/overrides/shelter", Map.of());
            leaves(box, STRANGER);
            box.clockReads("2026-11-23T14:40:00+02:00");
            assertThat(box.promises(STRANGER, "broken"))
                    .as("four hours are over")
                    .hasSize(1);

            Line line = box.line(1).clear();
            line.rings("+380671410004");
            box.telephone(2).isRung();
            line.hangsUp().isFree();
            assertThat(targets(box.endedCall("+380671410004")).getFirst()).isEqualTo("head");

            box.api().delete("/api/overrides/shelter");
            JsonNode due = Until.holds(
                    "it is open again",
                    () -> box.promises(STRANGER, "owed").getFirst(),
                    one -> one.path("state").asString().equals("open"));
            assertThat(due.path("dueAt").asString()).startsWith("2026-11-23T14:4");
            assertThat(due.path("overdueAt").asString()).isEqualTo("2026-11-23T16:00:00+02:00");
        }
    }

    private static void lunchByKey(Box box) {
        Handset ivan = box.telephone(1).dials("*31");
        Until.holds("lunch is set", () -> override(box, "lunch").path("active").asBoolean());
        assertThat(override(box, "lunch").path("by").asString()).isEqualTo("202");
        assertThat(override(box, "lunch").path("endsAt").asString()).isEqualTo("2026-11-23T14:00:00+02:00");
        ivan.hangsUp();
        JsonNode promise = leaves(box, "+380671410002");
        assertThat(promise.path("dueAt").asString()).isEqualTo("2026-11-23T14:00:00+02:00");
        assertThat(promise.path("spokenAs").asString()).contains("сьогодні").contains("чотирнадцятої");
        box.clockReads("2026-11-23T14:00:01+02:00");
        assertThat(override(box, "lunch").path("active").asBoolean()).isFalse();
    }

    private static JsonNode override(Box box, String name) {
        return box.api().list("/api/overrides").stream()
                .filter(one -> one.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** SITUATIONS 14: the second call rings the owner, then the head; the third the head at once. */
    @Test
    void whoCallsAgainReachesTheOwnerAndTheHeadAndInTheThirdCallTheHeadAtOnce() {
        try (Box box =
                Box.running(Office.ofTheContract().withoutGreetings().stages("6s"), "2026-11-23T10:00:00+02:00")) {
            Line line = box.line(1).clear();
            String number = STRANGER;
            line.rings(number, "etsi-before-ring").is("ringing");
            box.telephone(1).isRung();
            line.hangsUp().isFree();
            assertThat(targets(box.endedCall(number)).getFirst()).isEqualTo("team care");
            assertThat(foretold(box, number)).startsWith("owner", "head");
            box.telephone(1).isQuiet();
            line.rings(number, "etsi-before-ring").is("ringing");
            box.telephone(2).isRung();
            line.hangsUp().isFree();
            assertThat(targets(box.endedCall(number)).subList(0, 2)).containsExactly("owner", "head");
            assertThat(foretold(box, number)).startsWith("head", "owner");
            assertThat(foretold(box, number + "&promise=none")).startsWith("team care");
            box.telephone(2).isQuiet();
            line.rings(number, "etsi-before-ring").is("ringing");
            box.telephone(2).isRung();
            line.hangsUp().isFree();
            Until.holds("three calls", () -> box.callsOf(number).size(), n -> n == 3);
            assertThat(targets(box.endedCall(number)).getFirst()).isEqualTo("head");
            assertThat(box.promises(number, "open")).hasSize(1);
        }
    }

    /** Whom "what happens if" says that the next call of that number will ring. */
    private static List<String> foretold(Box box, String number) {
        JsonNode path = box.api().get("/api/whatif?caller=" + number.replace("+", "%2B"));
        return StreamSupport.stream(path.path("steps").spliterator(), false)
                .filter(step -> step.path("do").asString().equals("ring"))
                .map(step -> step.path("target").asString())
                .toList();
    }

    private static List<String> targets(JsonNode call) {
        return StreamSupport.stream(call.path("stages").spliterator(), false)
                .map(stage -> stage.path("target").asString())
                .toList();
    }

    /** SITUATIONS 18: a client's urgent key rings who has duty, in the middle of the announcement; after midnight somebody else. */
    @Test
    void theUrgentKeyOfAClientRingsWhoHasDutyAndStrangersHaveNone() {
        Office night = new Office(office().without("duty: 201").yaml() + """
                duty:
                  - {from: "2026-11-23T18:00", to: "2026-11-24T00:30", person: 202}
                  - {from: "2026-11-24T00:30", to: "2026-11-24T09:00", person: 203}
                """)
                .with(
                        "afterHours:",
                        "afterHours:\n  when: {mon-sun: machine}\n  modes: {machine: {urgentKey: 1, urgent: duty}}");
        try (Box box = Box.running(night, "2026-11-23T23:50:00+02:00")) {
            Line line = box.line(1).clear();
            line.rings(LILIYA).isAnswered().hears(1).presses("1");
            box.telephone(1).isRung().lifts();
            Until.holds(
                    "they talk",
                    () -> box.callsOf(LILIYA).getFirst().path("outcome").asString(),
                    "talking"::equals);
            box.telephone(1).hangsUp();
            line.hangsUp().isFree();
            assertThat(box.endedCall(LILIYA).path("answeredBy").asString()).isEqualTo("202");
            line.rings(STRANGER).isAnswered().hears(1).presses("1");
            line.hearsMessageTone();
            line.hangsUp().isFree();
            assertThat(box.endedCall(STRANGER).path("stages").size()).isZero();
            box.clockReads("2026-11-24T00:30:00+02:00");
            line.rings(LILIYA).isAnswered().hears(1).presses("1");
            box.telephone(2).isRung();
            line.hangsUp().isFree();
        }
    }

    /** A box whose clock is not set says no moment and rings people; once it is set, moments are spoken, "today" after midnight. */
    @Test
    void aBoxWhoseClockIsNotSetSpeaksNoMoment() {
        Office noDuty = office().without("duty: 201");
        try (Box box = Box.running(noDuty, "1970-01-01T02:00:00+02:00")) {
            JsonNode promise = leaves(box, STRANGER);
            assertThat(promise.path("spokenAs").asString()).isEqualTo("Ми передзвонимо вам, щойно зможемо.");
            box.clockReads("2026-11-23T00:10:00+02:00");
            box.api().login("installer", "change-me-now"); // the session was older than a month
            JsonNode monday = leaves(box, "+380671410003");
            assertThat(monday.path("spokenAs").asString()).contains("сьогодні");
            assertThat(monday.path("dueAt").asString()).isEqualTo("2026-11-23T09:00:00+02:00");
        }
    }

    /** Calls, hears the announcement to the tone, hangs up; gives the promise. */
    private static JsonNode leaves(Box box, String number) {
        Line line = box.line(2).clear();
        line.rings(number).isAnswered();
        line.hearsMessageTone();
        line.hangsUp().isFree();
        box.endedCall(number);
        return box.promises(number, "open").getFirst();
    }
}
