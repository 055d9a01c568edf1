package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Calls in, out and inside are put through, after asking or without: the talk that stands goes on with somebody else (SITUATIONS 1). */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the box of JoiningTest")
class JoiningTest {
    private static Box box;
    private static Trunk direct;
    private static SwiftPhone olena;
    private static SwiftPhone ivan;

    @BeforeAll
    static void start() {
        Office office = Office.ofTheContract().linesForCallersOnly().withDirectTrunk("ring: 202, for: 20s");
        direct = Trunk.of(office, "direct");
        box = Box.running(office, "2026-11-23T10:00:00+02:00");
        direct.serves(box);
        olena = SwiftPhone.registers(box, "201");
        ivan = SwiftPhone.registers(box, "202");
    }

    @AfterEach
    void nothingIsLeft() {
        direct.hangsUp();
        while (direct.isCalledNow() != null) {
            // what rang is past
        }
        olena.laysDown();
        ivan.laysDown();
        box.telephone(1).hangsUp().isQuiet();
        box.telephone(2).hangsUp().isQuiet();
        Until.holds("no call is open", () -> box.balance().path("open").asInt(), open -> open == 0);
        Until.holds("203 is free", () -> box.person("203").path("state").asString(), "free"::equals);
        olena.laysDown(); // what a call rang before it was over
        ivan.laysDown();
        Until.holds("every end is over", () -> direct.open() + olena.open() + ivan.open(), open -> open == 0);
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
    }

    @AfterAll
    static void stop() {
        olena.close();
        ivan.close();
        direct.close();
        box.close();
    }

    private record Two(SipCall caller, SipCall agent) {}

    private static Two talksToIvan(String number) {
        SipCall caller = direct.calls(Trunk.Shown.as(number), "0441230004");
        SipCall his = ivan.isRung().lifts();
        caller.isAnswered().says(Speech.of(Speech.LONG_A, 6));
        his.hears(2);
        return new Two(caller, his);
    }

    private static Two ivanCalls(String number) {
        SipCall his = ivan.dials("0" + number.substring(4));
        SipCall client = direct.isCalled().lifts();
        his.isAnswered();
        client.says(Speech.of(Speech.LONG_A, 6));
        his.hears(1.5);
        return new Two(client, his);
    }

    private static void hearEachOther(SipCall one, SipCall other) {
        short[] said = Speech.of(Speech.LONG_B, 7);
        one.fromNow();
        other.says(said);
        one.hears(3);
        assertThat(Hearing.alike(one.heard(), said, 2)).isGreaterThanOrEqualTo(0.97);
        short[] answer = Speech.of(Speech.LONG_A, 7);
        other.fromNow();
        one.says(answer);
        other.hears(3);
        assertThat(Hearing.alike(other.heard(), answer, 2)).isGreaterThanOrEqualTo(0.97);
    }

    private static JsonNode the(String number) {
        return box.callsOf(number).getFirst();
    }

    private static void answeredBy(String number, String who) {
        Until.holds(who + " talks", () -> the(number).path("answeredBy").asString(""), who::equals);
    }

