package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** One level of keys at the most, and a way to a person at every point (mission R5, SITUATIONS 17). */
@Execution(ExecutionMode.CONCURRENT)
class MenuTest {
    private static final String MONDAY = "2026-11-23T10:00:00+02:00";
    private static final String STRANGER = "+380671300001";

    /** The menu of SITUATIONS.md: no greeting. */
    private static final String OFFICE = """
            office: {name: Romashka, country: UA, language: uk, timeZone: Europe/Kyiv}
            accounts:
              - {name: installer, role: installer, password: change-me-now}
            people:
              - {extension: 201, name: Олена Коваленко, phones: ["fxs:1"]}
              - {extension: 202, name: Іван Бондар, phones: ["fxs:2"]}
            teams:
              - {name: care, members: [201]}
              - {name: sales, members: [202]}
            lines:
              - {port: "fxo:1", number: "+380441230001", script: front}
              - {port: "fxo:2", number: "+380441230002", script: greeted}
            trunks:
              - {name: provider, host: 127.0.0.1, port: 5090, user: office, secret: tr-secret, register: true,
                 numbers: ["+380441230003"], script: front}
            scripts:
              front:
                menu: {"1": team sales, "2": script message-only, otherwise: team care, after: 4s}
                otherwise: message
              greeted:
                greeting: "Вітаємо! Ви зателефонували до стоматології «Ромашка». Відділ продажу, один."
                menu: {"1": team sales, otherwise: team care, after: 2s}
                otherwise: message
              message-only: {greeting: "Залиште повідомлення.", otherwise: message}
            """;

    /** Each box has a provider of its own: these proofs run beside each other. */
    private static Office office() {
        return new Office(OFFICE).with("port: 5090", "port: " + Ports.free());
    }

    /** For a key that is to come in time on a slow machine too. */
    private static Office patient() {
        return office().with("after: 4s", "after: 30s").with("after: 2s", "after: 30s");
    }

    private static List<String> events(Box box, String number) {
        JsonNode call = box.call(box.callsOf(number).getFirst().path("id").asString());
        return StreamSupport.stream(call.path("events").spliterator(), false)
                .map(event -> event.path("what").asString())
                .toList();
    }

    private static void talks(Box box, String who) {
        talks(box, STRANGER, who);
    }

    private static void talks(Box box, String number, String who) {
        Until.holds(
                "the caller talks to " + who,
                () -> box.callsOf(number),
                calls -> calls.getFirst().path("answeredBy").asString("").equals(who));
    }

    @Test
    void aMenuWithoutAGreetingIsAnsweredAndItsKeyReachesTheTeam() {
        try (Box box = Box.running(patient(), MONDAY)) {
            Line line = box.line(1).clear();
            line.rings(STRANGER).isAnswered();
            line.hears(0.5).presses("1");
            box.telephone(2).isRung().lifts();
            talks(box, "202");
            assertThat(events(box, STRANGER)).contains("key 1 pressed");
            assertThat(box.telephone(1).rings()).isFalse();
        }
    }

    @Test
    void silenceAndAWrongKeyReachAPersonAndHearNothingTwice() {
        try (Box box = Box.running(office(), MONDAY)) {
            Line line = box.line(1);
            line.rings(STRANGER).isAnswered();
            box.telephone(1).isRung();
            Until.holds("nothing was pressed", () -> events(box, STRANGER), all -> all.contains("no key pressed"));
            line.hangsUp();
            box.endedCall(STRANGER);
            box.telephone(1).isQuiet();
            line.isFree().rings("+380671300002").isAnswered();
            line.presses("7");
            box.telephone(1).isRung().lifts();
            talks(box, "+380671300002", "201");
            line.hangsUp();
            box.telephone(1).hangsUp();
            box.endedCall("+380671300002");
            Until.holds("201 is free", () -> box.person("201").path("state").asString(), "free"::equals);
            whoCallsAgainHearsNoMenu(box, line.isFree());
        }
    }

    /** SITUATIONS 14, though this script rings by its menu only. */
    private static void whoCallsAgainHearsNoMenu(Box box, Line line) {
        line.rings(STRANGER);
        box.telephone(1).isRung().lifts();
        Until.holds("two calls", () -> box.callsOf(STRANGER).size(), n -> n == 2);
        talks(box, "201");
        JsonNode call = box.callsOf(STRANGER).getFirst();
        assertThat(call.path("stages").get(0).path("target").asString()).isEqualTo("owner");
        assertThat(events(box, STRANGER)).noneMatch(event -> event.contains("key"));
    }

    @Test
    void aKeyDuringTheGreetingWorksAtOnce() {
        try (Box box = Box.running(patient(), MONDAY)) {
            Line line = box.line(2);
            line.rings(STRANGER).isAnswered().presses("1");
            box.telephone(2).isRung().lifts();
            talks(box, "202");
            JsonNode call = box.callsOf(STRANGER).getFirst();
            assertThat(call.path("stages")).hasSize(1);
        }
    }

    @Test
    void theMenuWorksOnATrunkToo() {
        Office office = patient();
        try (Trunk provider = Trunk.of(office, "provider");
                Box box = Box.running(office, MONDAY)) {
            provider.serves(box);
            try (SipCall caller =
                    provider.calls(Trunk.Shown.as(STRANGER), "+380441230003").isAnswered()) {
                caller.presses("1");
                box.telephone(2).isRung().lifts();
                talks(box, "202");
            }
        }
    }
}
