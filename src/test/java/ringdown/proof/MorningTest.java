package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** What the office looks at first in the morning, and what it has to decide (SITUATIONS, "The morning page"). */
@Execution(ExecutionMode.CONCURRENT)
class MorningTest {
    private static final String LILIYA = "+380501112233";
    private static final String STRANGER = "+380671320001";

    /** Whoever looks after it is logged in by name. */
    static Office office() {
        return Office.ofTheContract()
                .stages("12s")
                .withoutGreetings()
                .with(
                        "password: change-me-now}",
                        "password: change-me-now}\n  - {name: maria, role: head, person: 203, password: maria-s-own-word}"
                                + "\n  - {name: olena, role: staff, person: 201, password: olena-s-own-word}")
                .with(
                        "scripts:\n",
                        "targets: {answeredIn20s: 90%, lost: 2%, reachedHead: 3%}\n"
                                + "topics: [{name: bill, level: 1}, {name: complaint, level: 3, complaint: true}]\nscripts:\n");
    }

    @Test
    void aCallThatReachedTheHeadIsClosedOnlyByAVerdictByName() {
        try (Box box = Box.running(office(), "2026-11-23T10:00:00+02:00")) {
            Handset maria = box.telephone(2);
            Line line = box.line(1).rings(LILIYA, "etsi-before-ring");
            maria.isRung();
            Until.holds(
                    "the head's stage",
                    () -> box.callsOf(LILIYA).getFirst().path("stages").toString(),
                    stages -> stages.contains("\"target\":\"last spoken\""));
            maria.isRung().lifts();
            Until.holds(
                    "they talk",
                    () -> box.callsOf(LILIYA).getFirst().path("outcome").asString(),
                    "talking"::equals);
            line.hangsUp();
            maria.hangsUp();
            JsonNode call = box.endedCall(LILIYA);
            JsonNode review = Until.holds(
                            "the review", () -> box.api().list("/api/reviews?open=true"), all -> all.size() == 1)
                    .getFirst();
            assertThat(review.path("callId").asString())
                    .isEqualTo(call.path("id").asString());
            assertThat(review.path("cause").asString()).isEqualTo("unregistered");
            assertThat(review.path("people").toString())
                    .contains("\"person\":\"201\"", "\"cause\":\"unregistered\"", "Олена Коваленко")
                    .contains("\"person\":\"202\"", "\"cause\":\"silent\"")
                    .doesNotContain("\"person\":\"203\"");
            onlyTheHeadMaySay(box, review.path("id").asString());
        }
    }

    @Test
    void aCrashLosesNoReview() {
        try (Box box = Box.running(office(), "2026-11-23T10:00:00+02:00")) {
            Handset maria = box.telephone(2);
            box.line(1).rings(STRANGER, "etsi-before-ring");
            maria.isRung().lifts();
            Until.holds(
                    "they talk",
                    () -> box.callsOf(STRANGER).getFirst().path("outcome").asString(),
                    "talking"::equals);
            assertThat(box.api().list("/api/reviews")).isEmpty();
            box.dies();
            box.again("2026-11-23T10:05:00+02:00");
            assertThat(reviews(box))
                    .singleElement()
                    .matches(one -> one.path("outcome").asString().equals("interrupted"))
                    .matches(one -> one.path("cause").asString().equals("unregistered"));
        }
    }

    @Test
    void aCrashWhileTheHeadsTelephoneStillRingsLosesNoReviewEither() {
        try (Box box = Box.running(office(), "2026-11-23T10:00:00+02:00")) {
            box.line(1).rings(STRANGER, "etsi-before-ring");
            box.telephone(2).isRung();
            box.dies();
            box.again("2026-11-23T10:05:00+02:00");
            JsonNode review = reviews(box).getFirst();
            assertThat(box.api().list("/api/reviews")).hasSize(1);
            assertThat(review.path("outcome").asString()).isEqualTo("interrupted");
            assertThat(review.path("cause").asString()).isEqualTo("unregistered");
            assertThat(review.path("people").toString())
                    .contains("\"person\":\"201\"", "\"person\":\"202\"", "\"cause\":\"silent\"");
            JsonNode stages = box.callsOf(STRANGER).getFirst().path("stages");
            assertThat(stages).hasSize(2);
            assertThat(stages.get(1).path("target").asString()).isEqualTo("head");
            assertThat(stages.get(1).path("rang").toString()).contains("203");
            assertThat(stages.get(1).path("result").asString()).isEqualTo("callerLeft");
        }
    }

    /** Those that the start has found, once it has. */
    private static List<JsonNode> reviews(Box box) {
        return Until.holds("a review", () -> box.api().list("/api/reviews?open=true"), all -> !all.isEmpty());
    }

