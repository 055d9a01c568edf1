package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Who calls and what that changes: husband and wife, somebody who speaks another language, one who has left (SITUATIONS 3, 8, 9, 15). */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the box of CallersTest")
class CallersTest {
    private static Box box;
    private static Trunk provider;
    private static SwiftPhone olena;

    @BeforeAll
    static void start() {
        Office office = Office.ofTheContract()
                .stages("8s")
                .without("askRating: true")
                .with("name: Іван Бондар, ", "name: Іван Бондар, language: en, ")
                .linesForCallersOnly()
                .with("contacts:  ", """
                        contacts:
                          - {name: Петро Коваль, spoken: Петре, numbers: ["+380671420001"], class: client, manager: 201}
                          - {name: Ганна Коваль, spoken: Ганно, numbers: ["+380671420001"], class: client, manager: 201}
                          - {name: Юрій Мазур, spoken: Юрію, numbers: ["+380671420002"], class: client, manager: 201}
                          - {name: Ніна Мазур, spoken: Ніно, numbers: ["+380671420002"], class: client, manager: 203}
                          - {name: Олег Гай, spoken: Олеже, numbers: ["+380671420003"], class: client, manager: 201}
                          - {name: John Smith, spoken: John, numbers: ["+380671420004"], language: en}
                        """);
        box = Box.running(office, "2026-11-23T10:00:00+02:00");
        provider = Trunk.of(office, "provider").serves(box);
        box.line(1).clear();
        box.line(2).clear();
        olena = SwiftPhone.registers(box, "201");
    }

    @AfterEach
    void everybodyHangsUp() {
        box.telephone(1).hangsUp();
        box.telephone(2).hangsUp();
        for (int n = 1; n <= 2; n++) {
            if (!box.line(n).state().equals("idle")) {
                box.line(n).hangsUp().isFree();
            }
        }
        provider.hangsUp();
        olena.laysDown();
        Until.holds("no call is open", () -> box.balance().path("open").asInt(), open -> open == 0);
        olena.laysDown(); // what a call rang before it was over
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
    }

    @AfterAll
    static void stop() {
        olena.close();
        provider.close();
        box.close();
    }

    @Test
    void whoIsRenamedIsShownByTheNewNameOnCallsPromisesAndMessagesOfBefore() {
        Line line = box.line(1);
        line.rings("+380671420003", "etsi-before-ring").isAnswered().hangsUp().isFree();
        JsonNode call = box.endedCall("+380671420003");
        assertThat(call.path("contact").asString()).isEqualTo("Олег Гай");
        box.api().patch("/api/contacts/" + call.path("contactId").asString(), Map.of("name", "Олег Гайовий"));
        JsonNode now = box.endedCall("+380671420003");
        assertThat(now.path("contact").asString()).isEqualTo("Олег Гайовий");
        assertThat(now.path("callerName").asString()).isEqualTo("Олег Гайовий");
        String promise = call.path("promiseId").asString();
        assertThat(box.api().get("/api/promises/" + promise).path("contact").asString())
                .isEqualTo("Олег Гайовий");
        box.api().patch("/api/contacts/" + call.path("contactId").asString(), Map.of("name", "Олег Гай"));
    }

    /** SITUATIONS 8. */
    @Test
    void noNameIsSpokenToHusbandAndWifeAndWithTwoManagersWhoWasSpokenToLastIsRung() {
        Line line = box.line(1);
        line.rings("+380671420001", "etsi-before-ring").isAnswered().hears(3);
        olena.isRung();
        short[] husband = beginning(line.heard());
        line.hangsUp().isFree();
        JsonNode shared = box.endedCall("+380671420001");
        assertThat(RoutingTest.rang(shared.path("stages").get(0))).containsExactly("201");
        assertThat(shared.path("class").asString()).isEqualTo("client");
        assertThat(shared.path("contact").isNull())
                .as("nobody knows which of the two it was")
                .isTrue();
        short[] couple = greeting("+380671420002");
        short[] named = greeting("+380671420003");
        assertThat(Hearing.alike(husband, couple, 1.5))
                .as("the same words to both couples")
                .isGreaterThan(0.97);
        assertThat(Hearing.same(named, couple, 1.5))
                .as("a name is spoken to who is alone")
                .isLessThan(0.9);
        talksTo(line, "+380671420002", box.telephone(2));
        line.rings("+380671420002", "etsi-before-ring").isAnswered();
        box.telephone(2).isRung();
        assertThat(RoutingTest.rang(
                        box.callsOf("+380671420002").getFirst().path("stages").path(0)))
                .doesNotContain("201");
    }

