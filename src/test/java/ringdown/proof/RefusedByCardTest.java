package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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

/** SITUATIONS 5: whom a rule refuses is owed nothing, also where the page says so only after the call, or in the middle of it. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the box of RefusedByCardTest")
class RefusedByCardTest {
    private static final String CALLED = "+493023125010";
    private static Box box;
    private static Trunk berlin;
    private static SwiftPhone jonas;

    @BeforeAll
    static void start() {
        Office office = new Office("""
                office: {name: Druckerei Falk, country: DE, language: en, timeZone: Europe/Berlin}
                accounts: [{name: installer, role: installer, password: change-me-now}]
                hours: {week: {mon-fri: "08:00-17:00"}}
                people:
                  - {extension: 61, name: Jonas Falk, phones: [sip], secret: s3cret-61}
                  - {extension: 62, name: Meike Rabe, phones: [sip], secret: s3cret-62}
                teams: [{name: desk, members: [61], head: 61}]
                trunks:
                  - {name: berlin, host: 127.0.0.1, port: %d, user: falk, secret: berlin-s, register: true, numbers: ["%s"], script: desk}
                classes:
                  - {name: buyer, key: 1}
                  - {name: applicant, key: 3, responsible: 62, obligation: listen, hearWithin: 2d}
                  - {name: nobody, key: 8, obligation: none}
                  - {name: hawker, key: 9, refuse: true}
                scripts:
                  desk: {stages: [{ring: team desk, for: 40s}], otherwise: message}
                """.formatted(Ports.free(), CALLED));
        berlin = Trunk.of(office, "berlin");
        box = Box.running(office, "2026-06-16T10:20:00+02:00");
        berlin.serves(box);
        jonas = SwiftPhone.registers(box, "61");
    }

    @AfterEach
    void theBooksBalance() {
        berlin.hangsUp();
        if (!box.registered("61")) {
            jonas.register();
            Until.holds("61 is back", () -> box.registered("61"));
        }
        jonas.laysDown();
        Until.holds("no call is open", () -> box.balance().path("open").asInt(), open -> open == 0);
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
    }

    @AfterAll
    static void stop() {
        jonas.close();
        berlin.close();
        box.close();
    }

    private static SipCall rings(String number) {
        SipCall caller = berlin.calls(Trunk.Shown.as(number), CALLED).isRinging();
        jonas.isRung();
        return caller;
    }

    /** Gives up and is owed a call. */
    private static JsonNode givesUp(String number) {
        rings(number).hangsUp();
        box.endedCall(number);
        jonas.laysDown();
        return box.promises(number, "open").getFirst();
    }

    private static String card(String name, String number, String of) {
        Map<String, Object> card = new HashMap<>(Map.of("name", name, "numbers", List.of(number)));
        card.put("class", of);
        return "/api/contacts/"
                + box.api().post("/api/contacts", card).path("id").asString();
    }

    private static void isOwedNothing(JsonNode promise, String how) {
        JsonNode now = box.api().get("/api/promises/" + promise.path("id").asString());
        assertThat(now.path("state").asString()).isEqualTo("closed");
        assertThat(now.path("how").asString()).isEqualTo(how);
        assertThat(now.path("closedBy").asString())
                .as("in the name of who said so")
                .isEqualTo("installer");
        assertThat(box.promises(now.path("number").asString(), "owed")).isEmpty();
    }

    @Test
    void whoseCardIsGivenAClassThatIsRefusedIsOwedNothingAndIsRefusedFromThenOn() {
        String number = "+491713920001";
        String card = card("Rolf", number, "buyer");
        JsonNode promise = givesUp(number);
        box.api().patch(card, Map.of("class", "hawker"));
        isOwedNothing(promise, "spam");
        box.api().patch(card, Map.of("class", "buyer"));
        assertThat(box.promises(number, "open"))
                .as("a slip of the hand loses nobody")
                .singleElement()
                .satisfies(p -> assertThat(p.path("id")).isEqualTo(promise.path("id")));
        box.api().patch(card, Map.of("class", "hawker"));
        isOwedNothing(promise, "spam");
        SipCall again = berlin.calls(Trunk.Shown.as(number), CALLED).isOver();
        assertThat(again.talks()).isFalse();
        assertThat(box.endedCall(number).path("outcome").asString()).isEqualTo("refused");
        assertThat(jonas.isRungNow()).isNull();
    }

    /** By the call, by a new card, by the card of the firm: one rule. */
    @Test
    void whicheverWayTheClassIsSaidNothingIsOwed() {
        JsonNode byCall = givesUp("+491713920011");
        box.api().patch("/api/calls/" + byCall.path("callId").asString(), Map.of("class", "hawker"));
        isOwedNothing(byCall, "spam");

        JsonNode byNewCard = givesUp("+491713920012");
        card("Wrong number", "+491713920012", "nobody");
        isOwedNothing(byNewCard, "wrongNumber");

        Map<String, Object> clerk = Map.of("name", "Udo", "numbers", List.of("+491713920013"), "company", "Tand GmbH");
        box.api().post("/api/contacts", clerk);
        JsonNode byFirm = givesUp("+491713920013");
        card("Tand GmbH", "+491713920014", "hawker");
        isOwedNothing(byFirm, "spam");

        JsonNode byTable = givesUp("+491713920015");
        byte[] table = "Name,Phone,Class\nOtto,+491713920015,hawker\n".getBytes(StandardCharsets.UTF_8);
        box.api().file("/api/contacts/import", "text/csv", table);
        isOwedNothing(byTable, "spam");
    }

    @Test
    void anotherClassOnTheCardIsOwedWhatThatClassIsOwed() {
        String number = "+491713920021";
        String card = card("Ines", number, "buyer");
        JsonNode promise = givesUp(number);
        assertThat(promise.path("kind").asString()).isEqualTo("callBack");
        box.api().patch(card, Map.of("class", "applicant"));
        JsonNode toHear = box.api().get("/api/promises/" + promise.path("id").asString());
        assertThat(toHear.path("kind").asString()).isEqualTo("listen");
        assertThat(toHear.path("owner").asString()).isEqualTo("62");
        box.api().patch(card, Map.of("note", "has sent a letter"));
        assertThat(box.api().get("/api/promises/" + promise.path("id").asString()))
                .as("a note changes nothing of it")
                .isEqualTo(toHear);
        box.api().patch(card, Map.of("class", "buyer"));
        assertThat(box.promises(number, "open"))
                .singleElement()
                .satisfies(p -> assertThat(p.path("kind").asString()).isEqualTo("callBack"));
    }

    /** What was agreed with somebody who is owed nothing by rule is no promise of the rule. */
    @Test
    void whatWasAgreedStaysWhateverIsWrittenOntoTheCardLater() {
        String number = "+491713920025";
        String card = card("Vera", number, "nobody");
        rings(number).hangsUp();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("outcome").asString()).isEqualTo("refused");
        box.api()
                .post("/api/calls/" + call.path("id").asString() + "/promises", Map.of("kind", "visit", "owner", "61"));
        box.api().patch(card, Map.of("note", "brings the plates"));
        assertThat(box.promises(number, "open"))
                .singleElement()
                .satisfies(p -> assertThat(p.path("kind").asString()).isEqualTo("visit"));
    }

    @Test
    void whoseCardIsRefusedWhileTheyRingIsOwedNothingForThatCall() {
        String number = "+491713920031";
        String card = card("Paul", number, "buyer");
        SipCall caller = rings(number);
        box.api().patch(card, Map.of("class", "hawker"));
        caller.hangsUp();
        assertThat(box.endedCall(number).path("outcome").asString()).isEqualTo("refused");
        assertThat(box.promises(number, "owed")).isEmpty();
    }

    /** What they have said so far can be heard all the same. */
    @Test
    void whoIsRefusedWhileTheyLeaveAMessageIsOwedNothing() {
        String number = "+491713920032";
        String card = card("Kurt", number, "buyer");
        SipCall caller = rings(number);
        jonas.signsOff(); // nobody is left to be rung: the message
        Until.holds("61 is gone", () -> !box.registered("61"));
        caller.isAnswered().hearsMessageTone();
        caller.says(Speech.of(Speech.LONG_B, 6)).listens(2);
        box.api().patch(card, Map.of("class", "hawker"));
        caller.listens(4.5).hangsUp();
        assertThat(box.endedCall(number).path("outcome").asString()).isEqualTo("refused");
        assertThat(box.promises(number, "owed")).isEmpty();
        assertThat(box.api().list("/api/messages"))
                .extracting(message -> message.path("callerNumber").asString(""))
                .contains(number);
    }
}
