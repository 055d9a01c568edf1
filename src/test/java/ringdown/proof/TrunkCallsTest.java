package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/**
 * Calls over SIP providers, one that the box registers with by digest and one that knows it by its address: the same rules as on copper,
 * heard from the far end.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the box of TrunkCallsTest")
class TrunkCallsTest {
    private static final String LILIYA = "+380501112233";
    private static final String OURS = "+380441230003";

    private static Box box;
    private static Trunk provider;
    private static Trunk second;
    private static SwiftPhone olena;

    @BeforeAll
    static void start() {
        Office office = Office.ofTheContract()
                .stages("90s")
                .linesForCallersOnly()
                .withTrunk("second", "+380441230004", "direct")
                .with("scripts:\n", """
                        scripts:
                          direct:
                            stages:
                              - {ring: team care, for: 90s}
                            otherwise: message
                        """);
        provider = Trunk.of(office, "provider");
        second = Trunk.of(office, "second");
        box = Box.running(office, "2026-11-23T10:00:00+02:00");
        provider.serves(box);
        second.serves(box);
        olena = SwiftPhone.registers(box, "201");
    }

    @AfterEach
    void nothingIsLeft() {
        provider.hangsUp();
        second.hangsUp();
        olena.laysDown();
        Until.holds("no call is open", () -> box.balance().path("open").asInt(), open -> open == 0);
        Until.holds("every leg has ended", () -> provider.open() + second.open() + olena.open() == 0);
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
    }

    @AfterAll
    static void stop() {
        olena.close();
        provider.close();
        second.close();
        box.close();
    }

    @Test
    void aClientIsGreetedPersonallyReachesTheManagerAndRatesByKeys() {
        assertThat(provider.contact()).as("the box has registered").isNotEmpty();
        SipCall client = provider.calls(Trunk.Shown.as(LILIYA), OURS).isAnswered();
        SipCall manager = olena.isRung();
        assertThat(manager.invite().header("From")).contains("Лілія").contains(LILIYA.substring(4));
        short[] greeting = Arrays.copyOf(client.hears(2.5).heard(), 2 * 8000);
        Line copper = box.line(1)
                .clear()
                .rings(LILIYA, "etsi-before-ring")
                .isAnswered()
                .hears(2.5);
        assertThat(Hearing.alike(greeting, copper.heard(), 1))
                .as("as on copper")
                .isGreaterThanOrEqualTo(0.97);
        copper.hangsUp().isFree();
        manager.lifts();
        short[] one = Speech.of(Speech.LONG_A, 10);
        short[] other = Speech.of(Speech.LONG_B, 10);
        client.fromNow().says(one);
        manager.fromNow().says(other).hears(4);
        client.hears(4);
        assertThat(Hearing.alike(manager.heard(), one, 2.5)).isGreaterThanOrEqualTo(0.97);
        assertThat(Hearing.alike(client.heard(), other, 2.5)).isGreaterThanOrEqualTo(0.97);
        manager.listens(2).hangsUp();
        client.fromNow().hears(1).presses("5").isOver();
        JsonNode call = Until.holds(
                "the mark", () -> ofProvider(LILIYA), c -> !c.path("rating").isNull());
        assertThat(call.path("rating").asInt()).isEqualTo(5);
        assertThat(call.path("outcome").asString()).isEqualTo("talked");
        assertThat(call.path("answeredBy").asString()).isEqualTo("201");
        assertThat(call.path("via").asString()).isEqualTo("provider");
        assertThat(call.path("contact").asString()).isEqualTo("ТОВ «Лілія»");
        assertThat(RoutingTest.rang(call.path("stages").get(0))).containsExactly("201");
    }

    private static JsonNode ofProvider(String number) {
        return box.callsOf(number).stream()
                .filter(call -> call.path("via").asString().equals("provider"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everySpellingOfANumberFindsTheContactAndEverySpellingOfOursTheOffice() {
        String[] spellings = {"380501112233", "0501112233", "00380501112233", "+38(050)111-22-33"};
        String[] called = {"380441230003", "0441230003", provider.contact(), "00380441230003"};
        for (int i = 0; i < spellings.length; i++) {
            known(provider.calls(Trunk.Shown.as(spellings[i]), called[i]), spellings[i]);
        }
        known(provider.calls(Trunk.Shown.asserted("380501112233"), OURS), "asserted identity");
        known(provider.calls(Trunk.Shown.withName("0501112233", "Wireless Caller"), OURS), "with a name");
    }

    private static void known(SipCall client, String how) {
        client.isAnswered().hangsUp();
        JsonNode call = Until.holds(
                how,
                () -> box.api().list("/api/calls?line=provider").getFirst(),
                newest -> newest.path("endedAt").isString());
        assertThat(call.path("callerNumber").asString("")).as(how).isEqualTo(LILIYA);
        assertThat(call.path("contact").asString()).as(how).isEqualTo("ТОВ «Лілія»");
        assertThat(call.path("class").asString()).as(how).isEqualTo("client");
        assertThat(call.path("outcome").asString()).as(how).isEqualTo("gaveUp");
        olena.isFree();
    }

    @Test
    void whoGivesUpBeforeOrWhileItRingsOrInTheGreetingIsOwedACall() {
        gaveUp(second.calls(Trunk.Shown.as("0671340001"), "0441230004").hangsUp(), "+380671340001", 487);
        SipCall ringing =
                second.calls(Trunk.Shown.as("0671340002"), "0441230004").isRinging();
        olena.isRung();
        assertThat(ringing.talks())
                .as("without a greeting nobody answers before a person does")
                .isFalse();
        gaveUp(ringing.hangsUp(), "+380671340002", 487);
        olena.isFree();
        SipCall greeted =
                provider.calls(Trunk.Shown.as("0671340003"), OURS).isAnswered().hears(0.3);
        gaveUp(greeted.hangsUp(), "+380671340003", 200);
    }

    private static void gaveUp(SipCall call, String number, int status) {
        call.isOver();
        assertThat(call.status()).isEqualTo(status);
        Until.holds("written", () -> box.callsOf(number), calls -> !calls.isEmpty());
        assertThat(box.endedCall(number).path("outcome").asString()).isEqualTo("gaveUp");
        assertThat(box.promises(number, "open"))
                .singleElement()
                .satisfies(p -> assertThat(p.path("calls").size()).isEqualTo(1));
        olena.laysDown();
    }

    /** SITUATIONS 1 means who is left waiting by the office, not who lets the office wait. */
    @Test
    void whoPutsTheOfficeOnHoldAndLeavesHasTalked() {
        SipCall caller = second.calls(Trunk.Shown.as("0671340004"), "0441230004");
        SipCall phone = olena.isRung().lifts();
        caller.isAnswered().says(Speech.of(Speech.LONG_A, 3));
        phone.says(Speech.of(Speech.LONG_B, 3)).listens(6);
        caller.holds();
        phone.fromNow().hears(2);
        caller.hangsUp();
        phone.isOver();
        JsonNode call = box.endedCall("+380671340004");
        assertThat(call.path("outcome").asString()).isEqualTo("talked");
        assertThat(box.promises("+380671340004", "all")).isEmpty();
    }

    @Test
    void whoIsHungUpOnWhileOnHoldIsOwedACallByWhoeverDidIt() {
        SipCall caller = second.calls(Trunk.Shown.as("0671340005"), "0441230004");
        SipCall phone = olena.isRung().lifts();
        caller.isAnswered().says(Speech.of(Speech.LONG_A, 3));
        phone.says(Speech.of(Speech.LONG_B, 3)).listens(6);
        phone.holds();
        caller.fromNow().hears(2);
        phone.hangsUp();
        caller.isOver();
        JsonNode call = box.endedCall("+380671340005");
        assertThat(call.path("outcome").asString()).isEqualTo("gaveUp");
        assertThat(call.path("talkSeconds").asDouble()).isPositive();
        assertThat(box.promises("+380671340005", "open"))
                .singleElement()
                .satisfies(p -> assertThat(p.path("owner").asString()).isEqualTo("201"));
    }

    @Test
    void aCallGoesOutOverTheTrunkAndBothHearEachOther() {
        SipCall out = olena.dials("0671350001");
        SipCall far = provider.isCalled();
        assertThat(far.number()).isIn("+380671350001", "380671350001", "0671350001");
        assertThat(far.invite().header("From")).contains(OURS);
        far.lifts();
        out.isAnswered();
        short[] one = Speech.of(Speech.LONG_A, 8);
        short[] other = Speech.of(Speech.LONG_B, 8);
        out.fromNow().says(one);
        far.fromNow().says(other).hears(3);
        out.hears(3);
        assertThat(Hearing.alike(far.heard(), one, 2)).isGreaterThanOrEqualTo(0.97);
        assertThat(Hearing.alike(out.heard(), other, 2)).isGreaterThanOrEqualTo(0.97);
        far.hangsUp();
        out.isOver();
        JsonNode call = Until.holds(
                "it is written",
                () -> box.api().list("/api/calls?person=201").getFirst(),
                c -> c.path("endedAt").isString());
        assertThat(call.path("direction").asString()).isEqualTo("out");
        assertThat(call.path("outcome").asString()).isEqualTo("talked");
        olena.isFree();
        SipCall again = olena.dials("0671350002");
        provider.isCalled().refuses(486);
        assertThat(again.isOver().status()).isEqualTo(486);
    }

    @Test
    void whoWithholdsTheNumberShowsItToTheProviderAlone() {
        olena.dials("*670671230078");
        SipText invite = provider.isCalled().invite();
        assertThat(invite.header("From")).contains("anonymous@anonymous.invalid");
        assertThat(invite.header("Privacy")).isEqualTo("id");
        assertThat(invite.header("P-Asserted-Identity")).contains(OURS);
        assertThat(invite.header("Contact")).doesNotContain("380441230003");
    }

    // 603 of one telephone is that telephone's word only (RFC 3261 §21.6.2 is of whoever was asked, and the others were
    // asked apart).
    @Test
    void whoDeclinesOnOneTelephoneOfATeamLeavesTheOthersRinging() {
        SipCall caller = second.calls(Trunk.Shown.as("+380671350011"), "0441230004");
        Handset ivan = box.telephone(1).isRung();
        olena.isRung().refuses(603);
        olena.isFree();
        assertThat(ivan.rings()).isTrue();
        ivan.lifts();
        caller.isAnswered();
        Until.holds(
                "202 talks",
                () -> box.callsOf("+380671350011").getFirst().path("answeredBy").asString(""),
                "202"::equals);
        caller.hangsUp();
        ivan.hangsUp();
    }

    /** They have been reached, and do not want to be. */
    @Test
    void aFarEndThatDeclinesIsNotAskedOverAnotherProvider() {
        SipCall again = olena.dials("0671350013");
        provider.isCalled().refuses(603);
        assertThat(again.isOver().status()).isEqualTo(603);
        assertThat(second.isCalledNow()).isNull();
    }
}