    @Test
    void afterAskingTheTwoTalksBecomeOneAndNobodyIsRungAgain() {
        String number = "+380671470001";
        Two talk = talksToIvan(number);
        box.api().patch("/api/calls/" + the(number).path("id").asString(), Map.of("essence", "the roof leaks"));
        talk.agent().holds();
        SipCall asking = ivan.dials("201");
        SipCall hers = olena.isRung().lifts();
        asking.isAnswered();
        talk.agent().putsThrough("201", asking).isTold("SIP/2.0 200 OK").isOver();
        asking.isOver();
        answeredBy(number, "201");
        hearEachOther(talk.caller(), hers);
        assertThat(olena.isRungNow()).as("she is not rung again").isNull();
        ivan.isFree();
        assertThat(box.person("201").path("state").asString()).isEqualTo("talking");
        talk.caller().hangsUp();
        hers.isOver();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("outcome").asString()).isEqualTo("talked");
        assertThat(call.path("transfers").asInt()).isEqualTo(1);
        assertThat(call.path("essence").asString()).isEqualTo("the roof leaks");
        assertThat(box.promises(number, "all")).isEmpty();
    }

    /** RFC 5589 §7.2: the transfer is completed while the third telephone still rings. */
    @Test
    void aConsultationThatStillRingsGoesOnRingingForTheCaller() {
        String number = "+380671470013";
        Two talk = talksToIvan(number);
        talk.agent().holds();
        SipCall asking = ivan.dials("201");
        SipCall hers = olena.isRung();
        asking.isRinging();
        talk.agent().putsThrough("201", asking);
        Until.holds("he is told that it rings", () -> talk.agent().told().contains("SIP/2.0 180 Ringing active"));
        asking.isOver();
        assertThat(hers.over()).as("it goes on ringing").isFalse();
        hers.lifts();
        talk.agent().isTold("SIP/2.0 200 OK").isOver();
        assertThat(olena.isRungNow()).as("she is not rung again").isNull();
        ivan.isFree();
        hearEachOther(talk.caller(), hers);
        talk.caller().hangsUp();
        hers.isOver();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("answeredBy").asString()).isEqualTo("201");
        assertThat(call.path("transfers").asInt()).isEqualTo(1);
        assertThat(call.path("stages").toString()).contains("\"rang\":[\"201\"]");
    }

    @Test
    void whoStillRingsAndDoesNotLiftBringsTheCallerBack() {
        String number = "+380671470014";
        Two talk = talksToIvan(number);
        talk.agent().holds();
        SipCall asking = ivan.dials("201");
        SipCall hers = olena.isRung();
        asking.isRinging();
        talk.agent().putsThrough("201", asking);
        // a refusal that comes before would be of the consultation: she would be rung anew
        Until.holds("he is told that it rings", () -> talk.agent().told().contains("SIP/2.0 180 Ringing active"));
        hers.refuses(486);
        talk.agent().isTold("SIP/2.0 486 Busy Here").isOver();
        SipCall back = ivan.isRung().lifts();
        hearEachOther(talk.caller(), back);
        talk.caller().hangsUp();
        assertThat(box.endedCall(number).path("answeredBy").asString()).isEqualTo("202");
    }

    /** Somebody outside who still rings: they take the caller by key, since an exchange's answer proves nobody. */
    @Test
    void somebodyOutsideWhoStillRingsGoesOnRingingAndTakesTheCallerByKey() {
        String number = "+380671470015";
        Two talk = talksToIvan(number);
        talk.agent().holds();
        SipCall out = ivan.dials("0671470016");
        SipCall partner = direct.isCalled();
        out.isRinging();
        talk.agent().putsThrough("0671470016", out);
        out.isOver();
        assertThat(partner.over()).as("it goes on ringing").isFalse();
        partner.lifts().hears(2).presses("1");
        talk.agent().isTold("SIP/2.0 200 OK").isOver();
        assertThat(direct.isCalledNow()).as("nobody is dialled again").isNull();
        hearEachOther(talk.caller(), partner);
        partner.hangsUp();
        talk.caller().isOver();
        assertThat(box.endedCall(number).path("answeredBy").asString()).isEqualTo("+380671470016");
    }

    @Test
    void theTelephoneMayNameTheTwoTalksEitherWayRound() {
        String number = "+380671470002";
        Two talk = talksToIvan(number);
        talk.agent().holds();
        SipCall asking = ivan.dials("201");
        SipCall hers = olena.isRung().lifts();
        asking.isAnswered()
                .putsThrough("202", talk.agent())
                .isTold("SIP/2.0 200 OK")
                .isOver();
        talk.agent().isOver();
        answeredBy(number, "201");
        hearEachOther(talk.caller(), hers);
        hers.hangsUp();
        talk.caller().isOver();
        assertThat(box.endedCall(number).path("transfers").asInt()).isEqualTo(1);
    }

    @Test
    void whoCalledTheSenderIsJoinedWithTheCallerAsWell() {
        String number = "+380671470003";
        Two talk = talksToIvan(number);
        talk.agent().holds();
        SipCall asking = ivan.dials("203");
        Handset maria = box.telephone(2).isRung().lifts();
        asking.isAnswered();
        talk.agent().putsThrough("203", asking).isOver();
        answeredBy(number, "203");
        short[] said = Speech.of(Speech.LONG_B, 7);
        talk.caller().fromNow();
        maria.says(said);
        talk.caller().hears(3);
        assertThat(Hearing.alike(talk.caller().heard(), said, 2)).isGreaterThanOrEqualTo(0.97);
        maria.hangsUp();
        talk.caller().isOver();
    }

    @Test
    void anAnalogTelephoneJoinsTheTwoByLayingDown() {
        String number = "+380671470004";
        SipCall caller = direct.calls(Trunk.Shown.as(number), "0441230004");
        Handset desk = box.telephone(1).isRung().lifts();
        caller.isAnswered().says(Speech.of(Speech.LONG_A, 6));
        desk.hears(2);
        desk.flashes();
        caller.fromNow().hears(1); // music
        desk.fromNow().hears(0.5).presses("201");
        SipCall hers = olena.isRung().lifts();
        hers.says(Speech.of(Speech.LONG_B, 6));
        desk.fromNow().hears(1).hangsUp();
        answeredBy(number, "201");
        hearEachOther(caller, hers);
        assertThat(olena.isRungNow()).as("she is not rung again").isNull();
        assertThat(desk.rings()).isFalse();
        ivan.isFree();
        hers.hangsUp();
        caller.isOver();
        assertThat(box.endedCall(number).path("transfers").asInt()).isEqualTo(1);
    }

    @Test
    void whomTheOfficeCalledIsPutThroughToAColleague() {
        String number = "+380671470005";
        Two talk = ivanCalls(number);
        talk.agent().putsThrough("201", null);
        SipCall hers = olena.isRung();
        assertThat(hers.invite().header("From")).contains(number.substring(4));
        Until.holds("he is told that it rings", () -> talk.agent().told().contains("SIP/2.0 180 Ringing active"));
        hers.lifts();
        talk.agent().isTold("SIP/2.0 200 OK").isOver();
        ivan.isFree();
        hearEachOther(talk.caller(), hers);
        talk.caller().hangsUp();
        hers.isOver();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("direction").asString()).isEqualTo("out");
        assertThat(call.path("outcome").asString()).isEqualTo("talked");
        assertThat(call.path("answeredBy").asString()).isEqualTo("201");
        assertThat(call.path("transfers").asInt()).isEqualTo(1);
        assertThat(box.promises(number, "all")).isEmpty();
    }

    @Test
    void whomTheOfficeCalledIsPutThroughAfterAsking() {
        String number = "+380671470006";
        Two talk = ivanCalls(number);
        talk.agent().holds();
        SipCall asking = ivan.dials("201");
        SipCall hers = olena.isRung().lifts();
        asking.isAnswered();
        talk.agent().putsThrough("201", asking).isTold("SIP/2.0 200 OK").isOver();
        hearEachOther(talk.caller(), hers);
        ivan.isFree();
        hers.hangsUp();
        talk.caller().isOver();
        assertThat(box.endedCall(number).path("answeredBy").asString()).isEqualTo("201");
    }

    @Test
    void whomAnAnalogTelephoneHasCalledIsHeldByAFlashAndPutThrough() {
        String number = "+380671470012";
        Handset desk = box.telephone(1).dials("0671470012");
        SipCall client = direct.isCalled().lifts();
        client.says(Speech.of(Speech.LONG_A, 4));
        desk.fromNow().hears(1.5).flashes();
        client.fromNow().hears(1); // music
        desk.flashes(); // back to the client
        Until.holds(
                "no music", () -> Hearing.lively(client.fromNow().listens(0.5).heard()), loud -> loud == 0);
        short[] said = Speech.of(Speech.LONG_B, 6);
        desk.says(said);
        client.hears(2);
        assertThat(Hearing.alike(client.heard(), said, 1.5)).isGreaterThanOrEqualTo(0.97);
        desk.fromNow().flashes();
        desk.hears(0.5).presses("201");
        SipCall hers = olena.isRung().lifts();
        hers.says(Speech.of(Speech.LONG_B, 6));
        desk.fromNow().hears(1).hangsUp();
        answeredBy(number, "201");
        hearEachOther(client, hers);
        client.hangsUp();
        hers.isOver();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("direction").asString()).isEqualTo("out");
        assertThat(call.path("transfers").asInt()).isEqualTo(1);
    }

    @Test
    void anUnansweredTransferOfACallOutComesBackToWhoSentIt() {
        String number = "+380671470007";
        Two talk = ivanCalls(number);
        talk.agent().putsThrough("201", null);
        SipCall hers = olena.isRung();
        talk.agent().isTold("SIP/2.0 480 Temporarily Unavailable").isOver();
        SipCall back = ivan.isRung().lifts();
        assertThat(back.invite().header("From")).contains(number.substring(4));
        hers.isOver();
        hearEachOther(talk.caller(), back);
        talk.caller().hangsUp();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("answeredBy").asString()).isEqualTo("202");
        assertThat(call.path("stages").size()).as(call.toString()).isEqualTo(2);
    }

    @Test
    void whomTheOfficeCalledAndLeftAloneIsOwedACallByWhoSentThem() {
        String number = "+380671470008";
        Two talk = ivanCalls(number);
        talk.agent().putsThrough("201", null);
        olena.isRung();
        talk.caller().hangsUp();
        box.endedCall(number);
        assertThat(Until.holds("a promise", () -> box.promises(number, "open"), all -> !all.isEmpty()))
                .singleElement()
                .satisfies(p -> assertThat(p.path("owner").asString()).isEqualTo("202"));
    }

    @Test
    void aColleagueIsPutThroughToAnAnalogTelephoneAndToOneOutside() {
        SipCall her = olena.dials("202");
        SipCall his = ivan.isRung().lifts();
        her.isAnswered();
        his.putsThrough("203", null);
        Handset maria = box.telephone(2).isRung().lifts();
        his.isTold("SIP/2.0 200 OK").isOver();
        short[] said = Speech.of(Speech.LONG_B, 5);
        her.fromNow();
        maria.says(said);
        her.hears(2);
        assertThat(Hearing.alike(her.heard(), said, 1.5)).isGreaterThanOrEqualTo(0.97);
        ivan.isFree();
        her.listens(2);
        maria.flashes();
        her.fromNow().hears(1); // music
        maria.fromNow().hears(0.5).presses("202");
        SipCall joined = ivan.isRung();
        maria.hangsUp();
        Until.holds("Maria is free", () -> box.person("203").path("state").asString(), "free"::equals);
        assertThat(joined.over()).as("it goes on ringing").isFalse();
        joined.lifts();
        assertThat(ivan.isRungNow()).as("he is not rung again").isNull();
        hearEachOther(her, joined);
        her.hangsUp();
        joined.isOver();
    }

    @Test
    void colleaguesAreJoinedAfterAsking() {
        SipCall her = olena.dials("202");
        SipCall his = ivan.isRung().lifts();
        her.isAnswered();
        his.holds();
        SipCall asking = ivan.dials("203");
        Handset maria = box.telephone(2).isRung().lifts();
        asking.isAnswered();
        his.putsThrough("203", asking).isTold("SIP/2.0 200 OK").isOver();
        short[] said = Speech.of(Speech.LONG_B, 7);
        her.fromNow();
        maria.says(said);
        her.hears(3);
        assertThat(Hearing.alike(her.heard(), said, 2)).isGreaterThanOrEqualTo(0.97);
        her.hangsUp();
    }

    /** LINES 8: over SIP the end of a call is sure to be noticed. Whoever dials a caller who waits is connected to them: so one has two. */
    @Test
    void twoCallersFromOutsideAreJoinedAndBothHaveTalked() {
        String first = "+380671470021";
        String second = "+380671470022";
        Two talk = talksToIvan(first);
        talk.agent().holds();
        Line line = box.line(1).clear().rings(second, "etsi-before-ring").isAnswered();
        SipCall hers = olena.isRung();
        SipCall his = ivan.dials("0671470022").isAnswered();
        hers.isOver();
        Until.holds("202 talks", () -> in(second).path("answeredBy").asString(""), "202"::equals);
        talk.agent().putsThrough("0671470022", his).isTold("SIP/2.0 200 OK").isOver();
        his.isOver();
        ivan.isFree();
        short[] said = Speech.of(Speech.LONG_B, 7);
        talk.caller().fromNow();
        line.says(said);
        talk.caller().hears(3);
        assertThat(Hearing.alike(talk.caller().heard(), said, 2)).isGreaterThanOrEqualTo(0.9);
        Until.holds("it is over", () -> in(second).path("outcome").asString(), "talked"::equals);
        talk.caller().hangsUp();
        line.is("released", "idle").hangsUp().isFree();
        JsonNode call = box.endedCall(first);
        assertThat(call.path("outcome").asString()).isEqualTo("talked");
        assertThat(call.path("answeredBy").asString()).isEqualTo(second);
        assertThat(call.path("transfers").asInt()).isEqualTo(1);
        assertThat(box.promises(first, "all").size()
                        + box.promises(second, "owed").size())
                .isZero();
    }

    /** The call of that number that came in. */
    private static JsonNode in(String number) {
        return box.callsOf(number).stream()
                .filter(call -> call.path("direction").asString().equals("in"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCallerIsJoinedWithSomebodyOutsideWhomTheSenderHasCalled() {
        String number = "+380671470009";
        Two talk = talksToIvan(number);
        talk.agent().holds();
        SipCall out = ivan.dials("0671470011");
        SipCall partner = direct.isCalled().lifts();
        out.isAnswered();
        talk.agent().putsThrough("0671470011", out).isTold("SIP/2.0 200 OK").isOver();
        out.isOver();
        hearEachOther(talk.caller(), partner);
        ivan.isFree();
        partner.hangsUp();
        talk.caller().isOver();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("transfers").asInt()).isEqualTo(1);
        assertThat(call.path("answeredBy").asString()).isEqualTo("+380671470011");
        assertThat(box.endedCall("+380671470011").path("outcome").asString()).isEqualTo("talked");
    }
}
