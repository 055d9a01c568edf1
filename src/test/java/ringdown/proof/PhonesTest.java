package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Two real SIP telephones and two analog ones call each other through the box, in every pairing. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the box of PhonesTest")
class PhonesTest {
    private static Box box;
    private static Phone olena;
    private static Phone ivan;

    @BeforeAll
    static void start() {
        box = Box.running(Office.ofTheContract(), "2026-11-23T10:00:00+02:00");
        olena = Phone.registers(box, "201", "PCMA", Speech.LONG_A);
        ivan = Phone.registers(box, "202", "PCMA", Speech.LONG_B);
    }

    /** One proof that fails does not spoil the next. */
    @AfterEach
    void everybodyHangsUp() {
        box.telephone(1).hangsUp();
        box.telephone(2).hangsUp();
        olena.isQuiet();
        ivan.isQuiet();
    }

    @AfterAll
    static void stop() {
        olena.close();
        ivan.close();
        box.close();
    }

    @Test
    void twoSipTelephonesHearEachOther() {
        talk(olena, ivan);
    }

    @Test
    void aTelephoneOfTheOtherLawIsUnderstood() {
        ivan.close();
        try (Phone american = Phone.registers(box, "202", "PCMU", Speech.LONG_B)) {
            talk(olena, american);
        } finally {
            ivan = Phone.registers(box, "202", "PCMA", Speech.LONG_B);
        }
    }

    private static void talk(Phone caller, Phone called) {
        caller.dials("202");
        called.isRung().answers();
        caller.isTalking();
        caller.hears(5);
        called.hears(5);
        assertThat(Hearing.alike(called.heard(), caller.said(), 2.5)).isGreaterThanOrEqualTo(0.99);
        assertThat(Hearing.alike(caller.heard(), called.said(), 2.5)).isGreaterThanOrEqualTo(0.99);
        caller.hangsUp();
        called.isHungUp();
        caller.isHungUp();
    }

    @Test
    void whoIsHeldHearsTheOtherAgainAfterwards() {
        olena.dials("202");
        ivan.isRung().answers();
        olena.isTalking().hears(1);
        olena.holds();
        olena.resumes();
        ivan.fromNow().hears(1.5);
        assertThat(Hearing.alike(ivan.heard(), olena.said(), 1)).isGreaterThanOrEqualTo(0.99);
        ivan.hangsUp();
        olena.isHungUp();
    }

    @Test
    void anAnalogTelephoneCallsASipTelephone() {
        Handset maria = box.telephone(2);
        maria.dials("201");
        olena.isRung().answers();
        short[] said = Speech.of(Speech.LONG_B, 6);
        maria.fromNow().says(said).hears(3);
        olena.hears(3);
        assertThat(Hearing.alike(maria.heard(), olena.said(), 2)).isGreaterThanOrEqualTo(0.95);
        assertThat(Hearing.alike(olena.heard(), said, 2)).isGreaterThanOrEqualTo(0.95);
        maria.hangsUp();
        olena.isHungUp();
    }

    @Test
    void aSipTelephoneCallsAnAnalogOneThatShowsWhoCalls() {
        Handset maria = box.telephone(2);
        olena.dials("203");
        maria.isRung();
        Until.holds(
                "the telephone shows 201",
                () -> maria.view().path("callerNumber").asString(""),
                "201"::equals);
        maria.lifts();
        olena.isTalking();
        short[] said = Speech.of(Speech.LONG_B, 6);
        maria.fromNow().says(said).hears(3);
        olena.hears(3);
        assertThat(Hearing.alike(maria.heard(), olena.said(), 2)).isGreaterThanOrEqualTo(0.95);
        assertThat(Hearing.alike(olena.heard(), said, 2)).isGreaterThanOrEqualTo(0.95);
        olena.hangsUp();
        olena.isHungUp();
        maria.hangsUp();
    }

    @Test
    void anAnalogTelephoneCallsAnotherByPulses() {
        ivan.close();
        try {
            Handset maria = box.telephone(2);
            Handset desk = box.telephone(1);
            maria.lifts();
            Until.holds("dial tone", () -> Hearing.lively(maria.heard()) > 0.3);
            maria.pulses("202");
            desk.isRung().lifts();
            short[] one = Speech.of(Speech.LONG_A, 8);
            short[] other = Speech.of(Speech.LONG_B, 8);
            Until.holds(
                    "they are connected",
                    () -> box.api()
                            .list("/api/calls?person=203")
                            .getFirst()
                            .path("outcome")
                            .asString(),
                    "talking"::equals);
            maria.fromNow();
            desk.fromNow();
            maria.says(one);
            desk.says(other).hears(3);
            maria.hears(3);
            assertThat(Hearing.alike(desk.heard(), one, 2)).isGreaterThanOrEqualTo(0.9);
            assertThat(Hearing.alike(maria.heard(), other, 2)).isGreaterThanOrEqualTo(0.9);
            maria.hangsUp();
            desk.hangsUp();
        } finally {
            ivan = Phone.registers(box, "202", "PCMA", Speech.LONG_B);
        }
    }
}
