package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** Lists of calls to make beside those that are owed, dialled with one click (Q10). */
@Execution(ExecutionMode.CONCURRENT)
class CallsOutTest {
    private static final String LOST = "+380671320001";
    private static final String OTHER = "+380671320002";
    private static final String LILIYA = "+380501112233";

    /** Nobody waits for the end of a stage here, so it may be long enough for a busy machine. */
    private static Office office() {
        return MorningTest.office().stages("20s");
    }

    @Test
    void whoeverWasLostIsWonBackByOneClickAndTheResultIsKeyed() {
        try (Box box = Box.running(office(), "2026-11-23T10:00:00+02:00")) {
            box.line(1).clear();
            box.line(2).clear();
            lost(box, LOST);
            JsonNode item = lost(box, OTHER);
            assertThat(item.path("why").asString()).isEqualTo("lost");
            assertThat(list(box, "winBack")).hasSize(2);
            nobodyAnswers(box, item.path("id").asString());
            theyWantToBeCalledLater(box, item.path("id").asString());
            String first = list(box, "winBack").getFirst().path("id").asString();
            box.api().post("/api/callouts/" + first + "/result", Map.of("result", "declined", "note", "has moved"));
            assertThat(list(box, "winBack")).isEmpty();
            assertThat(box.api().postStatus("/api/callouts/" + first + "/result", Map.of("result", "declined")))
                    .isEqualTo(404);
            box.clockReads("2026-11-24T15:01:00+02:00");
            assertThat(list(box, "winBack"))
                    .singleElement()
                    .matches(one -> one.path("number").asString().equals(OTHER));
        }
    }

