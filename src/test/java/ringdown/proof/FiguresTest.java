package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** A day's calls as they stand in every figure (Q8, R7, SITUATIONS 19 and 21). */
@Execution(ExecutionMode.CONCURRENT)
class FiguresTest {
    private static final String LILIYA = "+380501112233";
    private static final String STRANGER = "+380671320001";

    @Test
    void aTalkWithABadMarkAPromiseKeptAndASecondCallStandInEveryFigure() {
        Office office = MorningTest.office().stages("20s").with("purpose: advertising,  script", "script");
        try (Box box = Box.running(office, "2026-11-23T10:00:00+02:00")) {
            String talk = aTalkWithABadMark(box);
            Until.holds("rated", () -> box.call(talk).path("rating").asInt(), mark -> mark == 1);
            is(box, "answeredIn20s", 1, 1);
            is(box, "reachedHead", 0, 1);
            is(box, "rating", 1, 1);
            is(box, "ratingShare", 1, 1);
            is(box, "firstCallSolved", 1, 1);
            is(box, "promisesInTime", 0, 0);
            JsonNode review = Until.holds(
                            "a review", () -> box.api().list("/api/reviews?open=true"), all -> !all.isEmpty())
                    .getFirst();
            assertThat(review.path("kind").asString()).isEqualTo("rating");
            assertThat(review.path("cause").asString()).isEqualTo("badRating");
            JsonNode promise = Until.holds("a promise", () -> box.promises(LILIYA, "open"), all -> !all.isEmpty())
                    .getFirst();
            assertThat(promise.path("owner").asString()).isEqualTo("203");
            box.api().post("/api/promises/" + promise.path("id").asString() + "/close", Map.of("how", "visit"));
            is(box, "promisesInTime", 1, 1);
            sheCallsAgain(box);
            aCallOnANumberWithoutAPurpose(box);
        }
    }

    /** The head rings as a backup beside Ivan, who takes it. */
    private static String aTalkWithABadMark(Box box) {
        Handset ivan = box.telephone(1);
        Line line = box.line(1).rings(LILIYA, "etsi-before-ring");
        ivan.isRung().lifts();
        line.isAnswered().says(Speech.of("Hello, this is Lily. I would like to come in tomorrow at nine."));
        Until.holds(
                "they talk for longer than a dropped call",
                () -> box.callsOf(LILIYA).getFirst().path("talkSeconds").asDouble(),
                seconds -> seconds > 6);
        double before = Hearing.lively(line.heard());
        ivan.hangsUp();
        Until.holds(
                "the talk is written",
                () -> box.callsOf(LILIYA).getFirst().path("outcome").asString(),
                "talked"::equals);
        Until.holds("the question", () -> Hearing.lively(line.heard()), heard -> heard > before + 1);
        line.presses("1").isFree().hangsUp();
        return box.endedCall(LILIYA).path("id").asString();
    }

    private static void sheCallsAgain(Box box) {
        box.clockReads("2026-11-23T12:00:00+02:00");
        box.line(1).clear().rings(LILIYA, "etsi-before-ring");
        Until.holds("written", () -> box.callsOf(LILIYA), calls -> calls.size() == 2);
        box.line(1).hangsUp().isFree();
        box.endedCall(LILIYA);
        is(box, "firstCallSolved", 0, 1);
        assertThat(target(box, "firstCallSolved").path("others")).hasSize(1);
    }

    private static void aCallOnANumberWithoutAPurpose(Box box) {
        box.line(2).rings(STRANGER, "etsi-before-ring");
        Until.holds("written", () -> box.callsOf(STRANGER), calls -> !calls.isEmpty());
        box.line(2).hangsUp().isFree();
        String id = box.endedCall(STRANGER).path("id").asString();
        JsonNode second = number(box, "+380441230002");
        assertThat(second.path("withoutPurpose").asBoolean()).isTrue();
        assertThat(second.path("callIds").toString()).contains(id);
        JsonNode first = number(box, "+380441230001");
        assertThat(first.path("calls").asInt()).isEqualTo(2);
        assertThat(first.path("withoutPurpose").asBoolean()).isFalse();
        assertThat(first.path("allBusySeconds").asDouble()).isGreaterThan(6);
        assertThat(number(box, "+380441230003").path("neverRang").asBoolean()).isTrue();
    }

    private static void is(Box box, String name, int n, int of) {
        JsonNode target = Until.holds(
                name + " is " + n + " of " + of,
                () -> target(box, name),
                one -> one.path("n").asInt() == n && one.path("of").asInt() == of);
        assertThat(target.path("calls").size()).isLessThanOrEqualTo(Math.max(n, of));
    }

    private static JsonNode target(Box box, String name) {
        return found(box.api().get("/api/targets"), "name", name);
    }

    private static JsonNode number(Box box, String number) {
        return found(box.api().get("/api/numbers"), "number", number);
    }

    private static JsonNode found(JsonNode list, String field, String value) {
        for (JsonNode item : list.path("items")) {
            if (item.path(field).asString("").equals(value)) {
                return item;
            }
        }
        throw new AssertionError("no " + value + " in " + list);
    }
}
