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

/** What the people at analog telephones do besides calling and answering: second calls, a door, the line itself (LINES rules 14, 16). */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the box of AnalogDeskTest")
class AnalogDeskTest {
    private static Box box;

    @BeforeAll
    static void start() {
        Office office = Office.ofTheContract()
                .withoutGreetings()
                .with("name: installer, role: installer,", "name: installer, role: installer, person: 203,")
                .with("purpose: main number,", "purpose: main number, outgoing: always,")
                .with("purpose: advertising,", "purpose: advertising, dial: {hidden: \"*31#\"},")
                .with(
                        "trunks:",
                        "ports:\n  - {port: \"fxs:3\", use: door, hotline: team care}\n  - {port: \"fxs:4\", lifeline: \"fxo:2\"}\ntrunks:");
        box = Box.running(office, "2026-11-23T10:00:00+02:00");
        for (int n = 1; n <= 2; n++) {
            box.line(n).clear().behaves(Map.of("answers", Map.of("afterMs", 500)));
        }
    }

    @AfterEach
    void everybodyLaysDown() {
        for (int n = 1; n <= 2; n++) {
            box.line(n).hangsUp();
        }
        for (int n = 1; n <= 3; n++) {
            box.telephone(n).hangsUp().isQuiet();
        }
        box.line(1).isFree();
        box.line(2).isFree();
        Until.holds("no call is open", () -> box.balance().path("open").asInt(), open -> open == 0);
    }

    @AfterAll
    static void stop() {
        box.close();
    }

    private static void talking(String person) {
        Until.holds(
                "they talk",
                () -> box.api().list("/api/calls?limit=10").stream()
                        .anyMatch(
                                call -> person.equals(call.path("callerNumber").asString(""))
                                        && "talking".equals(call.path("outcome").asString())));
    }

