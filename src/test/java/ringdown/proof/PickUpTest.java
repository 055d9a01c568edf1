package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** A call that rings elsewhere is taken by key: by *8, by *8 and an extension, by a key with a busy lamp (RFC 3891). */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the box of PickUpTest")
class PickUpTest {
    private static Box box;
    private static Trunk direct;
    private static SwiftPhone olena;
    private static SwiftPhone ivan;
    private static SwiftPhone petro;

    @BeforeAll
    static void start() {
        Office office = Office.ofTheContract()
                .withoutGreetings()
                .with(
                        "phones: [\"fxs:2\"]}\n",
                        "phones: [\"fxs:2\"]}\n  - {extension: 204, name: Петро, phones: [sip], secret: s3cret-204}\n")
                .with(
                        "contacts:  ",
                        "  - {name: direct, host: 127.0.0.1, port: " + Ports.free()
                                + ", numbers: [\"+380441230004\"], script: direct}\ncontacts:  ")
                .with("scripts:\n", """
                        scripts:
                          direct:
                            stages:
                              - {ring: 202, for: 5m}
                            otherwise: message
                        """);
        direct = Trunk.of(office, "direct");
        box = Box.running(office, "2026-11-23T10:00:00+02:00");
        direct.serves(box);
        olena = SwiftPhone.registers(box, "201");
        ivan = SwiftPhone.registers(box, "202");
        petro = SwiftPhone.registers(box, "204");
    }

    @AfterEach
    void nothingIsLeft() {
        direct.hangsUp();
        box.line(1).hangsUp();
        box.telephone(1).hangsUp().isQuiet();
        box.telephone(2).hangsUp().isQuiet();
        List.of(olena, ivan, petro).forEach(SwiftPhone::laysDown);
        Until.holds("no call is open", () -> box.balance().path("open").asInt(), open -> open == 0);
        Until.holds("every leg has ended", () -> direct.open() + olena.open() + ivan.open() + petro.open() == 0);
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
    }

    @AfterAll
    static void stop() {
        List.of(olena, ivan, petro).forEach(SwiftPhone::close);
        direct.close();
        box.close();
    }

    private static SipCall calls(String number) {
        return direct.calls(Trunk.Shown.as(number), "0441230004");
    }

    private static void hearEachOther(SipCall one, SipCall other) {
        hears(one, other, Speech.LONG_B);
        hears(other, one, Speech.LONG_A);
    }

    private static void hears(SipCall one, SipCall other, String text) {
        short[] said = Speech.of(text, 5);
        one.fromNow();
        other.says(said);
        one.hears(1.5);
        assertThat(Hearing.alike(one.heard(), said, 1)).isGreaterThanOrEqualTo(0.97);
    }

    private static void talksTo(String number, String who) {
        Until.holds(
                "the caller talks to " + who,
                () -> box.callsOf(number).getFirst(),
                call -> call.path("answeredBy").asString("").equals(who)
                        && call.path("outcome").asString().equals("talking"));
    }

    /** Answered, told in words and laid down. */
    private static void isToldThatThereIsNothing(SipCall picking) {
        picking.isAnswered().isOver();
        assertThat(Hearing.lively(picking.heard())).as("words").isGreaterThan(0.5);
    }

