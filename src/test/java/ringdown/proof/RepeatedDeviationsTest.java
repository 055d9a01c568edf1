package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** Chains of transfers, long waits and busy lines, in calls: each ends in a change of the rules that works when it is tried, and is taken back. */
@Execution(ExecutionMode.CONCURRENT)
class RepeatedDeviationsTest {
    private static final String MONDAY = "2026-11-23T10:00:00+02:00";
    private static final Office QUEUE = new Office("""
            office: {name: Romashka, country: UA, language: uk, timeZone: Europe/Kyiv}
            accounts:
              - {name: installer, role: installer, password: change-me-now}
            hours: {week: {mon-fri: "09:00-18:00"}}
            deviations: {times: 2}
            people:
              - {extension: 201, name: Олена Коваленко, phones: ["fxs:1"]}
              - {extension: 203, name: Марія Шевченко, phones: ["fxs:2"]}
            teams:
              - {name: desk, members: [203], head: 203}
            lines:
              - {port: "fxo:1", number: "+380441230001", script: front}
              - {port: "fxo:2", number: "+380441230002", script: front}
            scripts:
              front:
                stages:
                  - {queue: team desk, for: 100s, say: [place], every: 30s}
                otherwise: message
            """);

    @Test
    void callsThatArePassedOnTwiceProposeThatWhoeverTakesThemInTheEndIsRungFirst() {
        Office office = Office.ofTheContract()
                .withoutGreetings()
                .with("scripts:\n", "deviations: {times: 2}\nscripts:\n")
                .with("members: [201, 202], head: 203", "members: [202], head: 202")
                .with("members: [202],      head: 203}", "members: [203], head: 203}");
        try (Trunk provider = Trunk.of(office, "provider");
                Box box = Box.running(office, MONDAY)) {
            provider.serves(box);
            try (SwiftPhone olena = SwiftPhone.registers(box, "201");
                    SwiftPhone ivan = SwiftPhone.registers(box, "202")) {
                passedOnTwice(box, provider, "+380671490101", ivan, olena);
                assertThat(proposal(box, "transfers")).isEmpty();
                passedOnTwice(box, provider, "+380671490102", ivan, olena);
                String before = file(box);
                String id = proposed(box, "transfers", "otherTeam");
                box.api().post("/api/deviations/proposals/" + id + "/try", Map.of());
                SipCall caller = provider.calls(Trunk.Shown.as("+380671490103"), "0441230003");
                Handset maria = box.telephone(2).isRung();
                assertThat(ivan.isRungNow()).isNull();
                caller.hangsUp();
                maria.isQuiet();
                box.api().post("/api/deviations/proposals/" + id + "/undo", Map.of());
                assertThat(file(box)).isEqualTo(before);
            }
        }
    }

    /** Ivan takes it, Olena is asked, Maria knows. */
    private static void passedOnTwice(Box box, Trunk provider, String number, SwiftPhone ivan, SwiftPhone olena) {
        SipCall caller = provider.calls(Trunk.Shown.as(number), "0441230003");
        SipCall his = ivan.isRung().lifts();
        caller.isAnswered().says(Speech.of(Speech.LONG_A, 4));
        his.hears(2);
        his.putsThrough("201", null);
        SipCall hers = olena.isRung().lifts();
        his.isOver();
        hers.listens(0.5).putsThrough("203", null);
        Handset maria = box.telephone(2).isRung().lifts();
        hers.isOver();
        Until.holds(
                "Maria talks",
                () -> box.callsOf(number).getFirst().path("answeredBy").asString(""),
                "203"::equals);
        caller.hangsUp();
        maria.hangsUp();
        String id = box.endedCall(number).path("id").asString();
        noted(box, "transfers", id);
        Until.holds("Ivan is free", () -> box.person("202").path("state").asString(), "free"::equals);
        Until.holds("Maria is free", () -> box.person("203").path("state").asString(), "free"::equals);
    }