    private static short[] greeting(String number) {
        SipCall caller = provider.calls(Trunk.Shown.as(number), "0441230003")
                .isAnswered()
                .hears(3);
        short[] heard = beginning(caller.heard());
        caller.hangsUp();
        box.endedCall(number);
        settled(number);
        return heard;
    }

    /** The first three seconds from the first word on: a busy box takes longer to find it. */
    private static short[] beginning(short[] heard) {
        int from = 0;
        while (Hearing.lively(Arrays.copyOfRange(heard, from, from + 160)) == 0) {
            from += 160;
        }
        return Arrays.copyOfRange(heard, from, from + 3 * 8000);
    }

    private static void settled(String number) {
        for (JsonNode promise : box.promises(number, "owed")) {
            box.api().post("/api/promises/" + promise.path("id").asString() + "/close", Map.of("how", "sms"));
        }
    }

    /** The head at the end of the way takes the call, and both are heard. */
    private static void talksTo(Line line, String number, Handset telephone) {
        telephone.isQuiet(); // whom it rang before is no more
        line.rings(number, "etsi-before-ring").isAnswered();
        telephone.isRung().lifts();
        Until.holds(
                "they talk",
                () -> box.callsOf(number).getFirst().path("outcome").asString(),
                "talking"::equals);
        line.says(Speech.of(Speech.LONG_B, 4)).listens(6);
        line.hangsUp().isFree();
        telephone.hangsUp();
        assertThat(box.endedCall(number).path("answeredBy").asString()).isEqualTo("203");
    }

    /** The row "another language": a contact hears theirs and who speaks it rings first; a stranger from abroad one sentence. */
    @Test
    void whoSpeaksEnglishHearsItAndReachesWhoSpeaksItFirst() {
        Line line = box.line(2);
        Handset ivan = box.telephone(1);
        line.rings("+380671420004", "etsi-before-ring").isAnswered();
        ivan.isRung();
        assertThat(says(line.heard(), "en/you-have-reached", 0.5)).isGreaterThanOrEqualTo(0.8);
        SipCall later = olena.isRung();
        line.hangsUp().isFree();
        later.isOver();
        assertThat(RoutingTest.rang(
                        box.endedCall("+380671420004").path("stages").get(0)))
                .as("who does not speak it rings later")
                .containsExactly("202", "201");
        ivan.isQuiet();
        line.rings("004915112345678", "etsi-before-ring").isAnswered();
        ivan.isRung();
        assertThat(says(line.heard(), "en/in-your-language", 1.5)).isGreaterThanOrEqualTo(0.97);
        line.hangsUp().isFree();
        assertThat(box.endedCall("+4915112345678").path("outcome").asString()).isEqualTo("gaveUp");
    }

    /** How much of that prompt is in what was heard. */
    private static double says(short[] heard, String prompt, double seconds) {
        return Hearing.alike(box.api().sound("/api/prompts/" + prompt), heard, seconds);
    }

