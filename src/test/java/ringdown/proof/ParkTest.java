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

/** Somebody is parked by *68 and taken from any telephone by *69 and the place that was spoken (SITUATIONS 1). */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the box of ParkTest")
class ParkTest {
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

    @Test
    void whoeverIsParkedByKeyWaitsWithMusicAndIsTakenFromAnAnalogTelephone() {
        String number = "+380671490001";
        ParkHouse.Two talk = house.talksToIvan(number);
        talk.agent().fromNow().presses("*68");
        int place = house.parkedIn(number);
        talk.agent().isOver();
        assertThat(house.tells(talk.agent().heard(), place))
                .as("the place is told")
                .isTrue();
        ivan.isFree();
        talk.caller().fromNow().hears(2); // music
        Handset maria = box.telephone(2);
        maria.dials("*69" + place);
        house.talksTo(number, "203");
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
        house.talksTo(number, "202");
        ivans.flashes().fromNow().hears(0.5); // dial tone
        ivans.presses("*68");
        ivans.fromNow();
        Until.holds("the place is told", () -> house.tells(ivans.heard(), 1));
        assertThat(house.the(number).path("parkedIn").isNull())
                .as("not before the handset lies")
                .isTrue();
        ivans.hangsUp();
        assertThat(house.parkedIn(number)).isEqualTo(1);
        ivan.isFree();
        assertThat(ivans.rings()).isFalse();
        box.line(1).fromNow().hears(1); // music
        SipCall hers = olena.dials("*691").isAnswered();
        house.talksTo(number, "201");
        box.line(1).fromNow();
        hers.says(Speech.of(Speech.LONG_B, 4));
        box.line(1).hears(1.5);
        hers.hangsUp();
        assertThat(box.endedCall(number).path("transfers").asInt()).isEqualTo(1);
    }

    @Test
    void aTransferToTheCodeParksAndWhoTakesTheirOwnCallerBackHasPutNobodyThrough() {
        String number = "+380671490003";
        ParkHouse.Two talk = house.talksToIvan(number);
        talk.agent().fromNow().putsThrough("*68", null).isTold("SIP/2.0 200 OK");
        int place = house.parkedIn(number);
        talk.agent().isOver();
        assertThat(house.tells(talk.agent().heard(), place))
                .as("the place is told")
                .isTrue();
        SipCall again = ivan.dials("*69" + place).isAnswered();
        ParkHouse.hearEachOther(talk.caller(), again);
        again.presses("*68");
        assertThat(house.parkedIn(number)).isEqualTo(place);
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
        ParkHouse.Two talk = house.talksToIvan(number);
        talk.agent().holds();
        Until.holds("held", () -> house.the(number).toString().contains("on hold by 202"));
        talk.agent().putsThrough("*68", null).hangsUp();
        int place = house.parkedIn(number);
        SipCall told = ivan.isRung();
        assertThat(told.invite().header("From")).contains("*69" + place);
        told.lifts().isOver();
        assertThat(house.tells(told.heard(), place)).isTrue();
        assertThat(house.parkedIn(number)).isEqualTo(place);
        SipCall hers = olena.dials("*69" + place).isAnswered();
        ParkHouse.hearEachOther(talk.caller(), hers);
    }

    @Test
    void aPlaceThatWasAskedForOnASecondCallIsTheOneTheyWaitIn() {
        String number = "+380671490005";
        ParkHouse.Two talk = house.talksToIvan(number);
        talk.agent().holds();
        SipCall asking = ivan.dials("*68").isAnswered();
        Until.holds("the place is told", () -> house.tells(asking.heard(), 1));
        talk.agent().putsThrough("*68", asking).isTold("SIP/2.0 200 OK").isOver();
        asking.isOver();
        assertThat(house.parkedIn(number)).isEqualTo(1);
        ivan.isFree();
        assertThat(ivan.isRungNow()).as("nobody need tell him again").isNull();
        SipCall hers = olena.dials("*691").isAnswered();
        house.talksTo(number, "201");
        talk.caller().hangsUp();
        hers.isOver();
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
        int place = house.parkedIn(number);
        his.isOver();
        SipCall hers = olena.dials("*69" + place).isAnswered();
        ParkHouse.hearEachOther(client, hers);
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
        int inside = house.parkedIn("201");
        SipCall taken = ivan.dials("*69" + inside).isAnswered();
        ParkHouse.hearEachOther(asked, taken);
    }
}
