package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** The clock at its odd moments: lunch, closing time, New Year, summer time, and a box that was off (SITUATIONS 4, 12, 13). */
@Execution(ExecutionMode.SAME_THREAD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MomentsTest {
    private static final String LILIYA = "+380501112233";
    private static Box box;
    private static Trunk provider;

    @BeforeAll
    static void start() {
        Office office = Office.ofTheContract()
                .without("duty: 201")
                .stages("8s")
                .with("mon-fri: \"09:00-18:00\"", "mon-fri: \"09:00-13:00, 14:00-18:00\"")
                .with("to: 2027-01-04", "to: 2027-01-10")
                .with(
                        "contacts:  ",
                        "contacts:\n  - {name: Нова, numbers: [\"+380671440009\"], class: prospect}\n"
                                + "  - {name: Стара, numbers: [\"+380671440011\"], class: prospect, manager: 203}\n");
        office = new Office(office.yaml() + """

                overrides:
                  - {name: lunch, until: "14:00"}
                """);
        box = Box.running(office, "2026-11-23T12:50:00+02:00");
        provider = Trunk.of(office, "provider").serves(box);
        box.line(1).clear();
        box.line(2).clear();
    }

    @AfterAll
    static void stop() {
        try {
            assertThat(box.balance().path("balanced").asBoolean()).isTrue();
        } finally {
            provider.close();
            box.close();
        }
    }

    /** Calls while the office is closed, and hangs up once something has been promised. */
    private static JsonNode promised(String number) {
        Line line = box.line(1).rings(number, "etsi-before-ring").isAnswered();
        JsonNode promise = spoken(number);
        line.hangsUp().isFree();
        box.endedCall(number);
        return promise;
    }

    /** The same over the trunk. */
    private static JsonNode overTheTrunk(String number) {
        SipCall caller = provider.calls(Trunk.Shown.as(number), "0441230003").isAnswered();
        JsonNode promise = spoken(number);
        caller.hangsUp();
        box.endedCall(number);
        return promise;
    }

    private static JsonNode spoken(String number) {
        return Until.holds(
                        "a spoken promise to " + number,
                        () -> box.promises(number, "open"),
                        all -> !all.isEmpty() && all.getFirst().path("spokenAs").isString())
                .getFirst();
    }

    private static void holds(JsonNode promise, String due, String overdue, String... words) {
        assertThat(promise.path("dueAt").asString()).isEqualTo(due);
        assertThat(promise.path("overdueAt").asString()).isEqualTo(overdue);
        assertThat(promise.path("spokenAs").asString()).contains(words);
    }

    /** The row "lunch, one person". */
    @Test
    @Order(1)
    void inTheBreakTheSecondIntervalIsPromised() {
        box.clockReads("2026-11-23T13:10:00+02:00");
        JsonNode promise = promised("+380671440001");
        holds(promise, "2026-11-23T14:00:00+02:00", "2026-11-23T15:00:00+02:00", "сьогодні", "чотирнадцятої");
    }

    /** The row "17:59:50": the clock is moved over the end of the day once the caller is greeted, however long that took. */
    @Test
    @Order(2)
    void whoCallsAtTheLastMomentHasTheWholeWayOfTheDayAndTomorrowsPromise() {
        box.clockReads("2026-11-23T17:58:50+02:00");
        Line line = box.line(2).rings("+380671440002", "etsi-before-ring").isAnswered();
        box.clockReads("2026-11-23T18:00:01+02:00");
        box.telephone(1).isRung();
        box.telephone(2).isRung();
        line.hearsMessageTone();
        line.hangsUp().isFree();
        JsonNode call = box.endedCall("+380671440002");
        assertThat(call.path("stages").size()).isEqualTo(2);
        JsonNode promise = box.promises("+380671440002", "open").getFirst();
        holds(promise, "2026-11-24T09:00:00+02:00", "2026-11-24T10:00:00+02:00", "завтра");
        promised("+380671440003");
        assertThat(box.endedCall("+380671440003").path("stages").size())
                .as("a minute later nobody is rung")
                .isZero();
    }

    /** The row "New Year, nine days". */
    @Test
    @Order(3)
    void overTheHolidaysTheDateIsSpokenAndTheListBeginsWithTheClients() {
        box.api()
                .list("/api/promises?state=owed")
                .forEach(p ->
                        box.api().post("/api/promises/" + p.path("id").asString() + "/close", Map.of("how", "sms")));
        box.clockReads("2026-12-31T14:00:00+02:00");
        box.api().login("installer", "change-me-now");
        String due = "2027-01-11T09:00:00+02:00";
        String overdue = "2027-01-11T10:00:00+02:00";
        holds(promised("+380671440004"), due, overdue, "понеділок", "одинадцятого січня", "дев'ятої");
        box.clockReads("2027-01-05T12:00:00+02:00");
        holds(overTheTrunk("+380671440009"), due, overdue, "понеділок", "одинадцятого січня");
        box.clockReads("2027-01-10T23:50:00+02:00");
        holds(promised(LILIYA), due, overdue, "завтра");
        box.clockReads("2027-01-11T09:00:01+02:00");
        assertThat(box.api().list("/api/tocall"))
                .extracting(p -> p.path("number").asString())
                .containsExactly(LILIYA, "+380671440009", "+380671440004");
    }

    @Test
    @Order(4)
    void acrossTheBeginningOfSummerTimeTheHourOfTheOfficeHolds() {
        box.clockReads("2027-03-27T23:55:00+02:00");
        box.api().login("installer", "change-me-now");
        String due = "2027-03-29T09:00:00+03:00";
        String overdue = "2027-03-29T10:00:00+03:00";
        holds(promised("+380671440005"), due, overdue, "понеділок");
        box.clockReads("2027-03-28T02:59:50+02:00");
        holds(overTheTrunk("+380671440006"), due, overdue, "завтра", "дев'ятої");
        box.clockReads("2027-03-28T04:30:00+03:00");
        holds(overTheTrunk("+380671440007"), due, overdue, "завтра");
    }

    /** Off from Monday to Thursday: what fell due meanwhile is so at once, an override has ended, and the time was deaf. */
    @Test
    @Order(5)
    void aBoxThatWasOffForThreeDaysKnowsAtOnceWhatIsOverdueAndWhatHasEnded() {
        box.clockReads("2027-03-29T13:50:00+03:00");
        box.api().post("/api/overrides/lunch", Map.of());
        List<JsonNode> owed = box.api().list("/api/promises?state=owed");
        assertThat(owed).hasSizeGreaterThanOrEqualTo(3);
        String managed = "+380671440011";
        box.line(1).rings(managed, "etsi-before-ring");
        Until.holds("written", () -> box.callsOf(managed), calls -> !calls.isEmpty());
        box.dies();
        box.again("2027-04-01T10:00:00+03:00");
        assertThat(box.callsOf(managed).getFirst().path("outcome").asString()).isEqualTo("interrupted");
        assertThat(box.promises(managed, "open"))
                .singleElement()
                .satisfies(p -> assertThat(p.path("owner").asString())
                        .as("the manager's, as of every call")
                        .isEqualTo("203"));
        for (JsonNode before : owed) {
            JsonNode now = box.api().get("/api/promises/" + before.path("id").asString());
            assertThat(now.path("state").asString()).isEqualTo("broken");
            assertThat(now.path("overdueAt")).isEqualTo(before.path("overdueAt"));
            assertThat(now.path("owner")).isEqualTo(before.path("owner"));
        }
        assertThat(box.api().list("/api/overrides").getFirst().path("active").asBoolean())
                .isFalse();
        assertThat(box.api().list("/api/ledger/deaf?from=2027-03-28&to=2027-04-02"))
                .filteredOn(d -> d.path("cause").asString().equals("powerLoss"))
                .extracting(d -> d.path("via").asString())
                .contains("fxo:1", "fxo:2");
        assertThat(box.api().list("/api/ledger/tasks")).isNotEmpty();
        box.line(2).clear().rings("+380671440010", "etsi-before-ring").isAnswered();
        box.telephone(1).isRung();
        box.line(2).hangsUp().isFree();
    }
}
