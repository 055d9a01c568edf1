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

/** Situations of SITUATIONS.md over a provider, where the other proofs show them on copper: shelter, lunch, illness, closing time, midnight. */
@Execution(ExecutionMode.SAME_THREAD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProviderMomentsTest {
    private static final String CALLED = "+380482550010";
    private static final String CLIENT = "+380937000101";
    private static final String OWN_MOBILE = "+380937000141";
    private static final String FRIDAY = "2026-06-12T";
    private static Box box;
    private static Trunk odesa;
    private static SwiftPhone nina;
    private static SwiftPhone taras;

    @BeforeAll
    static void start() {
        Office office = new Office("""
                office: {name: Ательє Нитка, country: UA, language: uk, timeZone: Europe/Kyiv}
                accounts: [{name: installer, role: installer, password: change-me-now}]
                hours: {week: {mon-fri: "09:00-13:00, 14:00-18:00"}}
                overrides:
                  - {name: lunch, until: "14:00"}
                  - {name: shelter, until: released, max: 3h}
                people:
                  - {extension: 41, name: Ніна Голка, phones: [sip], secret: s3cret-41, deputies: [42], mobile: "%s", pin: "2580"}
                  - {extension: 42, name: Тарас Нить, phones: [sip], secret: s3cret-42}
                teams: [{name: studio, members: [41, 42], head: 42}]
                trunks:
                  - {name: odesa, host: 127.0.0.1, port: %d, user: nytka, secret: odesa-s, register: true, numbers: ["%s"], script: front}
                contacts:
                  - {name: Марта Льон, numbers: ["%s"], manager: 41}
                afterHours:
                  when: {mon-fri: machine, sat-sun: machine, holidays: machine}
                  modes:
                    machine: {greeting: "Вітаємо! Ательє зачинене.", urgentKey: 1, urgent: duty}
                duty:
                  - {from: "2026-06-12T18:00", to: "2026-06-15T09:00", person: 42}
                scripts:
                  front: {stages: [{ring: manager, else: team studio, for: 20s}], otherwise: message}
                """.formatted(OWN_MOBILE, Ports.free(), CALLED, CLIENT));
        odesa = Trunk.of(office, "odesa");
        box = Box.running(office, FRIDAY + "10:00:00+03:00");
        odesa.serves(box);
        nina = SwiftPhone.registers(box, "41");
        taras = SwiftPhone.registers(box, "42");
    }

    @AfterEach
    void everybodyHangsUp() {
        odesa.hangsUp();
        nothingRings();
        Until.holds("no call is open", () -> box.balance().path("open").asInt(), open -> open == 0);
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
    }

    @AfterAll
    static void stop() {
        List.of(nina, taras).forEach(SwiftPhone::close);
        odesa.close();
        box.close();
    }

    private static void nothingRings() {
        for (SwiftPhone phone : List.of(nina, taras)) {
            while (phone.isRungNow() != null) {
                // what rang is past
            }
        }
    }

    private static SipCall calls(String number) {
        return odesa.calls(Trunk.Shown.as(number), CALLED);
    }

    /** Hears the promise and leaves. */
    private static JsonNode promised(String number) {
        SipCall caller = calls(number).isAnswered();
        JsonNode promise = Until.holds(
                        "a spoken promise to " + number,
                        () -> box.promises(number, "open"),
                        all -> !all.isEmpty() && all.getFirst().path("spokenAs").isString())
                .getFirst();
        caller.hangsUp();
        box.endedCall(number);
        return promise;
    }

    private static void holds(JsonNode promise, String due, String overdue, String... words) {
        assertThat(promise.path("dueAt").asString()).isEqualTo(due);
        assertThat(promise.path("overdueAt").asString()).isEqualTo(overdue);
        assertThat(promise.path("spokenAs").asString()).contains(words);
    }

    /** The row "shelter". */
    @Test
    @Order(1)
    void inAShelterNoHourIsSpokenAndTheTimeRunsFromTheRelease() {
        box.api().post("/api/overrides/shelter", Map.of());
        JsonNode promise = promised("+380937000201");
        assertThat(promise.path("spokenAs").asString())
                .contains("щойно повернемося")
                .doesNotContain("годин");
        box.clockReads(FRIDAY + "11:10:00+03:00");
        box.api().delete("/api/overrides/shelter");
        JsonNode due = box.promises("+380937000201", "open").getFirst();
        assertThat(due.path("dueAt").asString()).startsWith(FRIDAY + "11:1");
        assertThat(due.path("overdueAt").asString()).isEqualTo(FRIDAY + "12:30:00+03:00");
    }

    /** The row "hidden number", until the office closes. */
    @Test
    @Order(2)
    void whoShowsNoNumberAndLeavesHasAPromiseWithoutOne() {
        SipCall caller = odesa.calls(Trunk.Shown.withheld("+380937000299"), CALLED);
        nina.isRung();
        caller.hangsUp();
        Until.holds("a promise", ProviderMomentsTest::withoutNumber, all -> all.size() == 1);
        assertThat(withoutNumber().getFirst().path("state").asString()).isEqualTo("open");
    }

    private static List<JsonNode> withoutNumber() {
        return box.api().list("/api/promises?state=all").stream()
                .filter(promise -> promise.path("number").isNull())
                .toList();
    }

    /** The row "lunch, one person", and its button pressed too late: nobody who presses it at ten past two means tomorrow. */
    @Test
    @Order(3)
    void lunchEndsAtItsHourAndIsNotSetForTomorrow() {
        box.clockReads(FRIDAY + "13:10:00+03:00");
        holds(
                promised("+380937000203"),
                FRIDAY + "14:00:00+03:00",
                FRIDAY + "15:00:00+03:00",
                "сьогодні",
                "чотирнадцятої");
        box.clockReads(FRIDAY + "14:10:00+03:00");
        SipCall key = taras.dials("*31").isAnswered();
        Until.holds(
                "it is said in words",
                () -> Hearing.alike(box.api().sound("/api/prompts/uk/hour-over"), key.heard(), 1.5),
                likeness -> likeness >= 0.9);
        key.isOver();
        assertThat(lunch().path("active").asBoolean()).isFalse();
        assertThat(box.api().postStatus("/api/overrides/lunch", Map.of())).isEqualTo(409);
        assertThat(lunch().path("endsAt").isNull()).isTrue();
        SipCall caller = calls("+380937000204").isRinging();
        nina.isRung();
        caller.hangsUp();
        assertThat(box.endedCall("+380937000204").path("outcome").asString()).isEqualTo("gaveUp");
    }

    private static JsonNode lunch() {
        return box.api().list("/api/overrides").getFirst();
    }

    /** The row "sick": said from one's own mobile, over the provider; the deputy is rung as the manager. */
    @Test
    @Order(4)
    void whoIsSickByTheirOwnMobileIsStoodInForAtOnce() {
        SipCall owed = calls(CLIENT).isRinging();
        nina.isRung();
        owed.hangsUp();
        box.endedCall(CLIENT);
        assertThat(box.promises(CLIENT, "open").getFirst().path("owner").asString())
                .isEqualTo("41");

        SipCall mobile = calls(OWN_MOBILE).isAnswered();
        mobile.hears(1).presses("2580#1");
        Until.holds("41 is on leave", () -> box.person("41").path("state").asString(), "onLeave"::equals);
        mobile.hangsUp();
        assertThat(box.endedCall(OWN_MOBILE).path("outcome").asString()).isEqualTo("refused");
        Until.holds(
                "the deputy owes it",
                () -> box.promises(CLIENT, "open").getFirst().path("owner").asString(),
                "42"::equals);
        nothingRings();
        SipCall again = calls(CLIENT).isRinging();
        taras.isRung();
        assertThat(nina.isRungNow()).as("who is absent is not rung").isNull();
        again.hangsUp();
        box.endedCall(CLIENT);
    }

    /** The row "17:59:50". */
    @Test
    @Order(5)
    void whoCallsAtTheLastMomentHasTheWholeWayOfTheDayAndMondaysPromise() {
        String number = "+380937000205";
        box.clockReads(FRIDAY + "17:59:30+03:00");
        SipCall caller = calls(number).isRinging();
        SipCall rung = taras.isRung();
        box.clockReads(FRIDAY + "18:00:01+03:00");
        assertThat(rung.over()).as("closing time ends no ringing").isFalse();
        caller.isAnswered().hearsMessageTone();
        caller.hangsUp();
        assertThat(box.endedCall(number).path("stages").get(0).path("rang").toString())
                .contains("42");
        JsonNode promise = box.promises(number, "open").getFirst();
        holds(promise, "2026-06-15T09:00:00+03:00", "2026-06-15T10:00:00+03:00", "понеділок");
        box.clockReads(FRIDAY + "18:05:00+03:00");
        promised("+380937000206");
        assertThat(box.endedCall("+380937000206").path("stages").size())
                .as("now nobody is rung")
                .isZero();
        JsonNode hidden = withoutNumber().getFirst();
        assertThat(hidden.path("state").asString()).isEqualTo("closed");
        assertThat(hidden.path("how").asString()).isEqualTo("noNumber");
        assertThat(box.balance().path("lost").asInt()).isPositive();
    }

    /** SITUATIONS 18, L3: the key of whoever has a manager rings who has duty; the promise that was spoken first stands. */
    @Test
    @Order(6)
    void theUrgentKeyOverTheProviderRingsWhoHasDuty() {
        SipCall client = calls(CLIENT).isAnswered().hears(1).presses("1");
        SipCall duty = taras.isRung().lifts();
        client.fromNow().says(Speech.of(Speech.LONG_B, 5));
        duty.says(Speech.of(Speech.LONG_A, 5)).listens(6);
        client.hangsUp();
        duty.isOver();
        JsonNode call = box.endedCall(CLIENT);
        assertThat(call.path("outcome").asString()).isEqualTo("talked");
        assertThat(call.path("answeredBy").asString()).isEqualTo("42");
        assertThat(nina.isRungNow()).isNull();
    }

    /** The row "00:10 on Monday". */
    @Test
    @Order(7)
    void tenPastMidnightOnMondayIsToday() {
        box.clockReads("2026-06-15T00:10:00+03:00");
        JsonNode promise = promised("+380937000207");
        holds(promise, "2026-06-15T09:00:00+03:00", "2026-06-15T10:00:00+03:00", "сьогодні");
        assertThat(promise.path("spokenAs").asString()).doesNotContain("завтра");
    }
}
