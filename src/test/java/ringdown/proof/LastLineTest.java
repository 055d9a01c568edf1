package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** Mobiles as targets (R10), and the last idle incoming line that stays free for whoever calls (SITUATIONS 7). */
@Execution(ExecutionMode.CONCURRENT)
class LastLineTest {
    private static final String MONDAY = "2026-11-23T10:00:00+02:00";
    private static final String OWNER = "+380671110101";
    private static final String YAML = """
            office: {name: Romashka, country: UA, language: uk, timeZone: Europe/Kyiv}
            accounts:
              - {name: installer, role: installer, password: change-me-now, person: 203}
            hours: {week: {mon-fri: "09:00-18:00"}}
            people:
              - {extension: 203, name: Марія Шевченко, phones: ["fxs:2"]}
            teams:
              - {name: desk, members: [203], head: 203}
            lines:
              - {port: "fxo:1", number: "+380441230001", script: front}
              - {port: "fxo:2", number: "+380441230002", script: front}
            scripts:
              front:
                stages:
                  - {ring: "+380671110101", for: 15s}
                otherwise: message
            """;
    private static final Office TWO_LINES = new Office(YAML);
    private static final Office THREE_LINES = TWO_LINES
            .with("for: 15s", "for: 40s")
            .with("scripts:\n", "  - {port: \"fxo:3\", number: \"+380441230003\", script: front}\nscripts:\n");

    @Test
    void theLastIdleLineStaysFreeAndTheTimeWithoutAFreeLineIsWrittenDown() {
        try (Box box = Box.running(TWO_LINES, MONDAY)) {
            Line first = box.line(1).clear();
            first.rings("+380671310001").isAnswered();
            first.hearsMessageTone();
            for (String words : List.of(Speech.LONG_A, Speech.LONG_B, Speech.LONG_A, Speech.LONG_B)) {
                first.says(Speech.of(words)); // ten seconds of silence would end it
            }
            Handset maria = box.telephone(2).dials("0671310009");
            Until.holds(
                    "Maria's call is refused",
                    () -> box.api().list("/api/calls?person=203"),
                    calls -> calls.stream()
                            .anyMatch(c -> c.path("direction").asString().equals("out")
                                    && c.path("endedAt").isString()));
            assertThat(box.line(2).state()).isEqualTo("idle");
            assertThat(box.line(2).dialled()).isEmpty();
            maria.hangsUp().isQuiet();
            theLineItselfIsNotGivenEither(box);
            JsonNode deaf = allBusy(box, "fxo:1");
            assertThat(deaf.path("to").isNull()).isTrue();
            assertThat(deaf.path("seen").asString()).contains("+380441230001");
            box.clockReads("2026-11-23T12:00:00+02:00"); // a move is no time in which anybody was busy or deaf
            first.hangsUp().isFree();
            JsonNode call = box.endedCall("+380671310001");
            JsonNode stage = call.path("stages").get(0);
            assertThat(stage.path("rang")).isEmpty();
            assertThat(stage.path("seconds").asDouble()).isZero();
            assertThat(events(box, call)).anyMatch(e -> e.contains("the last idle incoming line stays free"));
            Until.holds(
                    "the line is free again",
                    () -> allBusy(box, "fxo:1").path("to").isString());
            assertThat(box.balance().path("allBusySeconds").asDouble()).isBetween(5.0, 600.0);
            assertThat(box.balance().path("deafSeconds").asDouble()).isZero();
            aMoveOfTheClockIsNeverDeafTime(box);
        }
    }

    /** Whoever sets services of the provider waits until another line is free (LINES 16). */
    private static void theLineItselfIsNotGivenEither(Box box) {
        int seized = box.line(2).seizures();
        Handset maria = box.telephone(2).dials("*982");
        JsonNode refused = Until.holds(
                        "the line is refused",
                        () -> box.api().list("/api/calls?line=fxo:2").stream()
                                .filter(call -> call.path("endedAt").isString())
                                .toList(),
                        calls -> !calls.isEmpty())
                .getFirst();
        assertThat(refused.path("outcome").asString()).isEqualTo("failed");
        assertThat(events(box, refused)).anyMatch(e -> e.contains("the last idle incoming line stays free"));
        assertThat(box.line(2).seizures()).isEqualTo(seized);
        maria.hangsUp().isQuiet();
    }

