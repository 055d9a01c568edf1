package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** Who is rung for the first caller, the second, the third: by strategy, skill and level, and after a restart as if there had been none. */
@Execution(ExecutionMode.CONCURRENT)
class DistributionTest {
    private static final Map<String, String> SCRIPTS = new TreeMap<>(Map.of(
            "order", "{ring: team all, for: 60s, strategy: in order}",
            "turns", "{ring: team all, for: 60s, strategy: round robin}",
            "idle", "{ring: team all, for: 60s, strategy: longest idle}",
            "growing", "{ring: team all, for: 24s, strategy: growing}",
            "skill", "{ring: team all, for: 6s, skill: implants}",
            "through", "{ring: team all, for: 6s, strategy: in order}",
            "levels", "{ring: level 1, for: 1s}, {ring: level 2, for: 1s}, {ring: level 3, for: 1s}"));

    private final Map<String, SwiftPhone> phones = new TreeMap<>();
    private int callers;

    private static Office office() {
        StringBuilder numbers = new StringBuilder();
        StringBuilder scripts = new StringBuilder();
        SCRIPTS.forEach((name, stages) -> {
            numbers.append("  - {name: %s, host: 127.0.0.1, port: %d, numbers: [\"%s\"], script: %s}\n"
                    .formatted(name, Ports.free(), number(name), name));
            scripts.append("  %s: {stages: [%s], otherwise: promise}\n".formatted(name, stages));
        });
        return new Office("""
                office: {name: Romashka, country: UA, language: uk, timeZone: Europe/Kyiv}
                accounts:
                  - {name: installer, role: installer, password: change-me-now}
                people:
                  - {extension: 201, name: Олена Коваленко, phones: [sip], secret: s3cret-201}
                  - {extension: 202, name: Іван Бондар, phones: [sip], secret: s3cret-202}
                  - {extension: 203, name: Марія Шевченко, phones: [sip], secret: s3cret-203, skills: [implants]}
                teams:
                  - {name: first, members: [202], level: 1}
                  - {name: second, members: [203], level: 2}
                  - {name: all, members: [201, 202, 203], level: 3}
                trunks:
                """ + numbers + "scripts:\n" + scripts);
    }

    private static String number(String script) {
        return "+38044123010" + List.copyOf(SCRIPTS.keySet()).indexOf(script);
    }

    private String caller() {
        return "+3806715100%02d".formatted(callers++);
    }

    /** The telephone that rings first for the next caller; {@code lifts}: it takes the call, else the caller leaves. */
    private String rungFirst(Box box, Trunk trunk, String script, boolean lifts) {
        String number = caller();
        SipCall caller = trunk.calls(Trunk.Shown.as(number), number(script));
        List<SipCall> rung = new ArrayList<>();
        String who = Until.holds(
                "somebody is rung",
                () -> phones.entrySet().stream()
                        .filter(phone -> {
                            SipCall call = phone.getValue().isRungNow();
                            return call != null && rung.add(call);
                        })
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(""),
                first -> !first.isEmpty());
        if (lifts) {
            rung.getFirst().lifts();
            caller.isAnswered();
            Until.holds(
                    "they talk",
                    () -> box.callsOf(number).getFirst().path("answeredBy").asString(""),
                    who::equals);
        }
        caller.hangsUp();
        rung.forEach(SipCall::isOver);
        box.endedCall(number);
        phones.get(who).isFree();
        return who;
    }

    private static List<String> rang(JsonNode call) {
        return StreamSupport.stream(call.path("stages").spliterator(), false)
                .flatMap(stage -> StreamSupport.stream(stage.path("rang").spliterator(), false))
                .map(JsonNode::asString)
                .toList();
    }

    /** Nobody lifts. */
    private List<String> rungThrough(Box box, Trunk trunk, String script) {
        String number = caller();
        trunk.calls(Trunk.Shown.as(number), number(script)).isOver();
        return rang(box.endedCall(number));
    }

    private static Map<String, Trunk> trunks(Office office, Box box) {
        Map<String, Trunk> trunks = new TreeMap<>();
        SCRIPTS.keySet().forEach(name -> trunks.put(name, Trunk.of(office, name).serves(box)));
        return trunks;
    }

    @Test
    void everyStrategyRingsInItsExactOrderAlsoAfterARestart() {
        Office office = office();
        try (Box box = Box.running(office, "2026-11-23T10:00:00+02:00")) {
            Map<String, Trunk> trunks = trunks(office, box);
            for (String person : List.of("201", "202", "203")) {
                phones.put(person, SwiftPhone.registers(box, person));
            }
            inOrder(box, trunks);
            taken(box, trunks, "idle", "201", "202", "203", "201"); // nobody has talked: the order of the team
            taken(box, trunks, "turns", "201", "202");
            left(box, trunks, "turns", "203", "201");
            box.stop();
            box.again("2026-11-23T11:00:00+02:00");
            trunks.values().forEach(trunk -> trunk.serves(box));
            phones.forEach((person, phone) -> {
                phone.register();
                Until.holds(person + " is registered", () -> box.registered(person));
            });
            left(box, trunks, "turns", "202", "203", "201");
            // talked last: 201 and 202 in turn, after the four by idleness; so 203, then 201, then 202
            taken(box, trunks, "idle", "203", "201", "202", "203");
            assertThat(box.balance().path("balanced").asBoolean()).isTrue();
            trunks.values().forEach(Trunk::close);
        }
        phones.values().forEach(SwiftPhone::close);
    }

    private void inOrder(Box box, Map<String, Trunk> trunks) {
        left(box, trunks, "order", "201", "201", "201");
        assertThat(rungThrough(box, trunks.get("through"), "through")).containsExactly("201", "202", "203");
        clear();
        assertThat(rungThrough(box, trunks.get("levels"), "levels")).containsExactly("202", "203", "201", "202", "203");
        clear();
        assertThat(rungThrough(box, trunks.get("skill"), "skill"))
                .startsWith("203")
                .hasSize(3);
        clear();
        growing(box, trunks.get("growing"));
    }

    private void left(Box box, Map<String, Trunk> trunks, String script, String... expected) {
        each(box, trunks, script, false, expected);
    }

    private void taken(Box box, Map<String, Trunk> trunks, String script, String... expected) {
        each(box, trunks, script, true, expected);
    }

    private void each(Box box, Map<String, Trunk> trunks, String script, boolean lifts, String... expected) {
        List<String> rung = new ArrayList<>();
        for (int i = 0; i < expected.length; i++) {
            rung.add(rungFirst(box, trunks.get(script), script, lifts));
        }
        assertThat(rung).as(script).containsExactly(expected);
    }

    /** First one, then two, then three; who rings goes on ringing. */
    private void growing(Box box, Trunk trunk) {
        SipCall caller = trunk.calls(Trunk.Shown.as(caller()), number("growing"));
        SipCall first = phones.get("201").isRung();
        SipCall second = phones.get("202").isRung();
        SipCall third = phones.get("203").isRung();
        assertThat(first.over() || second.over() || third.over()).isFalse();
        caller.hangsUp().isOver();
        clear();
    }

    private void clear() {
        phones.values().forEach(SwiftPhone::laysDown);
    }
}
