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

/** What telephones show: lamps of colleagues, lines and trunks; names of who is at the other end; who took a call that rang here too. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the box of BusyLampTest")
class BusyLampTest {
    /** Contacts of no class, one for each proof: whoever calls again may be put through to whom they talked to. */
    private static final String POPPY = "+380671480010";

    private static final String CORNFLOWER = "+380671480011";

    private static final String DARK = "terminated";
    private static final String RINGS = "early";
    private static final String LIT = "confirmed";

    private static Box box;
    private static Trunk direct;
    private static SwiftPhone olena;
    private static SwiftPhone ivan;
    private static LampKeys keys;

    @BeforeAll
    static void start() {
        Office office = Office.ofTheContract()
                .stages("90s")
                .withoutGreetings()
                .with("purpose: main number,", "purpose: main number, direction: in,")
                .with("purpose: advertising, ", "purpose: advertising, direction: in,")
                .with(
                        "  - {name: \"ТОВ «Лілія»\"",
                        "  - {name: \"ТОВ «Мак»\", numbers: [\"" + POPPY
                                + "\"]}\n  - {name: \"ТОВ «Волошка»\", numbers: [\"" + CORNFLOWER
                                + "\"]}\n  - {name: \"ТОВ «Лілія»\"")
                .with(
                        "contacts:  ",
                        "  - {name: direct, host: 127.0.0.1, port: " + Ports.free()
                                + ", numbers: [\"+380441230004\"], script: direct}\ncontacts:  ")
                .with("scripts:\n", """
                        scripts:
                          direct:
                            stages:
                              - {ring: team care, for: 90s}
                            otherwise: message
                        """);
        direct = Trunk.of(office, "direct");
        box = Box.running(office, "2026-11-23T10:00:00+02:00");
        direct.serves(box);
        olena = SwiftPhone.registers(box, "201");
        ivan = SwiftPhone.registers(box, "202");
        keys = olena.keys();
        for (String name : new String[] {"201", "202", "203", "fxo1", "direct"}) {
            keys.watch(name);
            keys.showsSoon(name, DARK);
        }
    }

    @AfterEach
    void nothingIsLeft() {
        direct.hangsUp();
        box.line(1).hangsUp().isFree();
        olena.laysDown();
        ivan.laysDown();
        box.telephone(1).hangsUp().isQuiet();
        box.telephone(2).hangsUp().isQuiet();
        Until.holds("no call is open", () -> box.balance().path("open").asInt(), open -> open == 0);
        olena.laysDown(); // what a call rang before it was over
        ivan.laysDown();
        for (String name : new String[] {"201", "202", "203", "fxo1", "direct"}) {
            keys.showsSoon(name, DARK);
        }
    }

    @AfterAll
    static void stop() {
        olena.close();
        ivan.close();
        direct.close();
        box.close();
    }

    @Test
    void theLampOfASipTelephoneShowsWhoCallsThenThatItTalksThenNothing() {
        SipCall caller = direct.calls(Trunk.Shown.as(CORNFLOWER), "0441230004");
        SipCall his = ivan.isRung();
        String rings = keys.showsSoon("202", RINGS).body();
        assertThat(rings).contains("direction=\"recipient\"").contains("sip:" + CORNFLOWER + "@");
        assertThat(rings).contains("display=\"ТОВ «Волошка»\"");
        Until.holds(
                "the dialog that may be taken over",
                () -> keys.told("202").getLast().body(),
                told -> told.contains("call-id=\"" + his.id() + "\"") && told.contains("local-tag="));
        his.lifts();
        keys.showsSoon("202", LIT);
        caller.isAnswered().hangsUp();
        keys.showsSoon("202", DARK);
    }

    @Test
    void theLampOfAnAnalogTelephoneDoesTheSame() {
        SipCall caller = olena.dials("203");
        Handset maria = box.telephone(2).isRung();
        assertThat(keys.showsSoon("203", RINGS).body())
                .contains("direction=\"recipient\"")
                .contains("display=\"Олена Коваленко\"")
                .contains("sip:201@");
        maria.lifts();
        caller.isAnswered();
        keys.showsSoon("203", LIT);
        keys.showsSoon("201", LIT);
        caller.hangsUp();
        maria.hangsUp();
        keys.showsSoon("203", DARK);
    }

    @Test
    void ofSeveralTelephonesOfOnePersonAnyOneLightsTheLamp() {
        box.telephone(1).lifts();
        keys.showsSoon("202", LIT);
        box.telephone(1).hangsUp();
        keys.showsSoon("202", DARK);
        SipCall caller = olena.dials("202");
        ivan.isRung();
        box.telephone(1).isRung();
        keys.showsSoon("202", RINGS);
        box.telephone(1).lifts();
        keys.showsSoon("202", LIT);
        caller.isAnswered().hangsUp();
    }

    @Test
    void whoWantsToBeLeftInPeaceOrIsAwayIsLit() {
        for (String state : new String[] {"doNotDisturb", "away"}) {
            box.api().put("/api/people/203/state", Map.of("state", state));
            keys.showsSoon("203", LIT);
            box.api().put("/api/people/203/state", Map.of("state", "free"));
            keys.showsSoon("203", DARK);
        }
    }

    @Test
    void theLampOfALineShowsTheCallOnIt() {
        Line line = box.line(1).clear();
        line.rings("+380671480001");
        keys.showsSoon("fxo1", RINGS);
        olena.isRung().lifts();
        line.isAnswered();
        keys.showsSoon("fxo1", LIT);
        line.hangsUp().isFree();
        keys.showsSoon("fxo1", DARK);
    }

    @Test
    void theLampOfATrunkShowsTheCallsOverIt() {
        SipCall caller = direct.calls(Trunk.Shown.as("+380671480002"), "0441230004");
        olena.isRung();
        keys.showsSoon("direct", RINGS);
        ivan.isRung().lifts();
        caller.isAnswered();
        keys.showsSoon("direct", LIT);
        caller.hangsUp();
        keys.showsSoon("direct", DARK);
    }

    @Test
    void whoDialsInsideIsShownTheNameOfWhoIsCalledAndWhoeverTalksOutsideThatOfTheContact() {
        SipCall inside = olena.dials("202");
        SipCall his = ivan.isRung();
        his.shows("\"Олена Коваленко\" <sip:201@");
        inside.isRinging().shows("\"Іван Бондар\" <sip:202@");
        inside.hangsUp();
        olena.laysDown();
        SipCall out = olena.dials("0501112233");
        direct.isCalled();
        out.shows("\"ТОВ «Лілія»\" <sip:+380501112233@");
    }

    @Test
    void afterATransferBothTelephonesShowWhoIsThereNow() {
        SipCall caller = direct.calls(Trunk.Shown.as(POPPY), "0441230004");
        olena.isRung();
        SipCall his = ivan.isRung().lifts();
        caller.isAnswered();
        his.shows("\"ТОВ «Мак»\"");
        his.holds();
        SipCall asking = ivan.dials("201", "Allow: INVITE, ACK, BYE, CANCEL, UPDATE\r\n");
        SipCall hers = olena.isRung().lifts();
        asking.isAnswered().shows("\"Олена Коваленко\" <sip:201@");
        hers.shows("\"Іван Бондар\" <sip:202@");
        his.putsThrough("201", asking).isTold("SIP/2.0 200 OK");
        hers.shows("\"ТОВ «Мак»\" <sip:" + POPPY + "@");
        assertThat(caller.messages())
                .as("no provider is told names of the office")
                .noneMatch(message -> message.toString().contains("Коваленко")
                        || message.toString().contains("Remote-Party-ID"));
        caller.hangsUp();
    }

    @Test
    void twoColleaguesWhoAreJoinedShowEachOther() {
        SipCall toAnalog = olena.dials("203", "Allow: INVITE, ACK, BYE, CANCEL, UPDATE\r\n");
        Handset maria = box.telephone(2).isRung();
        toAnalog.shows("\"Марія Шевченко\" <sip:203@");
        maria.lifts();
        toAnalog.isAnswered();
        maria.fromNow().flashes();
        maria.hears(0.5).presses("202");
        SipCall his = ivan.isRung();
        his.shows("\"Марія Шевченко\" <sip:203@");
        his.lifts();
        Until.holds("202 talks", () -> box.person("202").path("state").asString(), "talking"::equals);
        maria.hangsUp();
        his.shows("\"Олена Коваленко\" <sip:201@");
        toAnalog.shows("\"Іван Бондар\" <sip:202@");
        assertThat(toAnalog.messages()).anyMatch(message -> message.is("UPDATE"));
    }

    @Test
    void whoeverRangInVainIsToldThatAColleagueHasTheCall() {
        SipCall caller = direct.calls(Trunk.Shown.as("+380671480003"), "0441230004");
        SipCall hers = olena.isRung();
        ivan.isRung().lifts();
        caller.isAnswered();
        assertThat(cancelled(hers)).contains("SIP").contains("cause=200").contains("\"Call completed elsewhere\"");
    }

    @Test
    void aCallThatTheCallerGivesUpStaysMissedOnEveryTelephone() {
        SipCall caller = direct.calls(Trunk.Shown.as("+380671480004"), "0441230004");
        SipCall hers = olena.isRung();
        SipCall his = ivan.isRung();
        caller.isRinging().hangsUp();
        for (SipCall missed : new SipCall[] {hers, his}) {
            assertThat(cancelled(missed)).doesNotContain("cause=200").doesNotContain("elsewhere");
        }
    }

    /** The Reason of the CANCEL. */
    private static String cancelled(SipCall rung) {
        return Until.holds(
                        "it rings no more",
                        () -> rung.messages().stream()
                                .filter(message -> message.is("CANCEL"))
                                .toList(),
                        cancels -> !cancels.isEmpty())
                .getFirst()
                .header("Reason");
    }
}