    @Test
    void longWaitsAndBusyLinesProposeMoreHandsAndForwardingAndADeafLineIsOnlyNoted() {
        try (Box box = Box.running(QUEUE, MONDAY)) {
            Handset maria = box.telephone(2).lifts();
            bothWaitForAMinute(box);
            String before = file(box);
            String more = proposed(box, "longWait", "addToTeam");
            box.api().post("/api/deviations/proposals/" + more + "/try", Map.of());
            Handset olena = box.telephone(1);
            Line line = box.line(1).rings("+380671490203", "etsi-before-ring");
            olena.isRung().lifts();
            waits(box, "+380671490203", "talkSeconds", 32);
            line.hangsUp().isFree();
            olena.hangsUp();
            maria.hangsUp();
            box.api().post("/api/deviations/proposals/" + more + "/undo", Map.of());
            assertThat(file(box)).isEqualTo(before);
            theLineForwardsWhileItIsBusy(box, before);
            aDeafLineIsNoted(box);
        }
    }

    private static void bothWaitForAMinute(Box box) {
        box.line(1).rings("+380671490201", "etsi-before-ring").isAnswered();
        box.line(2).rings("+380671490202", "etsi-before-ring").isAnswered();
        waits(box, "+380671490202", "waitSeconds", 64);
        box.line(1).hangsUp().isFree();
        box.line(2).hangsUp().isFree();
        noted(box, "longWait", box.endedCall("+380671490201").path("id").asString());
        noted(box, "longWait", box.endedCall("+380671490202").path("id").asString());
        noted(box, "allBusy", "fxo:1");
        noted(box, "allBusy", "fxo:2");
        assertThat(proposal(box, "allBusy")).isEmpty();
    }

    private static void waits(Box box, String number, String figure, double seconds) {
        Until.holds(
                figure,
                Duration.ofSeconds(120),
                () -> box.callsOf(number).getFirst().path(figure).asDouble(),
                passed -> passed >= seconds);
    }

    private static void theLineForwardsWhileItIsBusy(Box box, String before) {
        String id = proposed(box, "allBusy", "busyForward");
        assertThat(proposal(box, "allBusy").getFirst().path("subject").asString())
                .isEqualTo("fxo:1");
        box.api().post("/api/deviations/proposals/" + id + "/try", Map.of());
        assertThat(file(box)).containsPattern("busyForward: ['\"]?\\+380441230002");
        int busy = deafTimes(box, "allBusy").size();
        box.line(1).rings("+380671490204", "etsi-before-ring");
        box.telephone(2).isRung();
        assertThat(deafTimes(box, "allBusy"))
                .as("the other line takes its callers")
                .hasSize(busy);
        box.line(1).hangsUp().isFree();
        box.endedCall("+380671490204");
        box.api().post("/api/deviations/proposals/" + id + "/undo", Map.of());
        assertThat(file(box)).isEqualTo(before);
    }

    private static void aDeafLineIsNoted(Box box) {
        box.stop();
        box.again("2026-11-23T11:00:00+02:00"); // an hour without power: both lines were deaf
        box.line(1)
                .rings("+380671490205", "etsi-before-ring")
                .isRecorded()
                .hangsUp()
                .isFree();
        noted(box, "lineDeaf", "fxo:2");
        assertThat(proposal(box, "lineDeaf")).isEmpty();
    }

    private static List<JsonNode> deafTimes(Box box, String cause) {
        return box.api().list("/api/ledger/deaf?from=2026-11-23&to=2026-11-24").stream()
                .filter(deaf -> deaf.path("cause").asString().equals(cause))
                .toList();
    }

    private static void noted(Box box, String kind, String of) {
        Until.holds(
                kind + " of " + of + " is noted",
                () -> box.api().list("/api/deviations?kind=" + kind).toString(),
                all -> all.contains(of));
    }

    private static List<JsonNode> proposal(Box box, String kind) {
        return box.api().list("/api/deviations/proposals?state=open").stream()
                .filter(one -> one.path("kind").asString().equals(kind))
                .toList();
    }

    private static String proposed(Box box, String kind, String change) {
        JsonNode found = Until.holds("a proposal", () -> proposal(box, kind), all -> !all.isEmpty())
                .getFirst();
        assertThat(found.path("change").asString()).isEqualTo(change);
        return found.path("id").asString();
    }

    private static String file(Box box) {
        return new String(
                box.api().send("GET", "/api/office", new byte[0], null).body(), StandardCharsets.UTF_8);
    }
}
