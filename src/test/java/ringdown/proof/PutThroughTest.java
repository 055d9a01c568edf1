package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Somebody of the office puts a caller through to somebody else (SITUATIONS 1): it comes back unanswered, and who leaves in it is owed a call. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the box of PutThroughTest")
class PutThroughTest {
    private static Box box;
    private static Trunk direct;
    private static SwiftPhone olena;
    private static SwiftPhone ivan;

    @BeforeAll
    static void start() {
        Office office = Office.ofTheContract().withDirectTrunk("ring: 202, for: 20s");
        direct = Trunk.of(office, "direct");
        box = Box.running(office, "2026-11-23T10:00:00+02:00");
        direct.serves(box);
        olena = SwiftPhone.registers(box, "201");
        ivan = SwiftPhone.registers(box, "202");
    }

    @AfterEach
    void nothingIsLeft() {
        direct.hangsUp();
        olena.laysDown();
        ivan.laysDown();
        box.telephone(1).hangsUp().isQuiet();
        Until.holds("no call is open", () -> box.balance().path("open").asInt(), open -> open == 0);
        Until.holds("every leg has ended", () -> direct.open() + olena.open() + ivan.open() == 0);
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
    }

    @AfterAll
    static void stop() {
        olena.close();
        ivan.close();
        direct.close();
        box.close();
    }

    private static SipCall talksToIvan(String number, SipCall[] his) {
        SipCall caller = direct.calls(Trunk.Shown.as(number), "0441230004");
        his[0] = ivan.isRung().lifts();
        caller.isAnswered().says(Speech.of(Speech.LONG_A, 4));
        his[0].hears(2);
        return caller;
    }

    private static void talksTo(String number, String who) {
        Until.holds(
                "the caller talks to " + who,
                () -> box.callsOf(number).getFirst().path("answeredBy").asString(""),
                who::equals);
    }

