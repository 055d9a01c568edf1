package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Somebody is parked by *68 and taken from any telephone by *69 and the place that was spoken (SITUATIONS 1). */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the box of ParkTest")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ParkTest {
    private static Box box;
    private static Trunk direct;
    private static SwiftPhone olena;
    private static SwiftPhone ivan;

    @BeforeAll
    static void start() {
        Office office = Office.ofTheContract()
                .withoutGreetings()
                .with("language: uk ", "parkFor: 30m\n  language: uk ")
                .with("purpose: main number,", "purpose: main number, direction: in,")
                .with("purpose: advertising, ", "purpose: advertising, direction: in,")
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
    }

    @AfterEach
    void nothingIsLeft() {
        direct.hangsUp();
        while (direct.isCalledNow() != null) {
            // what rang is past
        }
        box.line(1).hangsUp();
        box.telephone(1).hangsUp().isQuiet();
        box.telephone(2).hangsUp().isQuiet();
        List.of(olena, ivan).forEach(SwiftPhone::laysDown);
        Until.holds("no call is open", () -> box.balance().path("open").asInt(), open -> open == 0);
        List.of(olena, ivan).forEach(SwiftPhone::laysDown); // what rang until then
        Until.holds("every leg has ended", () -> direct.open() + olena.open() + ivan.open() == 0);
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
    }

    @AfterAll
    static void stop() {
        List.of(olena, ivan).forEach(SwiftPhone::close);
        direct.close();
        box.close();
    }

    private record Two(SipCall caller, SipCall agent) {}

    private static Two talksToIvan(String number) {
        SipCall caller = direct.calls(Trunk.Shown.as(number), "0441230004");
        SipCall his = ivan.isRung().lifts();
        caller.isAnswered().says(Speech.of(Speech.LONG_A, 4));
        his.hears(2);
        return new Two(caller, his);
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

    private static JsonNode the(String number) {
        return box.callsOf(number).getFirst();
    }

    /** The place as the page shows it. */
    private static int parkedIn(String number) {
        return Until.holds("parked", () -> the(number).path("parkedIn").asInt(), place -> place > 0);
    }

    private static void talksTo(String number, String who) {
        Until.holds(
                "the caller talks to " + who,
                () -> the(number),
                call -> call.path("answeredBy").asString("").equals(who)
                        && call.path("outcome").asString().equals("talking")
                        && call.path("parkedIn").isNull());
    }

    private static boolean says(short[] heard, int place) {
        return Hearing.share(heard, box.api().sound("/api/prompts/uk/digit." + place)) > 0.3;
    }

    @Test
    void whoeverIsParkedByKeyWaitsWithMusicAndIsTakenFromAnAnalogTelephone() {
        String number = "+380671490001";
        Two talk = talksToIvan(number);
        talk.agent().fromNow().presses("*68");
        int place = parkedIn(number);
        talk.agent().isOver();
        assertThat(says(talk.agent().heard(), place)).as("the place is told").isTrue();
        ivan.isFree();
        talk.caller().fromNow().hears(2); // music
        Handset maria = box.telephone(2);
        maria.dials("*69" + place);
        talksTo(number, "203");
        maria.fromNow();
        short[] said = Speech.of(Speech.LONG_B, 7);
        talk.caller().says(said);
        maria.hears(3);
        assertThat(Hearing.alike(maria.heard(), said, 2)).isGreaterThanOrEqualTo(0.9);
        talk.caller().hangsUp();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("outcome").asString()).isEqualTo("talked");
        assertThat(call.path("transfers").asInt()).isEqualTo(1);
        assertThat(call.path("holdSeconds").asDouble()).isGreaterThan(2);
        assertThat(call.path("stages").get(1).path("target").asString()).isEqualTo("park " + place);
        assertThat(call.path("stages").get(1).path("result").asString()).isEqualTo("answered");
        assertThat(call.toString())
                .contains("202 parks the caller in place " + place)
                .contains("203 takes the caller from place " + place);
        assertThat(box.promises(number, "all")).isEmpty();
    }

    @Test
    void anAnalogTelephoneParksByFlashAndCodeAndSipTakesTheCallerOfALine() {
        String number = "+380501490002";
        box.line(1).rings(number);
        Handset ivans = box.telephone(1).isRung().lifts();
        talksTo(number, "202");
        ivans.flashes().fromNow().hears(0.5); // dial tone
        ivans.presses("*68");
        ivans.fromNow();
        Until.holds("the place is told", () -> says(ivans.heard(), 1));
        assertThat(the(number).path("parkedIn").isNull())
                .as("not before the handset lies")
                .isTrue();
        ivans.hangsUp();
        assertThat(parkedIn(number)).isEqualTo(1);
        ivan.isFree();
        assertThat(ivans.rings()).isFalse();
        box.line(1).fromNow().hears(1); // music
        SipCall hers = olena.dials("*691").isAnswered();
        talksTo(number, "201");
        box.line(1).fromNow();
        hers.says(Speech.of(Speech.LONG_B, 4));
        box.line(1).hears(1.5);
        hers.hangsUp();
        assertThat(box.endedCall(number).path("transfers").asInt()).isEqualTo(1);
    }

    @Test
    void aTransferToTheCodeParksAndWhoTakesTheirOwnCallerBackHasPutNobodyThrough() {
        String number = "+380671490003";
        Two talk = talksToIvan(number);
        talk.agent().fromNow().putsThrough("*68", null).isTold("SIP/2.0 200 OK");
        int place = parkedIn(number);
        talk.agent().isOver();
        assertThat(says(talk.agent().heard(), place)).as("the place is told").isTrue();
        SipCall again = ivan.dials("*69" + place).isAnswered();
        hearEachOther(talk.caller(), again);
        again.presses("*68");
        assertThat(parkedIn(number)).isEqualTo(place);
        SipCall once = ivan.isFree().dials("*69" + place).isAnswered();
        once.listens(1);
        talk.caller().hangsUp();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("transfers").asInt()).isZero();
        assertThat(call.path("answeredBy").asString()).isEqualTo("202");
        assertThat(call.path("outcome").asString()).isEqualTo("talked");
    }

    /** A telephone that puts the caller on hold first, as most do, cannot be spoken to. */
    @Test
    void whoeverCannotHearThePlaceIsRungAndToldAndTheDisplayShowsTheCode() {
        String number = "+380671490004";
        Two talk = talksToIvan(number);
        talk.agent().holds();
        Until.holds("held", () -> the(number).toString().contains("on hold by 202"));
        talk.agent().putsThrough("*68", null).hangsUp();
        int place = parkedIn(number);
        SipCall told = ivan.isRung();
        assertThat(told.invite().header("From")).contains("*69" + place);
        told.lifts().isOver();
        assertThat(says(told.heard(), place)).isTrue();
        assertThat(parkedIn(number)).isEqualTo(place);
        SipCall hers = olena.dials("*69" + place).isAnswered();
        hearEachOther(talk.caller(), hers);
    }

    @Test
    void aPlaceThatWasAskedForOnASecondCallIsTheOneTheyWaitIn() {
        String number = "+380671490005";
        Two talk = talksToIvan(number);
        talk.agent().holds();
        SipCall asking = ivan.dials("*68").isAnswered();
        Until.holds("the place is told", () -> says(asking.heard(), 1));
        talk.agent().putsThrough("*68", asking).isTold("SIP/2.0 200 OK").isOver();
        asking.isOver();
        assertThat(parkedIn(number)).isEqualTo(1);
        ivan.isFree();
        assertThat(ivan.isRungNow()).as("nobody need tell him again").isNull();
        SipCall hers = olena.dials("*691").isAnswered();
        talksTo(number, "201");
        talk.caller().hangsUp();
        hers.isOver();
    }

    /** The row "leaves on hold or park". */
    @Test
    void whoeverLeavesTheirPlaceGaveUpAndIsOwedACallByWhoParkedThem() {
        String number = "+380671490006";
        Two talk = talksToIvan(number);
        talk.agent().presses("*68");
        int place = parkedIn(number);
        talk.caller().hangsUp();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("outcome").asString()).isEqualTo("gaveUp");
        assertThat(call.path("talkSeconds").asDouble()).isPositive();
        assertThat(call.path("holdSeconds").asDouble()).isPositive();
        assertThat(box.promises(number, "open"))
                .singleElement()
                .satisfies(p -> assertThat(p.path("owner").asString()).isEqualTo("202"));
        SipCall late = olena.dials("*69" + place).isAnswered().isOver();
        assertThat(Hearing.lively(late.heard())).as("that nobody waits there").isGreaterThan(0.5);
    }

    @Test
    void whomNobodyTakesComesBackToWhoParkedThemAndCanStillBeTakenByTheirPlace() {
        parkFor("10s");
        try {
            String number = "+380671490007";
            Two talk = talksToIvan(number);
            talk.agent().presses("*68");
            int place = parkedIn(number);
            SipCall back = ivan.isRung();
            assertThat(back.invite().header("From")).contains(number.substring(4));
            SipCall hers = olena.dials("*69" + place).isAnswered();
            back.isOver();
            talksTo(number, "201");
            hearEachOther(talk.caller(), hers);
            talk.caller().hangsUp();
            JsonNode call = box.endedCall(number);
            assertThat(call.path("transfers").asInt()).isEqualTo(1);
            assertThat(call.path("stages").get(1).path("result").asString()).isEqualTo("noAnswer");
        } finally {
            parkFor("30m");
        }
    }

    private static void parkFor(String time) {
        String file = Api.text(box.api().send("GET", "/api/office?secrets=true", new byte[0], null));
        String other = file.replaceAll("parkFor: \\w+", "parkFor: " + time);
        assertThat(other).contains("parkFor: " + time);
        var answer = box.api().send("PUT", "/api/office", other.getBytes(StandardCharsets.UTF_8), "application/yaml");
        assertThat(answer.statusCode()).as(Api.text(answer)).isEqualTo(200);
    }

    @Test
    void ofTwoWhoAskForTheSamePlaceOneTalksAndTheOtherIsTold() {
        String number = "+380671490008";
        Two talk = talksToIvan(number);
        talk.agent().presses("*68");
        int place = parkedIn(number);
        talk.agent().isOver();
        SipCall one = olena.dials("*69" + place);
        SipCall other = ivan.isFree().dials("*69" + place);
        Until.holds("one of them is told", () -> one.over() != other.over());
        hearEachOther(talk.caller(), one.over() ? other : one);
        talksTo(number, one.over() ? "202" : "201");
    }

    /** The telephone that parks is gone in the same moment: whoever it parked stays in their place. */
    @Test
    void aTelephoneThatVanishesWhileItParksLosesNobody() {
        String number = "+380671490009";
        Two talk = talksToIvan(number);
        talk.agent().presses("*68");
        talk.agent().putsThrough("*68", null);
        int place = parkedIn(number);
        talk.agent().close(); // answers nothing any more, and sends nothing
        SipCall hers = olena.dials("*69" + place).isAnswered();
        hearEachOther(talk.caller(), hers);
    }

    @Test
    void callsOutAndAmongColleaguesAreParkedToo() {
        String number = "+380671490010";
        SipCall his = ivan.dials("0" + number.substring(4));
        SipCall client = direct.isCalled().lifts();
        his.isAnswered();
        client.says(Speech.of(Speech.LONG_A, 6));
        his.hears(1.5);
        his.presses("*68");
        int place = parkedIn(number);
        his.isOver();
        SipCall hers = olena.dials("*69" + place).isAnswered();
        hearEachOther(client, hers);
        client.hangsUp();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("transfers").asInt()).isEqualTo(1);
        assertThat(call.path("answeredBy").asString()).isEqualTo("201");
        olena.isFree();
        ivan.isFree();
        SipCall asked = olena.dials("203");
        Handset maria = box.telephone(2).isRung().lifts();
        asked.isAnswered();
        maria.presses("*68");
        int inside = parkedIn("201");
        SipCall taken = ivan.dials("*69" + inside).isAnswered();
        hearEachOther(asked, taken);
    }

    @Test
    void whereAllPlacesAreTakenWhoeverParksIsToldAndTheTalkGoesOn() {
        String number = "+380671490011";
        Two talk = talksToIvan(number);
        List<SipCall> asking = new ArrayList<>();
        IntStream.rangeClosed(1, 9).forEach(n -> asking.add(ivan.dials("*68")));
        asking.forEach(SipCall::isAnswered);
        SipCall tenth = ivan.dials("*68").isAnswered().isOver();
        assertThat(Hearing.lively(tenth.heard())).as("that all are taken").isGreaterThan(0.5);
        talk.agent().fromNow().presses("*68");
        Until.holds("not parked", () -> the(number).toString().contains("not parked: all places are taken"));
        talk.agent().hears(0.5);
        short[] said = Speech.of(Speech.LONG_B, 3);
        Until.holds("they hear each other again", () -> {
            talk.agent().says(said);
            talk.caller().fromNow().listens(1.5);
            return Hearing.alike(talk.caller().heard(), said, 1) > 0.97;
        });
        asking.forEach(SipCall::hangsUp);
        SipCall nothing = olena.dials("*68").isAnswered().isOver();
        assertThat(Hearing.lively(nothing.heard()))
                .as("that she talks to nobody")
                .isGreaterThan(0.5);
        talk.agent().presses("*68");
        assertThat(parkedIn(number)).isBetween(1, 9);
    }

    /** Whoever is parked when the box stops, or dies, is owed a call by who parked them; all places are empty then. */
    @Test
    @Order(Integer.MAX_VALUE)
    void aStopAndACrashEmptyThePlacesAndForgetNobody() {
        String stopped = "+380671490012";
        int place = olenaParks(stopped);
        box.clockReads("2026-11-23T11:00:00+02:00"); // an hour of wall time is no time in the place
        assertThat(parkedIn(stopped)).isEqualTo(place);
        box.stop();
        box.again("2026-11-23T11:01:00+02:00");
        direct.serves(box);
        assertThat(box.endedCall(stopped).path("outcome").asString()).isEqualTo("gaveUp");
        owes("201", stopped);
        olena.laysDown();
        ivan.laysDown();
        String died = "+380671490013";
        assertThat(olenaParks(died)).isEqualTo(1);
        box.dies();
        box.again("2026-11-23T11:05:00+02:00");
        direct.serves(box);
        assertThat(box.endedCall(died).path("outcome").asString()).isEqualTo("interrupted");
        owes("201", died);
        direct.hangsUp();
        olena.laysDown();
        SipCall late = ivan.isFree().dials("*691").isAnswered().isOver();
        assertThat(Hearing.lively(late.heard())).as("that nobody waits there").isGreaterThan(0.5);
    }

    private static int olenaParks(String number) {
        SipCall caller = direct.calls(Trunk.Shown.as(number), "0441230004");
        ivan.isRung();
        SipCall hers = olena.dials("*8").isAnswered();
        caller.isAnswered().says(Speech.of(Speech.LONG_A, 4));
        hers.hears(1);
        hers.presses("*68");
        return parkedIn(number);
    }

    private static void owes(String who, String number) {
        assertThat(box.promises(number, "open"))
                .singleElement()
                .satisfies(p -> assertThat(p.path("owner").asString()).isEqualTo(who));
    }
}
