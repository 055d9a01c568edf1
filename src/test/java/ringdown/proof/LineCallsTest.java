package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import ringdown.audio.SpandspPeer;
import tools.jackson.databind.JsonNode;

/** Calls that come in on a line: who calls, who is rung, what both hear. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the box of LineCallsTest")
class LineCallsTest {
    private static Box box;

    @BeforeAll
    static void start() {
        Office office = Office.ofTheContract()
                .stages("30s")
                .with(
                        "  front:                         # a caller of no class yet\n    greeting:",
                        "  front:\n    # greeting:");
        box = Box.running(office, "2026-11-23T10:00:00+02:00");
    }

    @AfterAll
    static void stop() {
        box.close();
    }

    @Test
    void aCallerAndASipTelephoneHearEachOther() {
        Line line = box.line(1).clear();
        try (Phone olena = Phone.registers(box, "201", "PCMA", Speech.LONG_A)) {
            line.rings("+380671230001");
            olena.isRung();
            assertThat(line.state())
                    .as("without a greeting nobody answers before a person does")
                    .isEqualTo("ringing");
            olena.answers();
            line.isAnswered();
            short[] said = Speech.of(Speech.LONG_B, 10);
            line.says(said).hears(5);
            olena.hears(5);
            assertThat(Hearing.alike(line.heard(), olena.said(), 2.5)).isGreaterThanOrEqualTo(0.97);
            assertThat(Hearing.alike(olena.heard(), said, 2.5)).isGreaterThanOrEqualTo(0.97);
            line.hangsUp();
            olena.isHungUp();
            line.isFree();
        }
        JsonNode call = box.endedCall("+380671230001");
        assertThat(call.path("outcome").asString()).isEqualTo("talked");
        assertThat(call.path("answeredBy").asString()).isEqualTo("201");
        assertThat(call.path("via").asString()).isEqualTo("fxo:1");
        assertThat(call.path("talkSeconds").asDouble()).isGreaterThan(4);
        assertThat(call.path("promiseId").isNull()).isTrue();
    }

    /** LINES 16: in-band keys are taken out of the sound where they go by RFC 4733, and never doubled. */
    @Test
    void keysFromCopperReachASipTelephoneOnceByRfc4733AndAreNotInTheSound() {
        Line line = box.line(1).clear();
        try (SwiftPhone olena = SwiftPhone.registers(box, "201")) {
            line.rings("+380671230041", "etsi-before-ring");
            SipCall caller = olena.isRung().lifts();
            line.isAnswered();
            Until.holds("they talk", () -> box.callsOf("+380671230041").getFirst(), LineCallsTest::talks);
            line.listens(1).presses("1590#*").says(Speech.of(Speech.LONG_B, 3));
            Until.holds("the caller's keys", caller::pressed, "1590#*"::equals);
            caller.hears(2);
            assertThat(caller.keysInTheSound()).isEmpty();
            assertThat(caller.pressed()).isEqualTo("1590#*");
            line.hangsUp().isFree();
            box.endedCall("+380671230041");
            olena.isFree();
            Handset maria = box.telephone(2).dials("201");
            SipCall colleague = olena.isRung().lifts();
            Until.holds(
                    "they talk",
                    () -> box.api().get("/api/calls?limit=1").path("items").path(0),
                    LineCallsTest::talks);
            maria.presses("42");
            Until.holds("the colleague's keys", colleague::pressed, "42"::equals);
            maria.hangsUp();
            colleague.isOver();
            assertThat(colleague.keysInTheSound()).isEmpty();
        }
    }

    private static boolean talks(JsonNode call) {
        return call.path("outcome").asString().equals("talking");
    }

    @Test
    void everySchemeOfCallerIdIsReadWithoutConfiguration() {
        String[] schemes = {"bellcore", "etsi", "etsi-before-ring", "bt", "dtmf"};
        for (int i = 0; i < schemes.length; i += 2) {
            shows(2, schemes[i], "+38067124000" + i);
        }
        for (int i = 1; i < schemes.length; i += 2) {
            shows(2, schemes[i], "+38067124000" + i);
        }
    }

    private static void shows(int n, String scheme, String number) {
        Line line = box.line(n);
        line.rings(number, scheme);
        Until.holds("the number sent by " + scheme, () -> box.callsOf(number), calls -> calls.size() == 1);
        line.hangsUp().isFree();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("outcome").asString()).isEqualTo("gaveUp");
        assertThat(call.path("callerNumber").asString()).as(scheme).isEqualTo(number);
    }

    @Test
    void callerIdMadeByAnotherProgramIsReadWithItsName() {
        Line line = box.line(2);
        String[] standards = {"class", "clip"};
        for (String standard : standards) {
            String number = standard.equals("clip") ? "0671250001" : "0671250002";
            line.sendsAsCallerId(SpandspPeer.make("gen-cid", standard, "OUT", number, "PETRENKO", "11231000"));
            line.rings(null, "wav");
            JsonNode call = Until.holds(
                            "the number sent by spandsp, " + standard,
                            () -> box.callsOf("+38" + number),
                            calls -> !calls.isEmpty())
                    .getFirst();
            assertThat(call.path("callerName").asString()).isEqualTo("PETRENKO");
            line.hangsUp().isFree();
            box.endedCall("+38" + number);
        }
    }

    @Test
    void aHiddenNumberIsNullAndHasAPromiseOfItsOwn() {
        Line line = box.line(2);
        int before = hidden();
        line.rings(null, "etsi").is("ringing");
        Until.holds(
                "the call is written",
                () -> box.api().list("/api/calls?line=fxo:2").stream()
                        .anyMatch(c -> c.path("outcome").asString().equals("ringing")));
        line.listensToRinging();
        line.hangsUp().isFree();
        Until.holds("the promise", LineCallsTest::hidden, n -> n == before + 1);
    }

    private static int hidden() {
        return (int) box.api().list("/api/promises?state=owed").stream()
                .filter(p -> p.path("number").isNull())
                .count();
    }
}
