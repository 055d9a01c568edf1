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

/** Who is parked leaves, is forgotten, is wanted by two; the places are taken, a telephone or the box is gone: nobody is lost. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the box of ParkMomentsTest")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ParkMomentsTest {
    private static ParkHouse house;
    private static Box box;
    private static Trunk direct;
    private static SwiftPhone olena;
    private static SwiftPhone ivan;

    @BeforeAll
    static void start() {
        house = new ParkHouse();
        box = house.box;
        direct = house.direct;
        olena = house.olena;
        ivan = house.ivan;
    }

    @AfterEach
    void nothingIsLeft() {
        house.isLeft();
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    /** The row "leaves on hold or park". */
    @Test
    void whoeverLeavesTheirPlaceGaveUpAndIsOwedACallByWhoParkedThem() {
        String number = "+380671490006";
        ParkHouse.Two talk = house.talksToIvan(number);
        talk.agent().presses("*68");
        int place = house.parkedIn(number);
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
            ParkHouse.Two talk = house.talksToIvan(number);
            talk.agent().presses("*68");
            int place = house.parkedIn(number);
            SipCall back = ivan.isRung();
            assertThat(back.invite().header("From")).contains(number.substring(4));
            SipCall hers = olena.dials("*69" + place).isAnswered();
            back.isOver();
            house.talksTo(number, "201");
            ParkHouse.hearEachOther(talk.caller(), hers);
            talk.caller().hangsUp();
            JsonNode call = box.endedCall(number);
            assertThat(call.path("transfers").asInt()).isEqualTo(1);
            assertThat(call.path("stages").get(1).path("result").asString()).isEqualTo("noAnswer");
        } finally {
            parkFor("30m");
        }
    }

    @Test
    void ofTwoWhoAskForTheSamePlaceOneTalksAndTheOtherIsTold() {
        String number = "+380671490008";
        ParkHouse.Two talk = house.talksToIvan(number);
        talk.agent().presses("*68");
        int place = house.parkedIn(number);
        talk.agent().isOver();
        SipCall one = olena.dials("*69" + place);
        SipCall other = ivan.isFree().dials("*69" + place);
        Until.holds("one of them is told", () -> one.over() != other.over());
        ParkHouse.hearEachOther(talk.caller(), one.over() ? other : one);
        house.talksTo(number, one.over() ? "202" : "201");
    }

    /** The telephone that parks is gone in the same moment: whoever it parked stays in their place. */
    @Test
    void aTelephoneThatVanishesWhileItParksLosesNobody() {
        String number = "+380671490009";
        ParkHouse.Two talk = house.talksToIvan(number);
        talk.agent().presses("*68");
        talk.agent().putsThrough("*68", null);
        int place = house.parkedIn(number);
        talk.agent().close(); // answers nothing any more, and sends nothing
        SipCall hers = olena.dials("*69" + place).isAnswered();
        ParkHouse.hearEachOther(talk.caller(), hers);
    }

    @Test
    void whereAllPlacesAreTakenWhoeverParksIsToldAndTheTalkGoesOn() {
        String number = "+380671490011";
        ParkHouse.Two talk = house.talksToIvan(number);
        List<SipCall> asking = new ArrayList<>();
        IntStream.rangeClosed(1, 9).forEach(n -> asking.add(ivan.dials("*68")));
        asking.forEach(SipCall::isAnswered);
        SipCall tenth = ivan.dials("*68").isAnswered().isOver();
        assertThat(Hearing.lively(tenth.heard())).as("that all are taken").isGreaterThan(0.5);
        talk.agent().fromNow().presses("*68");
        Until.holds("not parked", () -> house.the(number).toString().contains("not parked: all places are taken"));
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
        assertThat(house.parkedIn(number)).isBetween(1, 9);
    }

    /** Whoever is parked when the box stops, or dies, is owed a call by who parked them; all places are empty then. */
    @Test
    @Order(Integer.MAX_VALUE)
    void aStopAndACrashEmptyThePlacesAndForgetNobody() {
        String stopped = "+380671490012";
        int place = olenaParks(stopped);
        box.clockReads("2026-11-23T11:00:00+02:00"); // an hour of wall time is no time in the place
        assertThat(house.parkedIn(stopped)).isEqualTo(place);
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

    private static void parkFor(String time) {
        String file = Api.text(box.api().send("GET", "/api/office?secrets=true", new byte[0], null));
        String other = file.replaceAll("parkFor: \\w+", "parkFor: " + time);
        assertThat(other).contains("parkFor: " + time);
        var answer = box.api().send("PUT", "/api/office", other.getBytes(StandardCharsets.UTF_8), "application/yaml");
        assertThat(answer.statusCode()).as(Api.text(answer)).isEqualTo(200);
    }

    private static int olenaParks(String number) {
        SipCall caller = direct.calls(Trunk.Shown.as(number), "0441230004");
        ivan.isRung();
        SipCall hers = olena.dials("*8").isAnswered();
        caller.isAnswered().says(Speech.of(Speech.LONG_A, 4));
        hers.hears(1);
        hers.presses("*68");
        return house.parkedIn(number);
    }

    private static void owes(String who, String number) {
        assertThat(box.promises(number, "open"))
                .singleElement()
                .satisfies(p -> assertThat(p.path("owner").asString()).isEqualTo(who));
    }
}
