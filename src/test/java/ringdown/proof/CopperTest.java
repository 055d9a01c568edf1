package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** What lines do that never say goodbye: each decision stands in the call's record with its evidence (LINES 6, 7, 10, 11). */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the box of CopperTest")
class CopperTest {
    private static final String GONE = "the far end has gone: dial tone";

    private static Box box;

    @BeforeAll
    static void start() {
        Office office = Office.ofTheContract()
                .withoutGreetings()
                .stages("60s")
                .with("purpose: main number, script: front}", "purpose: main number, script: front, outgoing: always}")
                .with(
                        "purpose: advertising,  script: front}",
                        "purpose: advertising, script: front, outgoing: always}");
        box = Box.running(office, "2026-11-23T10:00:00+02:00");
    }

    @AfterAll
    static void stop() {
        box.close();
    }

    /** What went before is over for the box too. */
    private static Handset ivan() {
        Until.holds("202 is free", () -> box.person("202").path("state").asString(), "free"::equals);
        return box.telephone(1).isQuiet();
    }

    private static List<String> events(JsonNode call) {
        return box.call(call.path("id").asString())
                .path("events")
                .valueStream()
                .map(event -> event.path("what").asString())
                .toList();
    }

    @Test
    void whoeverLiftsATelephoneBesideTheBoxHasTalkedAndNobodyIsOwedAnything() {
        String number = "+380671250001";
        Line line = box.line(2);
        line.rings(number, "etsi-before-ring").isRecorded();
        line.behaves(Map.of("parallelPhone", true));
        JsonNode call = box.endedCall(number);
        assertThat(call.path("outcome").asString()).isEqualTo("talked");
        assertThat(call.path("answeredBy").asString()).isEqualTo("parallel telephone");
        assertThat(call.path("promiseId").isNull()).isTrue();
        assertThat(events(call)).contains("somebody has lifted a telephone beside the box");
        line.behaves(Map.of("parallelPhone", false)).isFree();
    }

    @Test
    void aBreakInATalkEndsItOnlyWithSilenceAfterItAndTheRecordSaysSo() {
        String number = "+380671250002";
        Line line = box.line(2);
        Handset ivan = ivan();
        line.rings(number, "etsi-before-ring");
        ivan.isRung().lifts();
        line.isAnswered().fromNow().listens(3);
        line.hangsUp("loopBreak");
        JsonNode call = box.endedCall(number);
        ivan.hangsUp();
        assertThat(call.path("outcome").asString()).isEqualTo("talked");
        assertThat(events(call)).contains("the far end has gone: a break of the loop, then silence");
        line.isFree();
    }

    private static long callsIn() {
        return box.api().list("/api/calls?line=fxo:1").stream()
                .filter(call -> call.path("direction").asString().equals("in"))
                .count();
    }

    @Test
    void noDigitGoesOutWithoutDialToneAndTheCallTakesTheNextLine() {
        Line dead = box.line(1).behaves(Map.of("dialTone", "none"));
        Line good = box.line(2).behaves(Map.of("answers", Map.of("afterMs", 500)));
        Handset ivan = ivan();
        long before = callsIn();
        ivan.dials("0671250003");
        good.isAnswered();
        assertThat(good.dialled()).isEqualTo("0671250003");
        assertThat(dead.dialled()).isEmpty();
        good.hangsUp().isFree();
        ivan.hangsUp();
        JsonNode call = box.endedCall("+380671250003");
        assertThat(events(call))
                .containsSubsequence(
                        "dialled over fxo:1", "no dial tone on fxo:1: nothing is dialled", "dialled over fxo:2");
        dead.isFree();
        Until.holds(
                "deaf time since the last sign of life",
                () -> box.api().list("/api/ledger/deaf").toString(),
                all -> all.contains("no dial tone: since then at the latest"));
        assertThat(callsIn()).as("no caller was there").isEqualTo(before);
        dead.behaves(Map.of("dialTone", "normal"));
    }

    @Test
    void aCallerWhoIsOnTheLineThatIsSeizedIsServedAndTheOutgoingCallMoves() {
        Line glare = box.line(1);
        Line good = box.line(2).behaves(Map.of("answers", Map.of("afterMs", 500)));
        Handset ivan = ivan();
        Until.holds("line 1 may be dialled on", () -> glare.state().equals("idle"));
        box.api().post("/api/simulator/lines/1/ring", Map.of("number", "+380671250004", "glare", true, "for", 60));
        glare.says(Speech.of(Speech.LONG_B, 3));
        ivan.dials("0671250005");
        good.isAnswered();
        assertThat(good.dialled()).isEqualTo("0671250005");
        assertThat(glare.dialled()).isEmpty();
        JsonNode caller = Until.holds(
                        "the caller stands in the ledger",
                        () -> box.api().list("/api/calls?line=fxo:1&limit=1"),
                        calls -> !calls.isEmpty()
                                && calls.getFirst().path("outcome").asString().equals("ringing"))
                .getFirst();
        assertThat(caller.path("direction").asString()).isEqualTo("in");
        glare.hangsUp().isFree();
        good.hangsUp().isFree();
        ivan.hangsUp();
        assertThat(events(box.endedCall("+380671250005"))).contains("a caller was on fxo:1 when it was seized");
    }

    /** The moment is short: a busy machine may lift when the box knows already that the caller has gone. */
    @Test
    void whoeverLiftsForACallerWhoHasJustGoneIsToldSoAndTheCallerGaveUp() {
        JsonNode call = liftsForACallerWhoHasJustGone("+380671250006");
        for (int again = 7; again < 10 && !events(call).contains(GONE); again++) {
            call = liftsForACallerWhoHasJustGone("+38067125000" + again);
        }
        assertThat(call.path("outcome").asString()).isEqualTo("gaveUp");
        assertThat(call.path("talkSeconds").asDouble()).isZero();
        assertThat(events(call)).contains(GONE);
    }

    private static JsonNode liftsForACallerWhoHasJustGone(String number) {
        Line line = box.line(2);
        Handset ivan = ivan();
        box.api()
                .post(
                        "/api/simulator/lines/2/ring",
                        Map.of("number", number, "scheme", "etsi-before-ring", "hangUpInPause", true));
        ivan.isRung();
        line.is("idle");
        ivan.lifts();
        JsonNode call = box.endedCall(number);
        ivan.hangsUp();
        return call;
    }
}
