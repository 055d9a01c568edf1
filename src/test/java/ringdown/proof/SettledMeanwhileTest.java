package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** SITUATIONS 3: a promise that is kept or closed while somebody's own telephone is rung for it is dialled by nobody any more. */
@Execution(ExecutionMode.CONCURRENT)
class SettledMeanwhileTest {
    private static final String STRANGER = "+380671480001";
    private static final String OTHER = "+380671480002";

    private static Office office() {
        return Office.ofTheContract()
                .without("duty: 201")
                .withoutGreetings()
                .with("members: [201, 202]", "members: [202]");
    }

    private static String promise(Box box, String number) {
        Line line = box.line(1).clear();
        line.rings(number, "etsi-before-ring").isAnswered();
        line.hearsMessageTone();
        line.hangsUp().isFree();
        box.endedCall(number);
        return box.promises(number, "open").getFirst().path("id").asString();
    }

    private static void closed(Box box, String promise) {
        box.api()
                .post("/api/promises/" + promise + "/close", Map.of("how", "messenger", "note", "answered in writing"));
    }

    private static JsonNode callOut(Box box, String number) {
        return box.callsOf(number).stream()
                .filter(call -> call.path("direction").asString().equals("out"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoIsRungForAPromiseIsLeftInPeaceAsSoonAsItIsKeptAnotherWay() {
        try (Box box = Box.running(office(), "2026-11-23T08:40:00+02:00")) {
            String promise = promise(box, STRANGER);
            Handset ivan = box.telephone(1).isQuiet();
            box.api().post("/api/promises/" + promise + "/call", Map.of("from", 202));
            ivan.isRung();
            closed(box, promise);
            ivan.isQuiet();
            JsonNode out = Until.holds(
                    "the call out is over",
                    () -> callOut(box, STRANGER),
                    call -> call.path("outcome").asString().equals("notAnswered"));
            assertThat(out.path("events").toString()).contains("the promise is settled meanwhile: not dialled");
            assertThat(box.line(1).dialled()).isEmpty();
            assertThat(box.line(2).dialled()).isEmpty();
            assertThat(box.promises(STRANGER, "kept")
                            .getFirst()
                            .path("attempts")
                            .asInt())
                    .isZero();
            Until.holds("202 is free", () -> box.person("202").path("state").asString(), "free"::equals);
        }
    }

    /** The opening rings for what is due; what is closed while it is being said is not dialled by key 1. */
    @Test
    void theOpeningRingsForNothingThatIsSettledMeanwhile() {
        try (Box box = Box.running(office(), "2026-11-23T08:40:00+02:00")) {
            String first = promise(box, STRANGER);
            String second = promise(box, OTHER);
            Handset ivan = box.telephone(1).isQuiet();
            box.clockReads("2026-11-23T09:00:00+02:00");
            ivan.isRung().lifts();
            ivan.hears(2);
            closed(box, first);
            ivan.presses("1").hears(1);
            closed(box, second);
            ivan.presses("1");
            ivan.hears(1).hangsUp();
            Until.holds("202 is free", () -> box.person("202").path("state").asString(), "free"::equals);
            assertThat(box.line(1).dialled()).isEmpty();
            assertThat(box.line(2).dialled()).isEmpty();
            String third = promise(box, STRANGER);
            box.clockReads("2026-11-24T09:00:00+02:00");
            ivan.isRung();
            closed(box, third);
            ivan.isQuiet();
        }
    }

    private static final Office ONE_AGENT_AND_THE_HEAD = new Office("""
            office: {name: Romashka, country: UA, language: uk, timeZone: Europe/Kyiv}
            accounts:
              - {name: installer, role: installer, password: change-me-now}
            hours: {week: {mon-fri: "09:00-18:00"}}
            people:
              - {extension: 202, name: Іван Бондар, phones: ["fxs:1"]}
              - {extension: 203, name: Марія Шевченко, phones: ["fxs:2"]}
            teams:
              - {name: desk, members: [203], head: 202}
            lines:
              - {port: "fxo:1", number: "+380441230001", script: front}
              - {port: "fxo:2", number: "+380441230002", script: front}
              - {port: "fxo:3", number: "+380441230003", script: front}
            scripts:
              front:
                stages:
                  - {queue: team desk, for: 100s, say: [place], callBackKey: 1}
                otherwise: message
            """);

    private static void is(Box box, String number, String outcome) {
        Until.holds(
                number + " is " + outcome,
                () -> box.callsOf(number),
                calls -> !calls.isEmpty()
                        && calls.getFirst().path("outcome").asString().equals(outcome));
    }

    /** Who asked the queue to be called back, calls again and is served by the head: the agent who is free then rings for somebody else. */
    @Test
    void whoIsToBeCalledBackByTheQueueAndTalksWithSomebodyElseByThenIsNotDialled() {
        try (Box box = Box.running(ONE_AGENT_AND_THE_HEAD, "2026-11-23T10:00:00+02:00")) {
            Handset ivan = box.telephone(1).isQuiet();
            Handset maria = box.telephone(2).isQuiet();
            Line first = box.line(1).clear();
            Line again = box.line(2).clear();
            first.rings(OTHER, "etsi-before-ring");
            maria.isRung().lifts();
            is(box, OTHER, "talking");
            again.rings(STRANGER, "etsi-before-ring").isAnswered();
            Until.holds(
                    "the key is offered",
                    () -> box.call(box.callsOf(STRANGER).getFirst().path("id").asString())
                            .path("events")
                            .toString(),
                    events -> events.contains("натисніть один"));
            again.presses("1").isFree();
            again.hangsUp();
            box.endedCall(STRANGER);
            again.rings(STRANGER, "etsi-before-ring");
            ivan.isRung().lifts();
            is(box, STRANGER, "talking");
            first.hangsUp().isFree();
            maria.hangsUp();
            short[] said = Speech.of(Speech.LONG_B, 11);
            again.says(said).says(said);
            ivan.says(Speech.of(Speech.LONG_A, 11)).says(said);
            again.fromNow().listens(5);
            assertThat(maria.rings()).as("while they talk").isFalse();
            box.line(3).clear().rings(OTHER, "etsi-before-ring");
            maria.isRung().lifts(); // whoever comes later does not wait for a call that is not to be made
            again.listens(18);
            again.hangsUp();
            ivan.hangsUp();
            Until.holds("kept", () -> box.promises(STRANGER, "kept"), all -> all.size() == 1);
            box.line(3).hangsUp().isFree();
            maria.hangsUp();
            assertThat(box.callsOf(STRANGER))
                    .allMatch(call -> call.path("direction").asString().equals("in"));
            assertThat(box.balance().path("balanced").asBoolean()).isTrue();
        }
    }

    /** The opening calls a mobile; what it calls for is settled before anybody has taken it by key. */
    @Test
    void theMobileThatIsCalledForAPromiseIsLeftInPeaceAsSoonAsThatIsSettled() {
        Office office = office().with("phones: [sip, \"fxs:1\"], secret: s3cret-202", "mobile: \"+380671119999\"")
                .withTrunk("direct", "+380441230004", "front");
        try (Trunk direct = Trunk.of(office, "direct");
                Box box = Box.running(office, "2026-11-23T08:40:00+02:00")) {
            direct.serves(box);
            String promise = promise(box, STRANGER);
            box.line(1).behaves(Map.of("cut", true));
            box.line(2).behaves(Map.of("cut", true));
            Until.holds("no copper", () -> box.api().get("/api/health").toString(), h -> !h.contains("\"idle\""));
            box.clockReads("2026-11-23T09:00:00+02:00");
            SipCall mobile = direct.isCalled();
            assertThat(mobile.number()).endsWith("671119999");
            mobile.lifts().fromNow().hears(1);
            closed(box, promise);
            mobile.isOver();
            assertThat(mobile.heard().length)
                    .as("the question is not asked to its end")
                    .isLessThan(18 * 8000);
            assertThat(direct.isCalledNow()).as("nobody else is called").isNull();
        }
    }
}
