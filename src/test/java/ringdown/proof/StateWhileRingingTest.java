package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** SITUATIONS 10: whoever becomes away while their telephone rings is not waited for; each stage here would ring for two minutes. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the box of StateWhileRingingTest")
class StateWhileRingingTest {
    /** A caller who is owed a call goes another way, so each proof has a client of its own. */
    private static final String[] CLIENTS = {
        "+380501112241", "+380501112242", "+380501112243", "+380501112244", "+380501112245"
    };

    private static int next;
    private static String client;

    private static Box box;
    private static SwiftPhone olena;

    @BeforeAll
    static void start() {
        StringBuilder contacts = new StringBuilder("contacts:  ");
        for (String number : CLIENTS) {
            contacts.append("\n  - {name: \"")
                    .append(number)
                    .append("\", numbers: [\"")
                    .append(number);
            contacts.append("\"], class: client, manager: 201, backups: [202, 203]}");
        }
        Office office = Office.ofTheContract()
                .withoutGreetings()
                .stages("120s")
                .with("contacts:  ", contacts.append("\n# ").toString());
        box = Box.running(office, "2026-11-23T10:00:00+02:00");
        olena = SwiftPhone.registers(box, "201");
    }

    @BeforeEach
    void aClientNobodyKnowsYet() {
        client = CLIENTS[next++];
    }

    @AfterEach
    void everybodyIsBack() {
        box.line(1).hangsUp().isFree();
        box.endedCall(client);
        for (String who : new String[] {"201", "202", "203"}) {
            says(who, "free");
        }
        olena.register();
        Until.holds("201 is registered", () -> box.registered("201"));
        olena.laysDown();
        box.telephone(1).hangsUp().isQuiet();
        box.telephone(2).hangsUp().isQuiet();
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
    }

    @AfterAll
    static void stop() {
        olena.close();
        box.close();
    }

    private static void says(String who, String state) {
        box.api().put("/api/people/" + who + "/state", Map.of("state", state));
    }

    private static SipCall theManagerIsRung() {
        box.line(1).rings(client, "etsi-before-ring");
        SipCall rings = olena.isRung();
        assertThat(box.telephone(1).rings()).isFalse();
        return rings;
    }

    /** The stage of the manager, as it stands once the backups ring. */
    private static JsonNode firstStage() {
        return Until.holds(
                        "the stage is over",
                        () -> box.callsOf(client).getFirst().path("stages"),
                        stages -> !stages.isEmpty())
                .get(0);
    }

    @Test
    void aManagerWhoSaysAwayWhileItRingsMeansBackupsAtOnce() {
        SipCall rings = theManagerIsRung();
        says("201", "away");
        box.telephone(1).isRung();
        box.telephone(2).isRung();
        rings.isOver();
        JsonNode stage = firstStage();
        assertThat(stage.path("rang").toString()).isEqualTo("[\"201\"]");
        assertThat(stage.path("notRung").path("201").asString()).isEqualTo("away");
        assertThat(stage.path("result").asString()).isEqualTo("noAnswer");
        assertThat(stage.path("seconds").asDouble()).isLessThan(60);
        assertThat(box.callsOf(client).getFirst().path("events").toString()).contains("201 rings no longer: away");
    }

    @Test
    void doNotDisturbPressedWhileItRingsMeansTheSame() {
        SipCall rings = theManagerIsRung();
        says("201", "doNotDisturb");
        box.telephone(1).isRung();
        rings.isOver();
        assertThat(firstStage().path("notRung").path("201").asString()).isEqualTo("doNotDisturb");
    }

    @Test
    void aTelephoneThatSignsOffWhileItRingsIsNotWaitedFor() {
        SipCall rings = theManagerIsRung();
        olena.signsOff();
        box.telephone(1).isRung();
        rings.isOver();
        JsonNode stage = firstStage();
        assertThat(stage.path("result").asString()).isEqualTo("unreachable");
        assertThat(stage.path("notRung").path("201").asString()).isEqualTo("unregistered");
    }

    /** A key on one telephone, while the other backup's goes on ringing for the same caller. */
    @Test
    void oneOfSeveralWhoSaysAwayIsLeftInPeaceAndTheOthersRingOn() {
        theManagerIsRung();
        says("201", "away");
        Handset ivan = box.telephone(1).isRung();
        Handset maria = box.telephone(2).isRung();
        says("202", "break");
        Until.holds("his telephone is quiet", () -> !ivan.rings() && "break".equals(state("202")));
        maria.isRung().lifts();
        box.line(1).isAnswered();
        JsonNode call = Until.holds(
                "she talks",
                () -> box.callsOf(client).getFirst(),
                one -> one.path("answeredBy").asString("").equals("203")
                        && one.path("stages").size() > 1);
        assertThat(call.path("stages").get(1).path("notRung").path("202").asString())
                .isEqualTo("break");
        maria.hangsUp();
    }

    @Test
    void aColleagueWhoRingsHearsBusyAsSoonAsWhoeverIsRungSaysSo() {
        Handset maria = box.telephone(2).dials("201");
        SipCall rings = olena.isRung();
        says("201", "doNotDisturb");
        rings.isOver();
        JsonNode call = Until.holds(
                "it is over",
                () -> box.api().get("/api/calls?limit=1").path("items").path(0),
                one -> one.path("outcome").asString().equals("busy"));
        assertThat(call.path("direction").asString()).isEqualTo("internal");
        maria.hangsUp();
        theManagerIsNotRungNow();
    }

    /** Leaves a call of the client behind, as the others do. */
    private static void theManagerIsNotRungNow() {
        box.line(1).rings(client, "etsi-before-ring");
        box.telephone(1).isRung();
        assertThat(olena.isRungNow()).isNull();
    }

    private static String state(String who) {
        return box.person(who).path("state").asString();
    }
}
