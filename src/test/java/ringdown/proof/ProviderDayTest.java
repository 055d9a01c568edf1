package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** Situations of SITUATIONS.md over a provider, where the other proofs show them on copper: one Friday of a veterinary clinic, in its order. */
@Execution(ExecutionMode.SAME_THREAD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProviderDayTest {
    private static final String CALLED = "+380322530010";
    private static final String GREETED = "+380322530011";
    private static final String QUEUED = "+380322530012";
    private static final String CLIENT = "+380977000101";
    private static final String FRIDAY = "2026-06-05T";
    private static Box box;
    private static Trunk lviv;
    private static Trunk second;
    private static Trunk third;
    private static SwiftPhone oleh;
    private static SwiftPhone lesia;
    private static SwiftPhone head;

    @BeforeAll
    static void start() {
        Office office =
                new Office("""
                office: {name: Ветклініка Барс, country: UA, language: uk, timeZone: Europe/Kyiv}
                accounts: [{name: installer, role: installer, password: change-me-now}]
                hours: {week: {mon-fri: "09:00-13:00, 14:00-18:00"}}
                overrides:
                  - {name: lunch, until: "14:00"}
                  - {name: shelter, until: released, max: 3h}
                people:
                  - {extension: 31, name: Олег Клен, phones: [sip], secret: s3cret-31, deputies: [32], mobile: "+380977000131", pin: "2580"}
                  - {extension: 32, name: Леся Верба, phones: [sip], secret: s3cret-32, language: en}
                  - {extension: 33, name: Ганна Липа, phones: [sip], secret: s3cret-33}
                teams:
                  - {name: clinic, members: [31, 32], head: 33}
                  - {name: trade, members: [32], head: 33}
                lines: # none calls out: the provider does
                  - {port: "fxo:1", number: "+380322530001", direction: in, script: front}
                  - {port: "fxo:2", number: "+380322530002", direction: in, script: front}
                trunks:
                  - {name: lviv, host: 127.0.0.1, port: %d, user: bars, secret: lviv-s, register: true, numbers: ["%s"], script: front}
                  - {name: second, host: 127.0.0.1, port: %d, numbers: ["%s"], script: greeted}
                  - {name: third, host: 127.0.0.1, port: %d, numbers: ["%s"], script: queued}
                contacts:
                  - {name: Марта Дуб, numbers: ["%s"], class: client, manager: 31}
                  - {name: Jane Elm, spoken: Jane, numbers: ["+380977000102"], language: en}
                  - {name: Шукач, numbers: ["+380977000103"], class: applicant}
                classes:
                  - {name: client, key: 1, script: clients, responsible: clinic}
                  - {name: applicant, key: 3, script: words, responsible: 32, obligation: listen, hearWithin: 2d}
                  - {name: wrong, key: 8, obligation: none}
                  - {name: robot, key: 9, refuse: true}
                scripts:
                  front: {stages: [{ring: team clinic, for: 20s}], otherwise: message}
                  clients: {stages: [{ring: manager, for: 20s}, {ring: head, for: 20s}], otherwise: message}
                  greeted: {greeting: "Вітаємо у ветклініці «Барс»!", stages: [{ring: team clinic, for: 20s}], otherwise: message}
                  queued: {stages: [{queue: team trade, for: 8s, say: [place]}], otherwise: promise}
                  words: {greeting: "Залиште повідомлення.", otherwise: message}
                """.formatted(Ports.free(), CALLED, Ports.free(), GREETED, Ports.free(), QUEUED, CLIENT));
        lviv = Trunk.of(office, "lviv");
        second = Trunk.of(office, "second");
        third = Trunk.of(office, "third");
        box = Box.running(office, FRIDAY + "10:00:00+03:00");
        List.of(lviv, second, third).forEach(trunk -> trunk.serves(box));
        oleh = SwiftPhone.registers(box, "31");
        lesia = SwiftPhone.registers(box, "32");
        head = SwiftPhone.registers(box, "33");
    }

    @AfterEach
    void everybodyHangsUp() {
        List.of(lviv, second, third).forEach(Trunk::hangsUp);
        laysDown();
        Until.holds("no call is open", () -> box.balance().path("open").asInt(), open -> open == 0);
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
    }

    @AfterAll
    static void stop() {
        List.of(oleh, lesia, head).forEach(SwiftPhone::close);
        List.of(lviv, second, third).forEach(Trunk::close);
        box.close();
    }

    private static void laysDown() {
        List.of(oleh, lesia, head).forEach(SwiftPhone::laysDown);
    }

    private static JsonNode gaveUp(String number) {
        int before = box.callsOf(number).size();
        SipCall caller = lviv.calls(Trunk.Shown.as(number), CALLED).isRinging();
        caller.hangsUp();
        Until.holds("written", () -> box.callsOf(number).size(), n -> n > before);
        box.endedCall(number);
        laysDown();
        return box.promises(number, "open").getFirst();
    }

    private static String path(JsonNode promise) {
        return "/api/promises/" + promise.path("id").asString();
    }

    private static JsonNode again(JsonNode promise) {
        return box.api().get(path(promise));
    }

    private record Talk(SipCall caller, SipCall vet) {}

    /** Oleh and the caller hear each other. */
    private static Talk talks(String number) {
        SipCall caller = lviv.calls(Trunk.Shown.as(number), CALLED);
        SipCall vet = oleh.isRung().lifts();
        caller.isAnswered().says(Speech.of(Speech.LONG_B, 5));
        vet.says(Speech.of(Speech.LONG_A, 5)).listens(6);
        return new Talk(caller, vet);
    }

    /** How much of that prompt is in what was heard. */
    private static double says(short[] heard, String prompt, double seconds) {
        return Hearing.alike(box.api().sound("/api/prompts/" + prompt), heard, seconds);
    }

    /** The row "gone in 2 s": a client stands before an unknown caller, who is dialled once; a foreign number waits for the head's word. */
    @Test
    @Order(1)
    void whoIsGoneAtOnceIsOwedWhatTheyAreOwed() {
        JsonNode stranger = gaveUp("+380977000201");
        JsonNode client = gaveUp(CLIENT);
        JsonNode foreign = gaveUp("+4915112345670");
        assertThat(stranger.path("passing").asBoolean()).isTrue();
        assertThat(client.path("passing").asBoolean()).isFalse();
        assertThat(box.api().list("/api/tocall"))
                .extracting(p -> p.path("number").asString())
                .startsWith(CLIENT)
                .contains("+380977000201");
        assertThat(foreign.path("confirm").asString()).isEqualTo("dialling");
        assertThat(box.api().postStatus(path(foreign) + "/call", Map.of("from", 31)))
                .isEqualTo(409);
        box.api().post(path(stranger) + "/call", Map.of("from", 31));
        SipCall vet = oleh.isRung().lifts();
        lviv.isCalled().refuses(486);
        JsonNode closed = Until.holds(
                "one attempt",
                () -> again(stranger),
                p -> p.path("state").asString().equals("closed"));
        assertThat(closed.path("how").asString()).isEqualTo("unreachable");
        assertThat(closed.path("attempts").asInt()).isEqualTo(1);
        Until.holds("it is said", () -> says(vet.heard(), "uk/number-busy", 0.6), likeness -> likeness >= 0.8);
    }

    /** The row "wrong number". */
    @Test
    @Order(3)
    void aWrongNumberIsOwedNothingAndNeverLearned() {
        String number = "+380977000203";
        JsonNode promise = gaveUp(number);
        talks(number).vet().presses("*08");
        JsonNode closed = Until.holds(
                "nothing is owed",
                () -> again(promise),
                p -> p.path("state").asString().equals("closed"));
        assertThat(closed.path("how").asString()).isEqualTo("wrongNumber");
        assertThat(closed.path("closedBy").asString()).isEqualTo("31");
        owedAgainWhereTheKeyWasAMistake(promise, box.callsOf(number).getFirst());
        laysDown();
        box.endedCall(number);
        gaveUp(number);
        assertThat(box.callsOf(number).getFirst().path("class").isNull()).isTrue();
    }

    private static void owedAgainWhereTheKeyWasAMistake(JsonNode promise, JsonNode call) {
        String path = "/api/calls/" + call.path("id").asString();
        box.api().patch(path, Map.of("class", "client"));
        JsonNode owed = again(promise);
        assertThat(owed.path("state").asString()).isEqualTo("open");
        assertThat(owed.path("closedBy").isNull()).isTrue();
        assertThat(owed.path("overdueAt")).isEqualTo(promise.path("overdueAt"));
        assertThat(owed.path("history").toString()).contains("reopened");
        box.api().patch(path, Map.of("class", "wrong"));
        assertThat(again(promise).path("state").asString()).isEqualTo("closed");
    }

    /** The row "robot"; the class says only that it is refused. */
    @Test
    @Order(4)
    void aRobotIsRefusedFromTheKeyOnStandsInTheWeeklyListAndIsTakenBackByOneClick() {
        String number = "+380977000204";
        JsonNode promise = gaveUp(number);
        talks(number).vet().presses("*09");
        Until.holds("nothing is owed", () -> again(promise).path("how").asString(""), "spam"::equals);
        laysDown();
        box.endedCall(number);
        SipCall refused = lviv.calls(Trunk.Shown.as(number), CALLED).isOver();
        assertThat(refused.reached()).as("nobody is rung").isFalse();
        assertThat(box.endedCall(number).path("outcome").asString()).isEqualTo("refused");
        JsonNode fact = box.api().list("/api/learned?refused=true").getFirst();
        assertThat(fact.path("number").asString()).isEqualTo(number);
        assertThat(fact.path("refused").asInt()).isEqualTo(1);
        box.api().delete("/api/learned/" + fact.path("id").asString());
        assertThat(again(promise).path("state").asString()).isEqualTo("open");
        assertThat(gaveUp(number).path("id")).as("owed once").isEqualTo(promise.path("id"));
    }

    /** The row "supplier, job seeker". */
    @Test
    @Order(5)
    void anApplicantsMessageIsHeardAndNobodyCallsBack() {
        String number = "+380977000103";
        SipCall caller = lviv.calls(Trunk.Shown.as(number), CALLED).isAnswered();
        caller.hearsMessageTone();
        caller.says(Speech.of(Speech.LONG_A, 4)).listens(4.5).hangsUp();
        assertThat(box.endedCall(number).path("outcome").asString()).isEqualTo("message");
        JsonNode promise = box.promises(number, "open").getFirst();
        assertThat(promise.path("kind").asString()).isEqualTo("listen");
        assertThat(promise.path("owner").asString()).isEqualTo("32");
        assertThat(promise.path("overdueAt").asString())
                .as("two days end on a Sunday")
                .isEqualTo("2026-06-08T09:00:00+03:00");
        JsonNode heard = box.api().post(path(promise) + "/heard", Map.of("choice", "drop"));
        assertThat(heard.path("how").asString()).isEqualTo("dropped");
        assertThat(box.promises(number, "owed")).isEmpty();
    }

    /** The row "another language". */
    @Test
    @Order(6)
    void whoSpeaksAnotherLanguageHearsItAndReachesWhoSpeaksItFirst() {
        SipCall jane = second.calls(Trunk.Shown.as("+380977000102"), GREETED).isAnswered();
        lesia.isRung();
        assertThat(oleh.isRungNow()).as("who does not speak it rings later").isNull();
        assertThat(says(jane.heard(), "en/you-have-reached", 0.5)).isGreaterThanOrEqualTo(0.8);
        oleh.isRung();
        jane.hangsUp();
        box.endedCall("+380977000102");
        laysDown();
        SipCall abroad = second.calls(Trunk.Shown.as("+33612345678"), GREETED).isAnswered();
        lesia.isRung();
        assertThat(says(abroad.heard(), "en/in-your-language", 1.5)).isGreaterThanOrEqualTo(0.9);
    }

    /** The row "two lines, one person". */
    @Test
    @Order(7)
    void whoWaitsForOnePersonWhoTalksIsPromisedAndNobodyRingsTwice() {
        SipCall first = third.calls(Trunk.Shown.as("+380977000207"), QUEUED);
        SipCall seller = lesia.isRung().lifts();
        first.isAnswered().says(Speech.of(Speech.LONG_B, 5));
        SipCall waits = third.calls(Trunk.Shown.as("+380977000208"), QUEUED).isAnswered();
        waits.isOver();
        assertThat(lesia.isRungNow()).as("no second ring").isNull();
        assertThat(seller.talks()).isTrue();
        JsonNode call = box.endedCall("+380977000208");
        assertThat(call.path("outcome").asString()).isEqualTo("gaveUp");
        assertThat(box.promises("+380977000208", "open"))
                .singleElement()
                .satisfies(p -> assertThat(p.path("spokenAs").asString()).contains("сьогодні"));
    }

    /** The rows "calls five times" and "text, mail, visit instead of a call". */
    @Test
    @Order(8)
    void whoCallsFiveTimesReachesTheHeadFromTheThirdOnAndIsOwedOneCall() {
        String number = "+380977000209";
        gaveUp(number);
        gaveUp(number);
        assertThat(box.callsOf(number).getFirst().path("thirdCall").asBoolean()).isFalse();
        for (int call = 3; call <= 5; call++) {
            SipCall caller = lviv.calls(Trunk.Shown.as(number), CALLED);
            head.isRung();
            caller.hangsUp();
            box.endedCall(number);
            laysDown();
            JsonNode written = box.callsOf(number).getFirst();
            assertThat(written.path("thirdCall").asBoolean())
                    .as("red on the board")
                    .isTrue();
            assertThat(written.path("stages").get(0).path("target").asString()).isEqualTo("head");
        }
        assertThat(box.promises(number, "owed"))
                .singleElement()
                .satisfies(p -> assertThat(p.path("calls").size()).isEqualTo(5));
        String path = path(box.promises(number, "owed").getFirst());
        JsonNode kept = box.api().post(path + "/close", Map.of("how", "visit"));
        assertThat(kept.path("state").asString()).isEqualTo("kept");
        assertThat(kept.path("how").asString()).isEqualTo("visit");
    }

    /** The row "leaves on hold or park". */
    @Test
    @Order(9)
    void whoLeavesOnHoldHasGivenUpAndIsOwedACallByWhoPutThemThere() {
        String number = "+380977000210";
        Talk talk = talks(number);
        talk.vet().holds();
        talk.caller().fromNow().hears(2); // music
        talk.caller().hangsUp();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("outcome").asString()).isEqualTo("gaveUp");
        assertThat(call.path("talkSeconds").asDouble()).isPositive();
        assertThat(box.promises(number, "open"))
                .singleElement()
                .satisfies(p -> assertThat(p.path("owner").asString()).isEqualTo("31"));
    }
}