    @Test
    void aColleagueIsTakenByFlashWhileAClientWaitsAndTheClientByAnother() {
        Handset ivan = box.telephone(1);
        Handset maria = box.telephone(2);
        box.line(1).rings("+380501112233", "etsi-before-ring");
        ivan.isRung().lifts();
        box.line(1).isAnswered();
        ivan.fromNow();
        box.line(1).says(Speech.of(Speech.LONG_A, 4));
        ivan.hears(1);
        box.line(1).listens(5); // the client has said it all
        ivan.fromNow();
        maria.dials("202");
        ivan.hears(0.3); // the call-waiting tone
        assertThat(ivan.rings()).isFalse();
        ivan.flashes();
        talking("203");
        ivan.fromNow();
        short[] hers = Speech.of(Speech.LONG_B, 6);
        maria.says(hers);
        ivan.hears(2.5);
        assertThat(Hearing.alike(ivan.heard(), hers, 2)).isGreaterThanOrEqualTo(0.9);
        ivan.flashes();
        maria.fromNow().hears(1); // music
        ivan.fromNow();
        short[] said = Speech.of(Speech.LONG_A, 7);
        box.line(1).says(said);
        ivan.hears(2.5);
        assertThat(Hearing.alike(ivan.heard(), said, 2)).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void theDoorRingsItsTeamAndIsHeard() {
        Handset door = box.telephone(3);
        Handset ivan = box.telephone(1);
        door.lifts();
        ivan.isRung().lifts();
        door.fromNow();
        ivan.says(Speech.of(Speech.LONG_A, 10));
        door.hears(1.5);
        ivan.hangsUp();
        Until.holds(
                "the loop is opened for the door",
                () -> door.view().path("loopOpenMs").asInt(),
                ms -> ms == 600);
    }

    @Test
    void whoLooksAfterTheLinesGetsALineItselfAndNobodyElse() {
        Handset maria = box.telephone(2);
        maria.dials("*981");
        Until.holds("the line is hers", () -> box.line(1).state(), "dialling"::equals);
        maria.fromNow().hears(1); // the exchange's own dial tone
        maria.presses("*21*0671230032#");
        Until.holds("the exchange has it", () -> box.line(1).dialled(), "*21*0671230032#"::equals);
        maria.hangsUp();
        box.line(1).isFree();
        int seized = box.line(1).seizures();
        Handset ivan = box.telephone(1);
        ivan.dials("*981");
        ivan.fromNow().hears(1); // that he may not
        ivan.hangsUp();
        assertThat(box.line(1).seizures()).isEqualTo(seized);
    }

    @Test
    void aCallerFromOutsideGetsAtNoLine() {
        Handset ivan = box.telephone(1);
        int seized = box.line(2).seizures();
        box.line(1).rings("+380501112233", "etsi-before-ring");
        ivan.isRung().lifts();
        box.line(1).isAnswered();
        talking("+380501112233");
        box.line(1).presses("*982").presses("90671230033").listens(5); // three seconds of keys
        ivan.hears(0.5);
        assertThat(box.line(2).seizures()).isEqualTo(seized);
        assertThat(box.line(2).dialled()).isNotEqualTo("0671230033");
    }

    @Test
    void threeTalkAfterAFlashAndThreeAndTheRecordSaysWhoWaitedOnHold() {
        Handset ivan = box.telephone(1);
        Handset maria = box.telephone(2);
        box.line(1).rings("+380501112255", "etsi-before-ring");
        ivan.isRung().lifts();
        box.line(1).isAnswered().fromNow();
        ivan.flashes().fromNow().hears(0.5); // dial tone that stutters
        ivan.presses("203");
        maria.isRung().lifts();
        talking("202");
        box.line(1).hears(1); // music
        ivan.flashes();
        ivan.says(new short[7200]); // the key comes when the flash is over, in the telephone's own time
        ivan.presses("3");
        Until.holds("Maria waits no more", () -> events("202").contains("off hold again by fxs:1"));
        assertThat(events("+380501112255")).containsSubsequence("on hold by fxs:1", "off hold again by fxs:1");
        maria.fromNow();
        ivan.fromNow();
        short[] said = Speech.of(Speech.LONG_A, 7);
        box.line(1).says(said);
        maria.hears(2.5);
        ivan.hears(2.5);
        assertThat(Hearing.alike(maria.heard(), said, 2)).isGreaterThanOrEqualTo(0.8);
        box.line(1).fromNow();
        maria.says(Speech.of(Speech.LONG_B, 3));
        box.line(1).hears(1);
    }

    private static java.util.List<String> events(String caller) {
        return box.api().list("/api/calls?limit=10").stream()
                .filter(call -> caller.equals(call.path("callerNumber").asString("")))
                .flatMap(call -> call.path("events").valueStream())
                .map(event -> event.path("what").asString())
                .toList();
    }

    @Test
    void whoWithholdsTheNumberGetsTheLineThatCanAndItsProvidersCodeIsDialled() {
        int other = box.line(1).seizures();
        Handset maria = box.telephone(2);
        maria.dials("*670671230077");
        Until.holds("the code, then the number", () -> box.line(2).dialled(), "*31#0671230077"::equals);
        maria.hangsUp();
        box.line(2).isFree().behaves(Map.of("cut", true));
        try {
            maria.lifts().fromNow().hears(3); // dial tone: whatever was on line 1 before, it may be taken now
            maria.presses("*670671230077");
            Until.holds(
                    "there is no other way",
                    () -> events("+380671230077"),
                    said -> said.contains("fxo:1 cannot withhold the office's number")
                            && said.contains("not dialled: no line or trunk is free"));
            assertThat(box.line(1).seizures())
                    .as("rather not dialled than shown")
                    .isEqualTo(other);
        } finally {
            box.line(2).behaves(Map.of("cut", false));
        }
    }

    /** LINES rule 17. */
    @Test
    void aTelephoneBehindALifelineRelayHangsOnTheBoxOnceTheBoxTakesCallsAndItsLineIsAtRest() {
        Until.holds(
                "the relay is pulled",
                () -> box.telephone(4).view().path("lifeline").asString(""),
                "box"::equals);
        var shown = box.api().get("/api/lines/fxo:2").path("lifelines");
        assertThat(shown.size()).isEqualTo(1);
        assertThat(shown.get(0).path("telephone").asString()).isEqualTo("fxs:4");
        assertThat(shown.get(0).path("on").asString()).isEqualTo("box");
        assertThat(box.api().get("/api/lines/fxo:1").path("lifelines").size())
                .as("no lifeline")
                .isZero();
        box.line(2).rings("+380501112266", "etsi-before-ring");
        box.telephone(1).isRung();
        assertThat(box.telephone(4).rings()).as("not with the line").isFalse();
    }
}
