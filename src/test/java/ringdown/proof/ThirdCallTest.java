package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** SITUATIONS, the row "calls five times": whoever calls for the third time waits behind nobody. */
@Execution(ExecutionMode.CONCURRENT)
class ThirdCallTest {
    private static final String SALES = "+380441230003";
    private static final String IMPATIENT = "+380671113301";
    private static final String PATIENT = "+380671113302";
    private static final String CLIENT = "+380501112233";

    private static Office office() {
        return Office.ofTheContract()
                .with("- {name: client,   script: clients}", "- {name: client}")
                .with("teams:\n", "  - {extension: 204, name: Юрій Лис, phones: [sip], secret: s3cret-204}\nteams:\n")
                .with("members: [202],      head: 203", "members: [204], head: 203")
                .with("[\"" + SALES + "\"], script: front", "[\"" + SALES + "\"], script: offers")
                .with("scripts:\n", """
                        scripts:
                          offers:
                            stages:
                              - {ring: team sales, for: 30s}
                              - {queue: team sales, for: 120s, say: [place], every: 60s}
                            otherwise: message
                        """);
    }

    @Test
    void whoCallsForTheThirdTimeIsFirstInTheQueueBeforeAClientWhoWaitsForLonger() {
        Office office = office();
        try (Trunk provider = Trunk.of(office, "provider");
                Box box = Box.running(office, "2026-11-23T10:00:00+02:00");
                SwiftPhone seller = SwiftPhone.registers(box, "204")) {
            provider.serves(box);
            SipCall first = provider.calls(Trunk.Shown.as("+380671113300"), SALES);
            SipCall talk = seller.isRung().lifts();
            first.isAnswered();

            givesUp(box, provider);
            givesUp(box, provider);
            SipCall patient = waits(box, provider, PATIENT);
            SipCall client = waits(box, provider, CLIENT);
            SipCall impatient = waits(box, provider, IMPATIENT);

            talk.hangsUp();
            SipCall next = seller.isRung().lifts();
            assertThat(talks(box)).as("the third call, though it came last").isEqualTo(IMPATIENT);
            next.hangsUp();
            box.endedCall(IMPATIENT);
            next = seller.isRung().lifts();
            assertThat(talks(box)).as("then the class").isEqualTo(CLIENT);
            next.hangsUp();
            box.endedCall(CLIENT);
            seller.isRung().lifts();
            assertThat(talks(box)).isEqualTo(PATIENT);

            JsonNode third = box.callsOf(IMPATIENT).getFirst();
            assertThat(third.path("thirdCall").asBoolean())
                    .as("red on the board")
                    .isTrue();
            assertThat(third.path("stages").get(0).path("target").asString()).isEqualTo("head");
            patient.hangsUp();
            client.hangsUp();
            impatient.hangsUp();
            first.hangsUp();
        }
    }

    private static void givesUp(Box box, Trunk provider) {
        int before = box.callsOf(IMPATIENT).size();
        waits(box, provider, IMPATIENT).hangsUp();
        Until.holds("written", () -> box.callsOf(IMPATIENT), calls -> calls.size() > before);
        box.endedCall(IMPATIENT);
    }

    /** In the queue: the place has been said. */
    private static SipCall waits(Box box, Trunk provider, String number) {
        int before = box.callsOf(number).size();
        SipCall call = provider.calls(Trunk.Shown.as(number), SALES).isAnswered();
        Until.holds(
                number + " waits",
                () -> box.callsOf(number),
                calls -> calls.size() > before
                        && StreamSupport.stream(calls.getFirst().path("events").spliterator(), false)
                                .anyMatch(e -> e.path("what").asString().startsWith("announced")));
        return call;
    }

    private static String talks(Box box) {
        return Until.holds(
                        "somebody talks",
                        () -> box.api().list("/api/calls?outcome=talking").stream()
                                .filter(call ->
                                        !call.path("callerNumber").asString().equals("+380671113300"))
                                .toList(),
                        all -> all.size() == 1)
                .getFirst()
                .path("callerNumber")
                .asString();
    }
}