    /** Gave up, and nobody could reach them. */
    private static JsonNode lost(Box box, String number) {
        Line line = box.line(1).rings(number, "etsi-before-ring");
        Until.holds("written", () -> box.callsOf(number), calls -> !calls.isEmpty());
        line.hangsUp().isFree();
        JsonNode promise = Until.holds("owed", () -> box.promises(number, "open"), all -> !all.isEmpty())
                .getFirst();
        assertThat(list(box, "winBack").toString()).doesNotContain(number);
        box.api().post("/api/promises/" + promise.path("id").asString() + "/close", Map.of("how", "unreachable"));
        return list(box, "winBack").stream()
                .filter(one -> one.path("number").asString().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static void nobodyAnswers(Box box, String id) {
        box.line(1).behaves(Map.of("busy", true));
        box.line(2).behaves(Map.of("busy", true));
        Handset ivan = box.telephone(1).isQuiet();
        asked(box, id);
        ivan.isRung().lifts();
        Until.holds("an attempt in vain", () -> list(box, "winBack").toString(), all -> all.contains("\"attempts\":1"));
        ivan.hangsUp().isQuiet();
    }

    private static void theyWantToBeCalledLater(Box box, String id) {
        Handset ivan = box.telephone(1);
        Line line = answeredAfterOneClick(box, id, ivan);
        assertThat(line.dialled()).endsWith("671320002");
        theyTalkShortly(line, ivan);
        isAsked(box, ivan, "call-back-result");
        ivan.fromNow().presses("3");
        isAsked(box, ivan, "call-back-at");
        ivan.presses("1500");
        Until.holds("it is put off", () -> list(box, "winBack"), all -> all.size() == 1);
        ivan.hangsUp();
    }

    /** A key pressed before its question, or two at once, would mean something else: the 1 of 1500 says that they have talked. */
    private static void isAsked(Box box, Handset ivan, String prompt) {
        short[] question = box.api().sound("/api/prompts/uk/" + prompt);
        Until.holds(prompt, () -> Hearing.alike(question, ivan.heard(), 1), likeness -> likeness >= 0.8);
    }

    /** No key means not talked, and a box that dies before the key hears none. */
    @Test
    void aCrashBetweenTheTalkAndTheKeyLosesNoAttempt() {
        try (Box box = Box.running(office(), "2026-11-23T10:00:00+02:00")) {
            box.line(1).clear();
            box.line(2).clear();
            String id = lost(box, LOST).path("id").asString();
            Handset ivan = box.telephone(1);
            Line first = answeredAfterOneClick(box, id, ivan);
            ivan.fromNow();
            first.says(Speech.of(Speech.LONG_B, 5));
            ivan.hears(2);
            Until.holds("an attempt", () -> list(box, "winBack").toString(), all -> all.contains("\"attempts\":1"));
            box.dies();
            box.again("2026-11-23T10:05:00+02:00");
            assertThat(list(box, "winBack").getFirst().path("attempts").asInt())
                    .as("they were talking: that is no attempt in vain")
                    .isZero();
            Line line = answeredAfterOneClick(box, id, ivan);
            theyTalkShortly(line, ivan);
            ivan.fromNow().hears(1);
            box.dies();
            box.again("2026-11-23T10:10:00+02:00");
            assertThat(list(box, "winBack"))
                    .singleElement()
                    .matches(one -> one.path("attempts").asInt() == 1);
            box.api().post("/api/callouts/" + id + "/result", Map.of("result", "talked"));
            assertThat(list(box, "winBack")).isEmpty();
        }
    }

    private static void theyTalkShortly(Line line, Handset ivan) {
        ivan.fromNow();
        line.says(Speech.of(Speech.LONG_B, 5)); // a line of copper shows an answer by its voice
        ivan.hears(2);
        line.hangsUp().isFree();
    }

    /** One click, once Ivan is free. */
    private static void asked(Box box, String id) {
        Until.holds(
                "Ivan is free",
                () -> box.api().postStatus("/api/callouts/" + id + "/call", Map.of("from", 202)),
                status -> status == 202);
    }

    /** Over whichever line: the far end of it. */
    private static Line answeredAfterOneClick(Box box, String id, Handset ivan) {
        Until.holds(
                "the lines are free", () -> box.line(1).state() + box.line(2).state(), "idleidle"::equals);
        Map<String, ?> answers = Map.of("answers", Map.of("afterMs", 800));
        box.line(1).behaves(answers);
        box.line(2).behaves(answers);
        ivan.isQuiet();
        asked(box, id);
        ivan.isRung().lifts();
        String states = Until.holds(
                "somebody answers",
                () -> box.line(1).state() + " " + box.line(2).state(),
                both -> both.contains("talking"));
        return box.line(states.startsWith("talking") ? 1 : 2);
    }

    @Test
    void whoeverGaveNoMarkIsAskedAndABadOneIsOwedACallByTheHead() {
        try (Box box = Box.running(office(), "2026-11-23T10:00:00+02:00")) {
            Handset ivan = box.telephone(1);
            Line line = box.line(1).rings(LILIYA, "etsi-before-ring");
            ivan.isRung().lifts();
            line.isAnswered().says(Speech.of("Hello, this is Lily. I would like to come in tomorrow at nine."));
            Until.holds(
                    "they talk",
                    () -> box.callsOf(LILIYA).getFirst().path("talkSeconds").asDouble(),
                    seconds -> seconds > 6);
            line.hangsUp();
            ivan.hangsUp();
            box.endedCall(LILIYA);
            JsonNode asked = Until.holds("asked", () -> list(box, "asking"), all -> !all.isEmpty())
                    .getFirst();
            assertThat(asked.path("why").asString()).isEqualTo("unrated");
            assertThat(asked.path("name").asString()).isEqualTo("ТОВ «Лілія»");
            assertThat(asked.path("manager").asString()).isEqualTo("201");
            String path = "/api/callouts/" + asked.path("id").asString() + "/result";
            assertThat(box.api().postStatus(path, Map.of("result", "rated"))).isEqualTo(400);
            box.api().post(path, Map.of("result", "rated", "rating", 2));
            assertThat(list(box, "asking")).isEmpty();
            assertThat(box.endedCall(LILIYA).path("rating").asInt()).isEqualTo(2);
            Until.holds("a review", () -> box.api().list("/api/reviews?open=true"), all -> all.size() == 1);
            assertThat(Until.holds("a promise", () -> box.promises(LILIYA, "open"), all -> !all.isEmpty()))
                    .singleElement()
                    .matches(one -> one.path("owner").asString().equals("203"));
            box.clockReads("2027-01-29T10:00:00+02:00");
            assertThat(list(box, "winBack")).isEmpty();
            JsonNode promise = box.promises(LILIYA, "owed").getFirst();
            box.api().post("/api/promises/" + promise.path("id").asString() + "/close", Map.of("how", "visit"));
            assertThat(list(box, "winBack"))
                    .singleElement()
                    .matches(one -> one.path("why").asString().equals("silent"));
        }
    }

    private static List<JsonNode> list(Box box, String name) {
        return box.api().list("/api/callouts?list=" + name);
    }
}
