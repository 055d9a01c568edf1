package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What is owed to whom, by whom, and until when: SITUATIONS 1, 3, 4, 5, 6, 9, 11 and 20, one day at the office. */
@Execution(ExecutionMode.SAME_THREAD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ObligationsTest {
    private static final String JOBSEEKER = "+380671330005";
    private static final String SPAMMER = "+380671330006";

    private static Office office;
    private static Box box;

    @BeforeAll
    static void start() {
        office = Office.ofTheContract()
                .withoutGreetings()
                .with(
                        "- {name: jobseeker, script: message-only}",
                        "- {name: jobseeker, script: message-only, responsible: 202, obligation: listen, hearWithin: 2d}\n"
                                + "  - {name: spam, key: 9, obligation: none}")
                .with(
                        "- {extension: 201, name: Олена Коваленко,",
                        "- {extension: 201, deputies: [202], name: Олена Коваленко,")
                .with(
                        "contacts:",
                        "contacts:\n  - {name: Кандидат, numbers: [\"%s\"], class: jobseeker}\n  - {name: Реклама, numbers: [\"%s\"], class: spam}"
                                .formatted(JOBSEEKER, SPAMMER))
                .stages("20s");
        box = Box.running(office, "2026-11-23T10:00:00+02:00");
        box.line(1).clear();
        box.line(2).clear();
    }

    @AfterAll
    static void stop() {
        box.close();
    }

    private static JsonNode gaveUp(String number) {
        Line line = box.line(1).rings(number, "etsi-before-ring").isRecorded();
        line.hangsUp().isFree();
        return owed(number);
    }

    private static JsonNode owed(String number) {
        return Until.holds("the promise to " + number, () -> box.promises(number, "owed"), p -> p.size() == 1)
                .getFirst();
    }

    /** Hears one ring: the exchange counts it, so that it is as short on a slow machine. */
    private static JsonNode goneAtOnce(String number) {
        Map<String, Object> order = Map.of("number", number, "scheme", "etsi-before-ring", "for", 4);
        Until.holds(
                "line 1 may be rung", () -> box.api().postStatus("/api/simulator/lines/1/ring", order), s -> s != 409);
        box.line(1).isFree();
        return owed(number);
    }

    private static JsonNode promise(JsonNode was) {
        return box.api().get(path(was));
    }

    private static String path(JsonNode promise) {
        return "/api/promises/" + promise.path("id").asString();
    }

    @Test
    @Order(1)
    void anUnknownCallerWhoIsGoneAtOnceComesLastAndAClientDoesNot() {
        JsonNode stranger = goneAtOnce("+380671330001");
        JsonNode client = goneAtOnce("+380501112233");
        assertThat(stranger.path("passing").asBoolean()).isTrue();
        assertThat(client.path("passing").asBoolean()).isFalse();
        assertThat(client.path("owner").asString()).isEqualTo("201");
        assertThat(box.api().list("/api/tocall"))
                .extracting(p -> p.path("number").asString())
                .containsExactly("+380501112233", "+380671330001");
    }

    @Test
    @Order(2)
    void anUnknownForeignNumberIsDialledOnlyAfterTheHeadHasConfirmed() {
        JsonNode promise = gaveUp("+4915112345678");
        assertThat(promise.path("confirm").asString()).isEqualTo("dialling");
        assertThat(box.api().postStatus(path(promise) + "/call", Map.of("from", 202)))
                .isEqualTo(409);
        assertThat(box.api()
                        .post(path(promise) + "/confirm", Map.of())
                        .path("confirm")
                        .isNull())
                .isTrue();
    }

    @Test
    @Order(3)
    void aCandidatesMessageIsToBeHeardNotCalledBack() {
        JsonNode promise = gaveUp(JOBSEEKER);
        assertThat(promise.path("kind").asString()).isEqualTo("listen");
        assertThat(promise.path("owner").asString()).isEqualTo("202");
        assertThat(promise.path("overdueAt").asString()).startsWith("2026-11-25T10:");
        JsonNode kept = box.api().post(path(promise) + "/heard", Map.of("choice", "keep"));
        assertThat(kept.path("how").asString()).isEqualTo("heard");
    }

    @Test
    @Order(4)
    void nothingIsOwedToAnAdvertiser() {
        box.line(1).rings(SPAMMER, "etsi-before-ring").isRecorded();
        box.line(1).hangsUp().isFree();
        assertThat(box.endedCall(SPAMMER).path("outcome").asString()).isEqualTo("refused");
        assertThat(box.promises(SPAMMER, "all")).isEmpty();
    }

    @Test
    @Order(5)
    void aTalkThatTheOfficeEndsAtOnceIsOwedByTheHead() {
        String number = "+380671330007";
        Handset ivan = box.telephone(1);
        ivan.isQuiet();
        box.line(1).rings(number, "etsi-before-ring");
        ivan.isRung().lifts();
        box.line(1).isAnswered();
        ivan.hangsUp();
        box.telephone(2).hangsUp();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("outcome").asString()).as(call.toString()).isEqualTo("talked");
        assertThat(call.path("settled").asBoolean()).isFalse();
        assertThat(owed(number).path("owner").asString()).isEqualTo("203");
        box.line(1).hangsUp().isFree();
    }

    @Test
    @Order(6)
    void aPromiseMadeInATalkIsWrittenByTheTelephoneAndByThePage() {
        JsonNode call = box.endedCall("+380671330007");
        JsonNode byPage = box.api()
                .post(
                        "/api/calls/" + call.path("id").asString() + "/promises",
                        Map.of("kind", "visit", "dueAt", "2026-11-24T11:00:00+02:00", "text", "shows the samples"));
        assertThat(byPage.path("kind").asString()).isEqualTo("visit");
        assertThat(byPage.path("text").asString()).isEqualTo("shows the samples");
        assertThat(byPage.path("overdueAt").asString()).isEqualTo("2026-11-24T12:00:00+02:00");
        Handset ivan = box.telephone(1);
        ivan.dials("*51730");
        JsonNode byKey = Until.holds(
                        "the promise by key",
                        () -> box.promises("+380671330007", "open"),
                        all -> all.stream()
                                .anyMatch(p -> p.path("dueAt").asString().contains("T17:30")))
                .getFirst();
        assertThat(byKey.path("owner").asString()).isEqualTo("202");
        ivan.hangsUp();
    }

    @Test
    @Order(7)
    void aMatterHandedOnHasTwoThirdsOfTheTimeAndStaysWithTheFirstTaker() {
        JsonNode promise = box.promises("+380501112233", "owed").getFirst();
        String call = promise.path("callId").asString();
        box.api().send("PATCH", "/api/calls/" + call, Api.json(Map.of("handedTo", "203")), "application/json");
        JsonNode handed = promise(promise);
        assertThat(handed.path("handedTo").asString()).isEqualTo("203");
        assertThat(handed.path("owner").asString()).isEqualTo("201");
        assertThat(handed.path("insideAt").asString()).isBetween("2026-11-23T10:55", "2026-11-23T11:05");
        box.clockReads("2026-11-23T11:10:00+02:00");
        assertThat(promise(promise).path("slipped").asBoolean()).isTrue();
        assertThat(promise(promise).path("state").asString()).isEqualTo("open");
    }

    @Test
    @Order(8)
    void whatIsOverdueGoesToTheHeadAndStaysOwedByItsOwner() {
        JsonNode promise = box.promises("+380501112233", "owed").getFirst();
        box.clockReads("2026-11-23T11:31:00+02:00");
        JsonNode broken = promise(promise);
        assertThat(broken.path("state").asString()).isEqualTo("broken");
        assertThat(broken.path("escalatedTo").asString()).isEqualTo("203");
        assertThat(broken.path("owner").asString()).isEqualTo("201");
        assertThat(box.api().list("/api/tocall?owner=203"))
                .extracting(p -> p.path("id").asString())
                .contains(promise.path("id").asString());
    }

    @Test
    @Order(9)
    void aCallerWhoGaveUpWithoutANumberIsWrittenOffAtClosingTimeAndCountedLost() {
        int lost = box.balance().path("lost").asInt();
        box.line(1).rings(null, "none").isRecorded();
        box.line(1).hangsUp().isFree();
        JsonNode promise = Until.holds(
                        "a promise without a number",
                        () -> box.api().list("/api/promises?state=owed"),
                        all -> all.stream().anyMatch(p -> p.path("number").isNull()))
                .stream()
                .filter(p -> p.path("number").isNull())
                .findFirst()
                .orElseThrow();
        box.clockReads("2026-11-23T18:00:01+02:00");
        JsonNode closed = promise(promise);
        assertThat(closed.path("state").asString()).isEqualTo("closed");
        assertThat(closed.path("how").asString()).isEqualTo("noNumber");
        assertThat(closed.path("closedBy").asString()).isEqualTo("box");
        assertThat(box.balance()
                        .path("promises")
                        .path("closed")
                        .path("noNumber")
                        .asInt())
                .isEqualTo(1);
        assertThat(box.balance().path("lost").asInt()).isGreaterThan(lost);
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
    }

    @Test
    @Order(10)
    void thePromisesOfWhoFallsIllMoveAtOnceToTheDeputy() {
        JsonNode promise = box.promises("+380501112233", "owed").getFirst();
        assertThat(promise.path("owner").asString()).isEqualTo("201");
        String yaml = Api.text(box.api().send("GET", "/api/office", new byte[0], null));
        String ill = yaml.replaceFirst(
                "(extension: \"?201\"?)", "$1, absences: [{from: 2026-11-23, to: 2026-11-27, why: sick}]");
        if (ill.equals(yaml) || !ill.contains("{extension")) {
            ill = yaml.replaceFirst(
                    "(?m)^( *)- extension: \"?201\"?$",
                    "$1- extension: 201\n$1  absences: [{from: 2026-11-23, to: 2026-11-27, why: sick}]");
        }
        var answer = box.api()
                .send("PUT", "/api/office", ill.getBytes(java.nio.charset.StandardCharsets.UTF_8), "application/yaml");
        assertThat(answer.statusCode()).as(Api.text(answer)).isLessThan(300);
        Until.holds("it is the deputy's", () -> promise(promise).path("owner").asString(), "202"::equals);
        assertThat(promise(promise).path("history").toString()).contains("201 is absent (sick)");
    }

    @Test
    @Order(11)
    void theStatementAddsUpDayByDay() {
        JsonNode days = box.api().get("/api/ledger/statement?from=2026-11-22&to=2026-11-24");
        assertThat(days.path("items").size()).isEqualTo(2);
        JsonNode today = days.path("items").path(0);
        assertThat(today.path("date").asString()).isEqualTo("2026-11-23");
        assertThat(today.path("in").asInt())
                .isEqualTo(today.path("talked").asInt()
                        + today.path("promised").asInt()
                        + today.path("refused").asInt()
                        + today.path("open").asInt())
                .isPositive();
        assertThat(days.path("items").path(1).path("in").asInt()).isZero();
    }

    @Test
    @Order(12)
    void aProvidersListOfTheDeafTimeBecomesCallsAndPromisesOnce() {
        byte[] csv = ("time,number,line\n23.11.2026 12:00,067 133 00 99,fxo:2\n"
                        + "23.11.2026 12:07,067 133 00 99,fxo:2\nnever,1,fxo:2\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String first = Api.text(box.api().send("POST", "/api/calls/import", csv, "text/csv"));
        assertThat(first).contains("\"calls\":2").contains("\"line\":4");
        assertThat(box.promises("+380671330099", "owed"))
                .singleElement()
                .satisfies(p -> assertThat(p.path("calls").size()).isEqualTo(2));
        assertThat(box.callsOf("+380671330099"))
                .allSatisfy(c -> assertThat(c.path("via").asString()).isEqualTo("fxo:2"));
        String again = Api.text(box.api().send("POST", "/api/calls/import", csv, "text/csv"));
        assertThat(again).contains("\"calls\":0").contains("\"known\":2");
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
    }

    private static String imported(String csv) {
        byte[] file = csv.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return Api.text(box.api().send("POST", "/api/calls/import", file, "text/csv"));
    }

    @Test
    @Order(13)
    void aProvidersListNeitherDoublesWhatWasHeardNorPromisesWhomARuleRefuses() {
        JsonNode heard = box.endedCall("+4915112345678");
        String at = heard.path("startedAt").asString();
        String list = "Дата/час,Номер абонента,Тривалість\n" + at + ",\"+49 151 12345678\",\"0:03\"\n" + at
                + ",\"+49 151 12345678\",\"0:03\"\n";
        assertThat(imported(list))
                .as("no line is named")
                .contains("\"calls\":0")
                .contains("\"known\":2");
        String others = "date,time,number,to\n23.11.2026,11:00,+380440000000,+380441230003\n"
                + "23.11.2026,11:01," + SPAMMER + ",0441230002\n"
                + "23.11.2026,11:02:00,067 133 00 98,0441230003\n23.11.2026,11:02:40,067 133 00 98,0441230003\n"
                + "23.11.2026,11:02:40,067 133 00 98,0441230003\n23.11.2026,11:03,прихований,0441230003\n";
        assertThat(imported(others))
                .contains("\"calls\":5")
                .contains("\"known\":1")
                .contains("\"faults\":[]");
        assertThat(box.endedCall("+380440000000").path("outcome").asString()).isEqualTo("refused");
        assertThat(box.endedCall(SPAMMER).path("outcome").asString()).isEqualTo("refused");
        assertThat(box.promises("+380440000000", "all")).isEmpty();
        assertThat(box.callsOf("+380671330098"))
                .hasSize(2)
                .allSatisfy(c -> assertThat(c.path("via").asString()).isEqualTo("provider"));
        assertThat(box.promises("+380671330098", "owed")).hasSize(1);
        assertThat(imported(others)).as("again").contains("\"calls\":0").contains("\"known\":6");
        assertThat(box.balance().path("balanced").asBoolean()).isTrue();
    }

    @Test
    @Order(14)
    void whoIsOwedACallIsNotServedByAMessageThatSomebodyHasHeard() {
        JsonNode promise = box.promises("+380671330098", "owed").getFirst();
        for (String choice : java.util.List.of("answer", "keep", "drop")) {
            assertThat(box.api().postStatus(path(promise) + "/heard", Map.of("choice", choice)))
                    .isEqualTo(409);
        }
        assertThat(promise(promise).path("overdueAt")).isEqualTo(promise.path("overdueAt"));
    }

    /** Only the client moves the deadline; whoever calls again hears that one, and no call fails over it. */
    @Test
    @Order(15)
    void whoCallsAgainAfterTheOfficeHasPostponedBeyondTheDeadlineIsAnsweredAllTheSame() {
        box.clockReads("2026-11-26T19:00:00+02:00");
        JsonNode promise = gaveUp("+380671330097");
        Map<String, String> later = Map.of("to", "2026-11-27T16:00:00+02:00", "askedBy", "office");
        JsonNode postponed = box.api().post(path(promise) + "/postpone", later);
        assertThat(postponed.path("overdueAt").asString()).isEqualTo("2026-11-27T10:00:00+02:00");
        Line line = box.line(1).rings("+380671330097", "etsi-before-ring").isAnswered();
        Until.holds("the promise is spoken", () -> promise(promise).path("spokenAs"), JsonNode::isString);
        line.hearsMessageTone();
        line.hangsUp().isFree();
        assertThat(promise(promise).path("spokenAs").asString()).contains("завтра до десятої");
        assertThat(box.endedCall("+380671330097").path("promiseId")).isEqualTo(promise.path("id"));
    }

    /** In the evening a call costs nobody's ringing: whoever calls leaves a promise at once. */
    private static JsonNode calledInTheEvening(String number) {
        JsonNode promise = gaveUp(number);
        box.endedCall(number);
        return promise;
    }

    @Test
    @Order(16)
    void whoseCardIsDeletedIsStillOwedOnePromiseWhoeverHasTheNumberNext() {
        Map<String, Object> card = Map.of("name", "Ольга", "numbers", java.util.List.of("+380671330096"));
        String first = box.api().post("/api/contacts", card).path("id").asString();
        JsonNode promise = calledInTheEvening("+380671330096");
        box.api().send("DELETE", "/api/contacts/" + first, new byte[0], null);
        assertThat(promise(promise).path("contact").asString())
                .as("the name of that day")
                .isEqualTo("Ольга");
        Map<String, Object> next = Map.of("name", "Павло", "numbers", java.util.List.of("+380671330096"));
        box.api().post("/api/contacts", next);
        JsonNode joined = calledInTheEvening("+380671330096");
        assertThat(joined.path("id")).isEqualTo(promise.path("id"));
        assertThat(promise(promise).path("calls").size()).isEqualTo(2);
    }

    @Test
    @Order(17)
    void whatWasHandedOnIsTakenBackAndNothingIsAgreedForThePast() {
        JsonNode promise = box.promises("+380671330096", "owed").getFirst();
        String call = "/api/calls/" + promise.path("callId").asString();
        box.api().patch(call, Map.of("handedTo", "203"));
        assertThat(promise(promise).path("handedTo").asString()).isEqualTo("203");
        Map<String, Object> nobody = new java.util.HashMap<>();
        nobody.put("handedTo", null);
        box.api().patch(call, nobody);
        assertThat(promise(promise).path("handedTo").isNull()).isTrue();
        assertThat(promise(promise).path("insideAt").isNull()).isTrue();
        assertThat(box.api().postStatus(call + "/promises", Map.of("dueAt", "2026-11-26T10:00:00+02:00")))
                .isEqualTo(400);
    }

    /** Taken out of the file, not "left": nobody inherits, and the promise must be on somebody's list all the same. */
    @Test
    @Order(18)
    void whoIsTakenOutOfTheFileOwnsNothingAnyMore() {
        Map<String, Object> card =
                Map.of("name", "Роман", "numbers", java.util.List.of("+380671330095"), "manager", 203);
        box.api().post("/api/contacts", card);
        JsonNode owed = calledInTheEvening("+380671330095");
        assertThat(owed.path("owner").asString()).isEqualTo("203");
        Office without = office.without("extension: 203")
                .with("head: 203", "head: 202")
                .with("backups: [202, 203]", "backups: [202]");
        byte[] file = without.yaml().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(Api.text(box.api().send("PUT", "/api/office", file, "application/yaml")))
                .doesNotContain("faults\":[{");
        Until.holds(
                "somebody else owns it", () -> promise(owed).path("owner").asString(""), owner -> owner.equals("202"));
    }
}