    @Test
    void whoeverIsPutThroughTalksToTheOtherAndItIsOneCall() {
        String number = "+380671460001";
        SipCall[] his = new SipCall[1];
        SipCall caller = talksToIvan(number, his);
        his[0].putsThrough("201", null);
        SipCall hers = olena.isRung();
        assertThat(hers.invite().header("From")).as("she sees who calls").contains(number.substring(4));
        Until.holds("he is told that it rings", () -> his[0].told().contains("SIP/2.0 180 Ringing active"));
        hers.lifts();
        his[0].isTold("SIP/2.0 200 OK").isOver();
        talksTo(number, "201");
        short[] said = Speech.of(Speech.LONG_B, 9);
        caller.fromNow();
        hers.says(said);
        caller.hears(4);
        assertThat(Hearing.alike(caller.heard(), said, 2)).isGreaterThanOrEqualTo(0.97);
        hers.listens(1);
        caller.hangsUp();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("outcome").asString()).isEqualTo("talked");
        assertThat(call.path("transfers").asInt()).isEqualTo(1);
        assertThat(box.callsOf(number)).hasSize(1);
        assertThat(box.promises(number, "all")).isEmpty();
    }

    /** RFC 3515: the subscription outlives the call; telephones that hang up at once show what became of it all the same. */
    @Test
    void whoHangsUpRightAfterPuttingThroughIsFreeAtOnceAndIsToldTheEnd() {
        String number = "+380671460008";
        SipCall[] his = new SipCall[1];
        SipCall caller = talksToIvan(number, his);
        his[0].putsThrough("201", null);
        SipCall hers = olena.isRung();
        his[0].hangsUp();
        ivan.isFree();
        hers.lifts();
        his[0].isTold("SIP/2.0 200 OK");
        assertThat(his[0].told()).contains("SIP/2.0 180 Ringing active");
        hers.listens(1);
        caller.hangsUp();
        assertThat(box.endedCall(number).path("answeredBy").asString()).isEqualTo("201");
    }

    @Test
    void whoLeavesInAnUnansweredTransferGaveUpAndIsOwedACallByWhoSentThem() {
        String number = "+380671460002";
        SipCall[] his = new SipCall[1];
        SipCall caller = talksToIvan(number, his);
        his[0].putsThrough("201", null);
        olena.isRung();
        caller.hangsUp();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("outcome").asString()).isEqualTo("gaveUp");
        assertThat(call.path("talkSeconds").asDouble()).isPositive();
        assertThat(call.path("transfers").asInt()).isEqualTo(1);
        assertThat(box.promises(number, "open"))
                .singleElement()
                .satisfies(p -> assertThat(p.path("owner").asString()).isEqualTo("202"));
    }

    @Test
    void anUnansweredTransferComesBackToWhoSentIt() {
        String number = "+380671460003";
        SipCall[] his = new SipCall[1];
        SipCall caller = talksToIvan(number, his);
        his[0].putsThrough("201", null);
        SipCall hers = olena.isRung();
        his[0].isTold("SIP/2.0 480 Temporarily Unavailable").isOver();
        SipCall back = ivan.isRung().lifts();
        hers.isOver();
        caller.says(Speech.of(Speech.LONG_A, 3));
        back.hears(1.5);
        caller.hangsUp();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("outcome").asString()).isEqualTo("talked");
        assertThat(call.path("answeredBy").asString()).isEqualTo("202");
        assertThat(call.path("stages").size()).as(call.toString()).isEqualTo(3);
    }

    @Test
    void aNumberThatIsNobodysBringsTheCallerBackAtOnce() {
        String number = "+380671460004";
        SipCall[] his = new SipCall[1];
        SipCall caller = talksToIvan(number, his);
        his[0].putsThrough("299", null).isTold("SIP/2.0 404 Not Found");
        SipCall back = ivan.isRung().lifts();
        back.listens(1);
        caller.hangsUp();
        assertThat(box.endedCall(number).path("answeredBy").asString()).isEqualTo("202");
    }

    @Test
    void anAnalogTelephonePutsThroughByFlashDiallingAndLayingDown() {
        String number = "+380671460006";
        SipCall caller = direct.calls(Trunk.Shown.as(number), "0441230004");
        Handset desk = box.telephone(1).isRung().lifts();
        caller.isAnswered().says(Speech.of(Speech.LONG_A, 4));
        desk.hears(2);
        desk.flashes();
        caller.fromNow().hears(1); // music
        desk.fromNow().hears(0.5).presses("201");
        SipCall hers = olena.isRung();
        desk.hangsUp();
        Until.holds("Ivan is free", () -> box.person("202").path("state").asString(), "free"::equals);
        assertThat(hers.over()).as("it goes on ringing").isFalse();
        hers.lifts();
        talksTo(number, "201");
        assertThat(olena.isRungNow()).as("she is not rung again").isNull();
        short[] said = Speech.of(Speech.LONG_B, 7);
        caller.fromNow();
        hers.says(said);
        caller.hears(3);
        assertThat(Hearing.alike(caller.heard(), said, 2)).isGreaterThanOrEqualTo(0.97);
        Until.holds("Ivan is free", () -> box.person("202").path("state").asString(), "free"::equals);
        assertThat(desk.rings()).isFalse();
        caller.hangsUp();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("answeredBy").asString()).isEqualTo("201");
        assertThat(call.path("transfers").asInt()).isEqualTo(1);
        assertThat(call.path("outcome").asString()).isEqualTo("talked");
    }

    /** The row "wrong transfer". */
    @Test
    void aStarBringsAWrongTransferBackWithItsEssence() {
        String number = "+380671460007";
        SipCall[] his = new SipCall[1];
        SipCall caller = talksToIvan(number, his);
        String call = "/api/calls/" + box.callsOf(number).getFirst().path("id").asString();
        box.api().patch(call, java.util.Map.of("essence", "the roof leaks"));
        his[0].putsThrough("201", null);
        SipCall hers = olena.isRung().lifts();
        talksTo(number, "201");
        hers.listens(0.5);
        hers.presses("*");
        SipCall back = ivan.isRung().lifts();
        hers.isOver();
        back.listens(1);
        caller.hangsUp();
        JsonNode ended = box.endedCall(number);
        assertThat(ended.path("answeredBy").asString()).isEqualTo("202");
        assertThat(ended.path("transfers").asInt()).isEqualTo(2);
        assertThat(ended.path("essence").asString()).isEqualTo("the roof leaks");
    }

    /** SITUATIONS 6 and 10: a code means the talk that one has just left, and "last spoken" is who talked longest. */
    @Test
    void aCodeKeyedAfterPuttingThroughMeansThatCallerAndLastSpokenIsWhoTalkedLongest() {
        SipCall[] his = new SipCall[1];
        SipCall other = talksToIvan("+380671460021", his);
        other.hangsUp();
        box.endedCall("+380671460021");
        ivan.laysDown();
        String number = "+380671460022";
        SipCall caller = talksToIvan(number, his);
        his[0].listens(20); // far longer than the rest takes on a slow machine
        his[0].putsThrough("201", null);
        SipCall hers = olena.isRung().lifts();
        hers.listens(0.5);
        his[0].isTold("SIP/2.0 200 OK").isOver();
        ivan.dials("*51705").isAnswered();
        assertThat(Until.holds("the promise", () -> box.promises(number, "open"), all -> !all.isEmpty())
                        .getFirst()
                        .path("dueAt")
                        .asString())
                .contains("T17:05");
        assertThat(box.promises("+380671460021", "open")).isEmpty();
        caller.hangsUp();
        assertThat(box.endedCall(number).path("answeredBy").asString()).isEqualTo("201");
        JsonNode way = box.api()
                .get("/api/whatif?class=client&promise=none&caller=" + Api.escape(number))
                .path("steps");
        assertThat(way.valueStream()
                        .filter(step -> step.path("target").asString("").equals("last spoken")))
                .singleElement()
                .satisfies(step -> assertThat(
                                step.path("rings").path(0).path("who").asString())
                        .isEqualTo("202"));
    }

    @Test
    void whoLeavesInTheMomentOfTheTransferHasOneOutcome() {
        for (int i = 0; i < 20; i++) {
            String number = "+3806714610%02d".formatted(i);
            SipCall caller = direct.calls(Trunk.Shown.as(number), "0441230004");
            SipCall his = ivan.isRung().lifts();
            caller.isAnswered();
            Until.holds(
                    "they talk",
                    () -> box.callsOf(number).getFirst().path("outcome").asString(),
                    "talking"::equals);
            if (i % 2 == 0) {
                his.putsThrough("201", null);
                caller.hangsUp();
            } else {
                caller.hangsUp();
                his.putsThrough("201", null);
            }
            his.isOver();
            assertThat(box.endedCall(number).path("outcome").asString()).isIn("talked", "gaveUp");
            assertThat(box.promises(number, "all")).hasSize(1);
            olena.laysDown();
            ivan.laysDown();
        }
    }
}
