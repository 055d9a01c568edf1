package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Cards are joined, written and deleted, and callers classed, while they call or are owed one: it stays one promise (SITUATIONS 4, 8). */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the box of KnownMeanwhileTest")
class KnownMeanwhileTest {
    private static final String CALLED = "+390655500199";
    private static Box box;
    private static Trunk roma;
    private static SwiftPhone chiara;

    @BeforeAll
    static void start() {
        Office office = new Office("""
                office: {name: Studio Verdi, country: IT, language: en, timeZone: Europe/Rome}
                accounts: [{name: installer, role: installer, password: change-me-now}]
                hours: {week: {mon-fri: "08:30-12:30, 14:00-19:00"}}
                people:
                  - {extension: 41, name: Chiara Verdi, phones: [sip], secret: s3cret-41}
                  - {extension: 42, name: Dario Neri, phones: [sip], secret: s3cret-42}
                teams:
                  - {name: desk, members: [41], head: 42}
                  - {name: works, members: [42], head: 42}
                trunks:
                  - {name: roma, host: 127.0.0.1, port: %d, user: verdi, secret: roma-s, register: true, numbers: ["%s"], script: desk}
                classes:
                  - {name: customer, key: 1, responsible: works, callBackWithin: 2h}
                  - {name: survey, key: 2}
                scripts:
                  desk: {stages: [{ring: team desk, for: 40s}], otherwise: message}
                """.formatted(Ports.free(), CALLED));
        roma = Trunk.of(office, "roma");
        box = Box.running(office, "2026-05-05T10:20:00+02:00");
        roma.serves(box);
        chiara = SwiftPhone.registers(box, "41");
    }

    @AfterEach
    void theBooksBalance() {
        chiara.laysDown();
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
    }

    @AfterAll
    static void stop() {
        chiara.close();
        roma.close();
        box.close();
    }

    private static SipCall rings(String number) {
        SipCall caller = roma.calls(Trunk.Shown.as(number), CALLED).isRinging();
        chiara.isRung();
        return caller;
    }

    private static void gives(String number, SipCall caller) {
        caller.hangsUp();
        box.endedCall(number);
        chiara.laysDown();
    }

    private static String card(String name, String... numbers) {
        return "/api/contacts/"
                + box.api()
                        .post("/api/contacts", Map.of("name", name, "numbers", List.of(numbers)))
                        .path("id")
                        .asString();
    }

    private static String id(String card) {
        return card.substring(card.lastIndexOf('/') + 1);
    }

    /** All that is owed to these numbers. */
    private static List<JsonNode> owed(String... numbers) {
        return box.api().list("/api/promises?state=owed").stream()
                .filter(promise ->
                        List.of(numbers).contains(promise.path("number").asString("")))
                .toList();
    }

    @Test
    void whoseCardIsJoinedWithAnotherWhileTheyCallIsOwedOneCall() {
        String kept = card("Bianca", "+393331110002");
        String gone = card("Bianca's mobile", "+393331110001");
        gives("+393331110002", rings("+393331110002"));
        SipCall caller = rings("+393331110001");
        box.api().post(kept + "/join", Map.of("contact", id(gone)));
        gives("+393331110001", caller);
        assertThat(owed("+393331110001", "+393331110002")).singleElement().satisfies(promise -> {
            assertThat(promise.path("calls").size()).isEqualTo(2);
            assertThat(promise.path("contactId").asString()).isEqualTo(id(kept));
        });
    }

    @Test
    void whoTurnsOutToBeAContactWhileTheyCallIsOwedOneCall() {
        String card = card("Ettore", "+393331110012");
        gives("+393331110012", rings("+393331110012"));
        SipCall caller = rings("+393331110011");
        String call = box.callsOf("+393331110011").getFirst().path("id").asString();
        box.api().post("/api/calls/" + call + "/contact", Map.of("contact", id(card)));
        gives("+393331110011", caller);
        assertThat(owed("+393331110011", "+393331110012"))
                .singleElement()
                .satisfies(promise -> assertThat(promise.path("calls").size()).isEqualTo(2));
    }

    @Test
    void whoseCardIsDeletedWhileTheyCallIsOwedOneCallWhoeverHasTheNumberNext() {
        String card = card("Fabio", "+393331110021");
        SipCall caller = rings("+393331110021");
        box.api().delete(card);
        gives("+393331110021", caller);
        String next = card("Gemma", "+393331110021");
        gives("+393331110021", rings("+393331110021"));
        assertThat(owed("+393331110021")).singleElement().satisfies(promise -> {
            assertThat(promise.path("calls").size()).isEqualTo(2);
            assertThat(promise.path("contactId").asString()).isEqualTo(id(next));
        });
    }

    @Test
    void aNumberWrittenOntoACardBringsWhatWasPromisedToIt() {
        gives("+393331110031", rings("+393331110031"));
        String card = card("Livia", "+393331110032");
        gives("+393331110032", rings("+393331110032"));
        assertThat(owed("+393331110031", "+393331110032")).hasSize(2);
        box.api().patch(card, Map.of("numbers", List.of("+393331110032", "+393331110031")));
        assertThat(owed("+393331110031", "+393331110032"))
                .singleElement()
                .satisfies(promise ->
                        assertThat(promise.path("contactId").asString()).isEqualTo(id(card)));
    }

    /** SITUATIONS 8: husband and wife with the same manager. */
    @Test
    void whoSharesANumberIsOwedACallByTheManagerWhomBothHave() {
        for (String name : List.of("Nino", "Nina")) {
            box.api().post("/api/contacts", Map.of("name", name, "numbers", List.of("+393331110051"), "manager", 42));
        }
        SipCall caller = roma.calls(Trunk.Shown.as("+393331110051"), CALLED).isRinging();
        gives("+393331110051", caller);
        assertThat(owed("+393331110051")).singleElement().satisfies(promise -> {
            assertThat(promise.path("owner").asString()).isEqualTo("42");
            assertThat(promise.path("contact").isNull()).isTrue();
        });
    }

    /** SITUATIONS 4: overdue, class, first call; and 5: whoever is known is no passing stranger. */
    @Test
    void whoIsSaidAfterwardsToBeACustomerHasTheirPlaceInTheListAndTheirClassesPeople() {
        SipCall stays = rings("+393331110041");
        stays.fromNow();
        Until.holds(
                "longer than who is gone at once",
                () -> box.callsOf("+393331110041")
                        .getFirst()
                        .path("waitSeconds")
                        .asDouble(),
                seconds -> seconds > 6);
        gives("+393331110041", stays);
        // gone at once: no wait for anything that the caller does not have to wait for
        gives(
                "+393331110042",
                roma.calls(Trunk.Shown.as("+393331110042"), CALLED).isRinging());
        JsonNode before = owed("+393331110042").getFirst();
        assertThat(before.path("passing").asBoolean()).isTrue();
        assertThat(before.path("owner").asString()).isEqualTo("41");
        box.api().patch("/api/calls/" + before.path("callId").asString(), Map.of("class", "customer"));
        JsonNode now = owed("+393331110042").getFirst();
        assertThat(now.path("passing").asBoolean()).isFalse();
        assertThat(now.path("owner").asString()).isEqualTo("42");
        assertThat(now.path("overdueAt")).as("only the client moves it").isEqualTo(before.path("overdueAt"));
        assertThat(box.api().list("/api/tocall"))
                .extracting(promise -> promise.path("number").asString(""))
                .filteredOn(number -> number.startsWith("+39333111004"))
                .containsExactly("+393331110042", "+393331110041");
    }
}