    /** CONTRACT §4: the real time of the outage counts, before and after the move, the moved span does not. */
    private static void aMoveOfTheClockIsNeverDeafTime(Box box) {
        box.line(2).behaves(Map.of("cut", true));
        Until.holds("the line is deaf", () -> cuts(box), cuts -> cuts.size() == 1);
        box.clockReads("2026-11-23T16:00:00+02:00");
        Until.holds("it still is", () -> cuts(box), cuts -> cuts.size() == 2);
        Until.holds("time passes", () -> box.balance().path("deafSeconds").asDouble(), s -> s > 2);
        box.line(2).behaves(Map.of("cut", false));
        Until.holds(
                "it is heard again",
                () -> cuts(box),
                cuts -> cuts.stream().allMatch(cut -> cut.path("to").isString()));
        assertThat(box.balance().path("deafSeconds").asDouble()).isBetween(2.0, 600.0);
    }

    private static List<JsonNode> cuts(Box box) {
        return box.api().list("/api/ledger/deaf?from=2026-11-22&to=2026-11-25").stream()
                .filter(deaf -> deaf.path("cause").asString().equals("cut"))
                .toList();
    }

    @Test
    void aMobileTakesTheCallByKeyAndItsMailboxTakesNothing() {
        try (Box box = Box.running(THREE_LINES, MONDAY)) {
            for (int n = 1; n <= 3; n++) {
                box.line(n).clear().behaves(Map.of("answers", Map.of("afterMs", 500)));
            }
            box.line(1).rings("+380671310011");
            Line mobile = mobile(box);
            mobile.says(Speech.of("This is the mailbox of somebody else. Please leave a message after the tone.", 6));
            mobile.fromNow().hears(2);
            box.line(1).isAnswered();
            box.line(1).hearsMessageTone();
            mobile.isFree();
            box.line(1).hangsUp().isFree();
            JsonNode swallowed = box.endedCall("+380671310011");
            assertThat(swallowed.path("outcome").asString()).isEqualTo("gaveUp");
            assertThat(swallowed.path("stages").get(0).path("result").asString())
                    .isEqualTo("noAnswer");
            assertThat(swallowed.path("stages").get(0).path("rang").get(0).asString())
                    .isEqualTo(OWNER);
            box.line(1).rings("+380671310012");
            Line owner = mobile(box);
            owner.says(Speech.of("Hello, this is Peter speaking.")); // a line of copper shows an answer by its voice
            owner.fromNow().hears(2);
            owner.presses("1");
            Until.holds(
                    "they talk",
                    () -> box.callsOf("+380671310012")
                            .getFirst()
                            .path("outcome")
                            .asString(),
                    "talking"::equals);
            assertThat(box.callsOf("+380671310012")
                            .getFirst()
                            .path("answeredBy")
                            .asString())
                    .isEqualTo(OWNER);
            box.line(1).hangsUp().isFree();
            owner.isFree();
            assertThat(box.endedCall("+380671310012").path("outcome").asString())
                    .isEqualTo("talked");
        }
    }

    private static Line mobile(Box box) {
        int n = Until.holds(
                "the mobile answers",
                () -> {
                    for (int i = 2; i <= 3; i++) {
                        if (box.line(i).state().equals("talking")) {
                            return i;
                        }
                    }
                    return 0;
                },
                i -> i > 0);
        return box.line(n);
    }

    private static JsonNode allBusy(Box box, String via) {
        return Until.holds(
                        "all lines are busy",
                        () -> box.api().list("/api/ledger/deaf?from=2026-11-22&to=2026-11-25").stream()
                                .filter(d -> d.path("cause").asString().equals("allBusy")
                                        && d.path("via").asString().equals(via))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private static List<String> events(Box box, JsonNode call) {
        return StreamSupport.stream(
                        box.call(call.path("id").asString()).path("events").spliterator(), false)
                .map(event -> event.path("what").asString())
                .toList();
    }
}