    /** The row "a client's second number": the promise is the contact's, whichever number they call from. */
    @Test
    void aTalkOnTheClientsSecondNumberKeepsThePromiseOfTheFirst() {
        String first = "+380671420007";
        String second = "+380671420008";
        box.api().post("/api/contacts", Map.of("name", "Дві", "numbers", List.of(first, second)));
        SipCall gone = provider.calls(Trunk.Shown.as(first), "0441230003").isAnswered();
        gone.hears(0.5).hangsUp();
        box.endedCall(first);
        JsonNode promise = box.promises(first, "open").getFirst();
        olena.laysDown();
        SipCall again = provider.calls(Trunk.Shown.as(second), "0441230003");
        SipCall owner = olena.isRung().lifts();
        short[] said = Speech.of(Speech.LONG_B, 11);
        again.isAnswered().says(said).says(said);
        owner.says(said).says(said).listens(21.5);
        again.hangsUp();
        box.endedCall(second);
        JsonNode kept = Until.holds(
                "kept",
                () -> box.api().get("/api/promises/" + promise.path("id").asString()),
                p -> p.path("state").asString().equals("kept"));
        assertThat(kept.path("closedBy").asString()).isEqualTo("201");
        assertThat(box.promises(second, "owed")).isEmpty();
    }

    /** SITUATIONS 3: the client's mailbox or a relative keeps nothing. */
    @Test
    void aCallBackThatReachesAMailboxIsAnAttemptAndKeepsNothing() {
        String number = "+380671420005";
        box.line(1).rings(number, "etsi-before-ring").isAnswered().listens(6); // longer than who is gone at once
        box.line(1).hangsUp().isFree();
        JsonNode promise = Until.holds("the promise", () -> box.promises(number, "open"), p -> p.size() == 1)
                .getFirst();
        olena.laysDown();
        String path = "/api/promises/" + promise.path("id").asString();
        box.api().post(path + "/call", Map.of("from", 201));
        SipCall owner = olena.isRung().lifts();
        SipCall mailbox = provider.isCalled().lifts();
        assertThat(mailbox.number()).endsWith("671420005");
        mailbox.says(Speech.of("This is the mailbox of somebody. Please speak after the tone.", 4));
        owner.hears(1.5).says(Speech.of(Speech.LONG_A, 3));
        mailbox.listens(5); // it has said it all
        owner.fromNow();
        mailbox.hangsUp();
        owner.hears(4);
        assertThat(says(owner.heard(), "uk/call-back-result", 1))
                .as("asked how it went")
                .isGreaterThanOrEqualTo(0.97);
        owner.presses("2");
        Until.holds("one attempt", () -> box.api().get(path).path("attempts").asInt(), n -> n == 1);
        owner.isOver();
        assertThat(box.api().get(path).path("state").asString()).isEqualTo("open");
        assertThat(box.api().get(path).path("dueAt")).isEqualTo(promise.path("dueAt"));
    }

    /** SITUATIONS 15: while the line is down nothing moves, and the own mobile keeps the promise. */
    @Test
    void whileTheLineIsDownAPromiseIsKeptByTheOwnMobileAndItsDeadlineStays() {
        String number = "+380671420006";
        Line line = box.line(2);
        line.rings(number, "etsi-before-ring").isAnswered().hears(0.5);
        line.hangsUp().isFree();
        JsonNode promise = Until.holds("the promise", () -> box.promises(number, "open"), p -> p.size() == 1)
                .getFirst();
        line.behaves(Map.of("cut", true));
        Until.holds("an alarm", () -> box.api().list("/api/alarms?state=open").toString(), a -> a.contains("fxo:2"));
        String path = "/api/promises/" + promise.path("id").asString();
        assertThat(box.api().get(path).path("overdueAt")).isEqualTo(promise.path("overdueAt"));
        JsonNode kept = box.api().post(path + "/close", Map.of("how", "ownMobile"));
        assertThat(kept.path("state").asString()).isEqualTo("kept");
        assertThat(kept.path("how").asString()).isEqualTo("ownMobile");
        line.behaves(Map.of("cut", false)).isFree();
        Until.holds("it heals", () -> box.api().list("/api/alarms?state=open").toString(), a -> !a.contains("fxo:2"));
    }
}
