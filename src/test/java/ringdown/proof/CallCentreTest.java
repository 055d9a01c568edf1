package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** On weekdays after hours calls go to an outside call centre, which takes them by key (SITUATIONS 7, 18). */
@Execution(ExecutionMode.CONCURRENT)
class CallCentreTest {
    private static final String CENTRE = "+380443334455";
    private static final String OTHER = "+380671430006";

    private static Office office() {
        return Office.ofTheContract()
                .without("duty: 201")
                .with("  front:                         #", "  front:\n    askRating: true              #")
                .linesForCallersOnly()
                .with("afterHours:  ", """
                        afterHours:
                          when: {mon-fri: callCentre, sat-sun: machine, holidays: machine}
                          modes:
                            machine: {greeting: "Вітаємо! Зараз неробочий час."}
                            callCentre: {ring: "%s", takeBy: key, for: 20s, otherwise: machine}
                        """.formatted(CENTRE));
    }

    /** SITUATIONS 7, 18: a mailbox that answers for the call centre takes nothing; a person takes the call by key, and it stays ours. */
    @Test
    void aCallCentreTakesCallsByKeyAndItsMailboxNone() {
        Office office = office();
        try (Trunk provider = Trunk.of(office, "provider");
                Box box = Box.running(office, "2026-11-24T18:30:00+02:00")) {
            provider.serves(box);
            itsMailboxTakesNothing(box, provider);
            aPersonTakesTheCall(box, provider);
            whatTheCentreWasToldIsATaskFromTheNextOpeningOn(box);
            assertThat(box.balance().path("balanced").asBoolean()).isTrue();
        }
    }

    /** LINES 8: over a line nobody knows for seconds that it is answered, but a key is pressed by a person only. */
    @Test
    void aKeyTakesTheCallBeforeTheLineShowsThatItIsAnswered() {
        String number = "+380671430007";
        Office office = office().with("direction: in,", "direction: both,");
        try (Trunk provider = Trunk.of(office, "provider");
                Box box = Box.running(office, "2026-11-24T18:30:00+02:00")) {
            provider.serves(box);
            Line line = box.line(1).clear().behaves(Map.of("answers", Map.of("afterMs", 300)));
            SipCall caller = provider.calls(Trunk.Shown.as(number), "+380441230003");
            Until.holds("the centre is dialled", line::dialled, digits -> digits.endsWith("443334455"));
            line.isAnswered().presses("1");
            caller.isAnswered();
            Until.holds(
                    "they talk",
                    () -> box.callsOf(number).getFirst().path("outcome").asString(),
                    "talking"::equals);
            caller.hangsUp();
            assertThat(box.endedCall(number).path("answeredBy").asString()).isEqualTo(CENTRE);
        }
    }

    private static void itsMailboxTakesNothing(Box box, Trunk provider) {
        String number = "+380671430005";
        Line line = box.line(1).clear();
        line.rings(number, "etsi-before-ring");
        SipCall mailbox = provider.isCalled().lifts();
        assertThat(mailbox.number()).endsWith("443334455");
        mailbox.says(Speech.of("Nobody is here. Please leave a message after the tone.", 4))
                .hears(2);
        assertThat(line.state()).as("nobody has taken the call").isEqualTo("ringing");
        mailbox.isOver();
        line.isAnswered().hears(1);
        line.hangsUp().isFree();
        JsonNode swallowed = box.endedCall(number);
        assertThat(swallowed.path("outcome").asString()).isEqualTo("gaveUp");
        assertThat(swallowed.path("stages").get(0).path("result").asString()).isEqualTo("noAnswer");
        assertThat(RoutingTest.rang(swallowed.path("stages").get(0))).containsExactly(CENTRE);
    }

    private static void aPersonTakesTheCall(Box box, Trunk provider) {
        Line line = box.line(1);
        line.rings(OTHER, "etsi-before-ring");
        SipCall centre = provider.isCalled().lifts().hears(1).presses("1");
        line.isAnswered();
        short[] one = Speech.of(Speech.LONG_A, 5);
        centre.fromNow();
        line.says(one).says(one);
        centre.hears(4);
        assertThat(Hearing.alike(centre.heard(), one, 2)).isGreaterThanOrEqualTo(0.95);
        centre.says(Speech.of(Speech.LONG_B, 6)).listens(6).hangsUp();
        line.fromNow().hears(2).presses("4");
        line.is("idle", "released").hangsUp().isFree();
        JsonNode taken = box.endedCall(OTHER);
        assertThat(taken.path("outcome").asString()).isEqualTo("talked");
        assertThat(taken.path("answeredBy").asString()).isEqualTo(CENTRE);
        assertThat(taken.path("promiseId").isNull()).isTrue();
        Until.holds("rated", () -> box.endedCall(OTHER).path("rating").asInt(), mark -> mark == 4);
    }

    /** SITUATIONS 18: no essence by next opening opens a task. */
    private static void whatTheCentreWasToldIsATaskFromTheNextOpeningOn(Box box) {
        assertThat(box.api().list("/api/ledger/tasks")).isEmpty();
        box.clockReads("2026-11-25T09:00:01+02:00");
        String call = box.endedCall(OTHER).path("id").asString();
        assertThat(box.api().list("/api/ledger/tasks")).singleElement().satisfies(task -> {
            assertThat(task.path("what").asString()).isEqualTo("writeEssence");
            assertThat(task.path("callId").asString()).isEqualTo(call);
            assertThat(task.path("answeredBy").asString()).isEqualTo(CENTRE);
        });
        box.api().patch("/api/calls/" + call, Map.of("topic", "crown", "essence", "wants an appointment"));
        assertThat(box.api().list("/api/ledger/tasks")).isEmpty();
    }
}