    private static void onlyTheHeadMaySay(Box box, String id) {
        String path = "/api/reviews/" + id + "/verdict";
        Map<String, String> verdict = Map.of("cause", "telephone", "text", "Both telephones were off.");
        assertThat(box.api().postStatus(path, verdict)).isEqualTo(403);
        assertThat(box.as("olena", "olena-s-own-word").postStatus(path, verdict))
                .isEqualTo(403);
        JsonNode hers = box.as("olena", "olena-s-own-word")
                .get("/api/morning")
                .path("decide")
                .path("reviews");
        assertThat(hers.path("value").asInt()).isEqualTo(1);
        assertThat(hers.path("items")).isEmpty();
        Api maria = box.as("maria", "maria-s-own-word");
        assertThat(maria.get("/api/morning").path("decide").path("reviews").path("items"))
                .hasSize(1);
        assertThat(maria.postStatus(path, Map.of("cause", "telephone"))).isEqualTo(400);
        assertThat(maria.postStatus(path, Map.of("cause", "fate", "text", "so it is")))
                .isEqualTo(400);
        JsonNode closed = maria.post(path, verdict);
        assertThat(closed.path("verdict").path("by").asString()).isEqualTo("maria");
        assertThat(maria.postStatus(path, verdict)).isEqualTo(409);
        assertThat(box.api().list("/api/reviews?open=true")).isEmpty();
        assertThat(box.api().list("/api/reviews?open=false")).hasSize(1);
    }

    @Test
    void theMorningSaysThatNobodyWasLostOnlyWhenNobodyWas() {
        try (Box box = Box.running(office(), "2026-11-23T17:50:00+02:00")) {
            box.line(1).rings(STRANGER, "etsi-before-ring");
            Until.holds("written", () -> box.callsOf(STRANGER), calls -> !calls.isEmpty());
            box.line(1).hangsUp().isFree();
            String id = box.endedCall(STRANGER).path("id").asString();
            box.clockReads("2026-11-24T08:30:00+02:00");
            JsonNode early = box.api().get("/api/morning");
            assertThat(early.path("yesterday").path("sentence").asString()).isEqualTo("nobodyLost");
            assertThat(early.path("yesterday").path("in").path("value").asInt()).isEqualTo(1);
            assertThat(early.path("yesterday").path("promised").path("calls").toString())
                    .contains(id);
            assertThat(early.path("toCall").path("value").asInt()).isEqualTo(1);
            assertThat(early.path("sinceClosing").path("from").asString()).isEqualTo("2026-11-23T18:00:00+02:00");
            mattersOfTheDay(box, early, id);
            box.clockReads("2026-11-24T12:00:00+02:00");
            JsonNode late = box.api().get("/api/morning");
            assertThat(late.path("yesterday").path("sentence").asString()).isEqualTo("lost");
            assertThat(late.path("yesterday").path("lost").asInt()).isEqualTo(1);
            assertThat(late.path("yesterday").path("lostCalls").toString()).contains(id);
            assertThat(late.path("duty").path("now").path("person").asString()).isEqualTo("201");
            List<JsonNode> opened = box.api().list("/api/calls?ids=" + id);
            assertThat(opened)
                    .singleElement()
                    .matches(call -> call.path("id").asString().equals(id));
            figures(box, id);
        }
    }

    /** What is owed today is a matter as soon as somebody has said what it is about. */
    private static void mattersOfTheDay(Box box, JsonNode before, String id) {
        assertThat(before.path("matters")).isEmpty();
        box.api().patch("/api/calls/" + id, Map.of("topic", "bill"));
        JsonNode bill = box.api().get("/api/morning");
        assertThat(bill.path("matters").get(0).path("level").asInt()).isEqualTo(1);
        assertThat(bill.path("decide").path("complaints").path("value").asInt()).isZero();
        box.api().patch("/api/calls/" + id, Map.of("topic", "complaint"));
        JsonNode complaint = box.api().get("/api/morning");
        assertThat(complaint.path("matters").get(0).path("level").asInt()).isEqualTo(3);
        assertThat(complaint.path("decide").path("complaints").path("items").toString())
                .contains(id);
    }

    /** One call in, given up, lost: it is all of "lost" and none of "answered". */
    private static void figures(Box box, String id) {
        JsonNode targets = box.api().get("/api/targets?from=2026-11-23&to=2026-11-24");
        assertThat(named(targets, "name", "lost").path("figure").asDouble()).isEqualTo(1);
        assertThat(named(targets, "name", "lost").path("met").asBoolean()).isFalse();
        assertThat(named(targets, "name", "lost").path("calls").toString()).contains(id);
        assertThat(named(targets, "name", "answeredIn20s").path("n").asInt()).isZero();
        JsonNode numbers = box.api().get("/api/numbers?from=2026-11-23&to=2026-11-24");
        JsonNode first = named(numbers, "number", "+380441230001");
        assertThat(first.path("calls").asInt()).isEqualTo(1);
        assertThat(first.path("lostShare").asDouble()).isEqualTo(1);
        assertThat(first.path("lastCall").asString()).startsWith("2026-11-23T17:5");
        assertThat(named(numbers, "number", "+380441230002").path("neverRang").asBoolean())
                .isTrue();
    }

    private static JsonNode named(JsonNode list, String field, String value) {
        for (JsonNode item : list.path("items")) {
            if (item.path(field).asString("").equals(value)) {
                return item;
            }
        }
        throw new AssertionError("no " + value + " in " + list);
    }
}