    @Test
    void starEightTakesTheCallThatRingsAtAColleagueAndItStaysTheSameCall() {
        String number = "+380671480001";
        SipCall caller = calls(number);
        SipCall his = ivan.isRung();
        box.telephone(1).isRung();
        SipCall hers = olena.dials("*8").isAnswered();
        his.isOver();
        box.telephone(1).isQuiet();
        caller.isAnswered();
        talksTo(number, "201");
        hearEachOther(caller, hers);
        Until.holds("she talks", () -> box.person("201").path("state").asString(), "talking"::equals);
        ivan.isFree();
        caller.hangsUp();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("outcome").asString()).isEqualTo("talked");
        assertThat(call.path("settled").asBoolean()).isTrue();
        assertThat(call.path("transfers").asInt()).isZero();
        assertThat(call.path("stages").get(0).path("result").asString()).isEqualTo("answered");
        assertThat(call.toString()).contains("201 picks up the call that rings at 202");
        assertThat(box.callsOf(number)).hasSize(1);
        assertThat(box.promises(number, "all")).isEmpty();
        hers.isOver();
        olena.isFree();
    }

    /** A telephone that dials figure by figure waits a moment after *8, and none after *8 and an extension. */
    @Test
    void anAnalogTelephoneTakesACallOnCopperByExtensionOrByTeam() {
        String number = "+380501480002";
        box.line(1).rings(number);
        olena.isRung();
        Handset maria = box.telephone(2);
        maria.dials("*8201");
        talksTo(number, "203");
        box.line(1).isAnswered().fromNow();
        maria.says(Speech.of(Speech.LONG_A, 4));
        box.line(1).hears(1.5);
        box.line(1).hangsUp();
        box.endedCall(number);
        maria.hangsUp();
        box.line(1).isFree();
        String other = "+380501480003";
        box.line(1).rings(other);
        olena.isRung();
        maria.dials("*8");
        talksTo(other, "203");
    }

    @Test
    void aCallAmongColleaguesIsPickedUpToo() {
        SipCall hers = olena.dials("203");
        box.telephone(2).isRung();
        SipCall his = ivan.dials("*8203").isAnswered();
        box.telephone(2).isQuiet();
        hers.isAnswered();
        hearEachOther(hers, his);
        hers.hangsUp();
        his.isOver();
        assertThat(box.callsOf("201").getFirst().path("answeredBy").asString()).isEqualTo("202");
    }

    @Test
    void whoeverIsInNoTeamOfTheirsTakesACallByExtensionOnlyAndIsToldInWordsWhereThereIsNone() {
        String number = "+380671480004";
        SipCall caller = calls(number);
        SipCall his = ivan.isRung();
        isToldThatThereIsNothing(petro.dials("*8"));
        isToldThatThereIsNothing(petro.dials("*8203"));
        assertThat(his.over()).as("it rings on").isFalse();
        SipCall picking = petro.dials("*8202").isAnswered();
        his.isOver();
        talksTo(number, "204");
        isToldThatThereIsNothing(olena.dials("*8202"));
        assertThat(picking.talks()).isTrue();
        caller.hangsUp();
    }

    @Test
    void ofTwoWhoPickUpAtOnceOneTalksAndTheOtherIsTold() {
        String number = "+380671480005";
        SipCall caller = calls(number);
        ivan.isRung();
        SipCall one = olena.dials("*8");
        SipCall other = petro.dials("*8202");
        Until.holds("one of them is told", () -> one.over() != other.over());
        SipCall talks = one.over() ? other : one;
        hearEachOther(caller.isAnswered(), talks);
        talksTo(number, one.over() ? "204" : "201");
    }

    @Test
    void aCallerWhoLeavesInTheMomentOfThePickUpIsOwedACall() {
        for (int moment = 0; moment < 3; moment++) {
            String number = "+38067148001" + moment;
            SipCall caller = calls(number);
            ivan.isRung();
            SipCall picking = olena.dials("*8");
            if (moment > 0) {
                picking.isRinging();
            }
            if (moment > 1) {
                picking.isAnswered();
            }
            caller.hangsUp();
            JsonNode call = box.endedCall(number);
            assertThat(call.path("outcome").asString()).isIn("gaveUp", "talked");
            assertThat(box.promises(number, "open")).hasSize(1);
            picking.isOver();
            olena.laysDown();
            ivan.laysDown();
        }
    }

    /** What a key with a busy lamp sends while that lamp blinks. */
    @Test
    void anInviteThatReplacesARingingDialogTakesTheCallAndAWrongOneIsRefused() {
        String number = "+380671480006";
        SipCall caller = calls(number);
        SipCall his = ivan.isRung();
        String right = his.replacedBy(";early-only");
        assertThat(olena.dials("202", right.replaceAll("to-tag=[^;]+", "to-tag=none"))
                        .isOver()
                        .status())
                .isEqualTo(481);
        assertThat(olena.dials("202", right.replaceAll(";to-tag=[^;]+", ""))
                        .isOver()
                        .status())
                .isEqualTo(400);
        String asOthersWrite = right.replaceAll(";to-tag=([^;]+);from-tag=([^;]+)", ";to-tag=$2;from-tag=$1");
        SipCall hers = olena.dials("202", asOthersWrite.strip() + "\r\n").isAnswered();
        his.isOver();
        talksTo(number, "201");
        hearEachOther(caller.isAnswered(), hers);
        assertThat(petro.dials("201", hers.replacedBy(";early-only")).isOver().status())
                .as("she has answered")
                .isEqualTo(486);
        assertThat(hers.talks()).isTrue();
    }

    /** RFC 3891 in a talk: whoever put it on hold has let it go, anybody else only their own. */
    @Test
    void aTalkIsTakenOverWhileItIsHeldAndOnesOwnAtAnyTime() {
        String number = "+380671480007";
        SipCall caller = calls(number);
        SipCall his = ivan.isRung().lifts();
        caller.isAnswered().says(Speech.of(Speech.LONG_A, 4));
        his.hears(2);
        assertThat(olena.dials("202", his.replacedBy("")).isOver().status())
                .as("he talks")
                .isEqualTo(486);
        assertThat(his.talks()).isTrue();
        SipCall elsewhere = ivan.dials("202", his.replacedBy("")).isAnswered();
        his.isOver();
        hearEachOther(caller, elsewhere);
        Until.holds("he talks still", () -> box.person("202").path("state").asString(), "talking"::equals);
        elsewhere.holds();
        Until.holds("held", () -> box.callsOf(number).getFirst().toString().contains("on hold by 202"));
        SipCall hers = olena.dials("202", elsewhere.replacedBy("")).isAnswered();
        elsewhere.isOver();
        ivan.isFree();
        talksTo(number, "201");
        hearEachOther(caller, hers);
        caller.hangsUp();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("transfers").asInt()).isEqualTo(1);
        assertThat(call.path("outcome").asString()).isEqualTo("talked");
    }
}
