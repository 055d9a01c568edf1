package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** At night each line is called from another one, and nobody is counted (LINES 18). */
@Execution(ExecutionMode.CONCURRENT)
class NightTestCallTest {
    private static final String EVENING = "2026-11-23T20:00:00+02:00";
    /** Of one call: both lines free, dial tone, digits, rings, the tone: more than a minute if all of it is slow. */
    private static final Duration NIGHT = Duration.ofSeconds(120);

    private static String result(Box box, int line) {
        return box.api()
                .get("/api/lines/fxo:" + line)
                .path("night")
                .path("result")
                .asString("");
    }

    private static List<JsonNode> alarms(Box box) {
        return box.api().list("/api/alarms?state=open").stream()
                .filter(alarm -> alarm.path("what").asString().equals("lineNotRung"))
                .toList();
    }

    @Test
    void eachLineIsRungFromTheOtherAndStandsInNoFigure() {
        try (Box box = Box.running(Office.ofTheContract(), EVENING)) {
            box.clockReads("2026-11-24T03:29:59+02:00");
            Until.holds("line 1 was called", NIGHT, () -> result(box, 1), "rang"::equals);
            Until.holds("line 2 was called", NIGHT, () -> result(box, 2), "rang"::equals);
            assertThat(box.line(2).dialled()).isEqualTo("0441230001");
            assertThat(box.line(1).dialled()).isEqualTo("0441230002");
            assertThat(box.line(2).view().path("answered").asBoolean()).isFalse();
            assertThat(box.api().list("/api/calls")).isEmpty();
            assertThat(box.balance().path("in").asInt()).isZero();
            assertThat(alarms(box)).isEmpty();
            JsonNode nights = box.api().get("/api/morning").path("nights");
            assertThat(nights).hasSize(2);
            String caller = "+380671290001";
            box.line(2).rings(caller, "etsi-before-ring").isAnswered().hangsUp().isFree();
            assertThat(box.endedCall(caller).path("outcome").asString()).isEqualTo("gaveUp");
        }
    }

    @Test
    void aLineThatDoesNotRingIsAnAlarmAndDeafSinceItsLastSignOfLifeUntilItRings() {
        try (Box box = Box.running(Office.ofTheContract(), EVENING)) {
            box.line(2).behaves(Map.of("ringVrms", 0)); // its exchange has lost its ringing
            notRung(box);
            box.dies();
            box.again("2026-11-24T08:00:00+02:00");
            assertThat(alarms(box)).as("a restart has not mended it").hasSize(1);
            assertThat(result(box, 2)).isEqualTo("notRung");
            assertThat(deaf(box))
                    .as("it may be deaf still")
                    .anyMatch(time -> time.path("to").isNull());
            box.line(2).rings("+380671290002", "etsi-before-ring").isRecorded();
            Until.holds("it rings, so it lives", () -> alarms(box).isEmpty());
            box.line(2).hangsUp().isFree();
            box.endedCall("+380671290002");
            Until.holds(
                    "the deaf time is over",
                    () -> deaf(box),
                    all -> !all.isEmpty()
                            && all.stream().noneMatch(time -> time.path("to").isNull()));
        }
    }

    @Test
    void onceAWeekTheCallIsAnsweredAndItsToneIsHeardThereAndACallOfSomebodyElseIsStillServed() {
        try (Box box = Box.running(atOne(), "2026-11-28T20:00:00+02:00")) {
            box.clockReads("2026-11-29T00:59:59+02:00"); // the night to Sunday
            Until.holds("line 1 was heard", NIGHT, () -> result(box, 1), "heard"::equals);
            Until.holds("line 2 was heard", NIGHT, () -> result(box, 2), "heard"::equals);
            JsonNode night = box.api().get("/api/lines/fxo:2").path("night");
            assertThat(night.path("lossDb").asDouble()).isBetween(-2.0, 12.0);
            assertThat(box.api().list("/api/calls")).isEmpty();
            assertThat(box.balance().path("in").asInt()).isZero();
            String caller = "+380671290003";
            box.line(1)
                    .isFree()
                    .rings(caller, "etsi-before-ring")
                    .isRecorded()
                    .hangsUp()
                    .isFree();
            assertThat(box.endedCall(caller).path("outcome").asString()).isEqualTo("gaveUp");
        }
    }

    private static Office atOne() {
        return Office.ofTheContract().with("office:\n", "office:\n  testCalls: {at: \"01:00\", answered: sun}\n");
    }

    private static List<JsonNode> deaf(Box box) {
        return box.api().list("/api/ledger/deaf?from=2026-11-23T00:00:00%2B02:00").stream()
                .filter(time -> time.path("via").asString().equals("fxo:2"))
                .filter(time -> time.path("cause").asString().equals("fault"))
                .toList();
    }

    private static void notRung(Box box) {
        box.clockReads("2026-11-24T03:29:59+02:00");
        Until.holds("line 2 did not ring", NIGHT, () -> result(box, 2), "notRung"::equals);
        Until.holds("somebody is told", () -> alarms(box), all -> all.size() == 1);
        assertThat(alarms(box).getFirst().path("where").asString()).isEqualTo("fxo:2");
        JsonNode deaf = Until.holds(
                        "it may have been deaf",
                        () -> box.api().list("/api/ledger/deaf").stream()
                                .filter(time -> time.path("via").asString().equals("fxo:2"))
                                .toList(),
                        all -> !all.isEmpty())
                .getFirst();
        assertThat(deaf.path("seen").asString()).startsWith("our own test call did not ring it");
        assertThat(deaf.path("from").asString()).startsWith("2026-11-23T20:0");
        Until.holds(
                "it is noted",
                () -> box.api().list("/api/deviations?kind=lineDeaf").toString(),
                all -> all.contains("fxo:2"));
    }
}
