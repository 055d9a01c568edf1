package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** Lines teach themselves, and an installer sees how (LINES 18). A box of its own: what a line went through before is the point. */
@Execution(ExecutionMode.CONCURRENT)
class TaughtTest {
    private static final String LINE = "/api/lines/fxo:1";
    private static final String STAFF =
            "\n  - {name: olena, role: staff, person: 201, password: olena-s-own-word}\nhours:";

    private static JsonNode lesson(Box box, String trait) {
        return box.api()
                .get(LINE)
                .path("learnt")
                .valueStream()
                .filter(one -> one.path("trait").asString().equals(trait))
                .findFirst()
                .orElse(box.api().get("/api/me").path("nothing"));
    }

    private static void calls(Box box, String number) {
        box.line(1).rings(number, "etsi-before-ring").isAnswered().hangsUp().isFree();
        box.endedCall(number);
    }

    private static List<String> alarms(Box box) {
        return box.api().list("/api/alarms?state=open").stream()
                .map(alarm -> alarm.path("what").asString())
                .toList();
    }

    @Test
    void aLineTeachesItsOwnBusyToneFromThreeCallsKeepsItOverARestartAndForgetsItWithOneClick() {
        Office office = Office.ofTheContract().with("\nhours:", STAFF);
        try (Box box = Box.running(office, "2026-11-23T10:00:00+02:00")) {
            box.line(1).behaves(Map.of("tones", Map.of("busy", "480+620 350,350")));
            for (int i = 1; i <= 3; i++) {
                calls(box, "+38067127000" + i);
            }
            JsonNode known = Until.holds(
                    "three calls are believed",
                    () -> lesson(box, "busyTone"),
                    one -> one.path("believed").asBoolean());
            isTheToneOfTheExchange(known.path("value").asString());
            assertThat(known.path("readings")).hasSize(3);
            String call = known.path("readings").path(0).path("callId").asString();
            assertThat(box.call(call).path("callerNumber").asString()).isEqualTo("+380671270003");
            String reading = LINE + "/readings/"
                    + known.path("readings").path(0).path("id").asString();
            assertThat(box.api().get(reading + "/tone").path("hz")).hasSize(2);
            assertThat(box.api().sound(reading + "/sound.wav").length).isGreaterThan(8000);
            box.dies();
            box.again("2026-11-23T10:10:00+02:00");
            String bits = lesson(box, "callerId")
                    .path("readings")
                    .path(0)
                    .path("bits")
                    .asString();
            assertThat(bits).as("MDMF, and the number in it").startsWith("80 ").contains(octets("0671270003"));
            assertThat(lesson(box, "busyTone").path("believed").asBoolean()).isTrue();
            aChangeIsToldAndTakenBack(box);
        }
    }

    private static String octets(String digits) {
        return digits.chars().mapToObj(Integer::toHexString).collect(java.util.stream.Collectors.joining(" "));
    }

    private static void isTheToneOfTheExchange(String notation) {
        double[] figures = java.util.Arrays.stream(notation.split("[+ ,]", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(figures).as(notation).hasSize(4);
        assertThat(figures[0]).isBetween(475.0, 485.0);
        assertThat(figures[1]).isBetween(615.0, 625.0);
        assertThat(figures[2]).isBetween(330.0, 370.0);
        assertThat(figures[3]).isBetween(330.0, 370.0);
    }

    /** The exchange is as it was set up before the restart no longer: the simulated one begins anew, with its country's tone. */
    private static void aChangeIsToldAndTakenBack(Box box) {
        calls(box, "+380671270011");
        calls(box, "+380671270012");
        Until.holds("the change is an alarm", () -> alarms(box), all -> all.contains("changedBusyTone"));
        assertThat(lesson(box, "busyTone").path("changing").asString()).startsWith("425 ");
        Api olena = box.as("olena", "olena-s-own-word");
        assertThat(olena.send("DELETE", LINE + "/learnt/busyTone", new byte[0], null)
                        .statusCode())
                .isEqualTo(403);
        box.api().delete(LINE + "/learnt/busyTone");
        Until.holds("nothing has changed any more", () -> alarms(box), all -> !all.contains("changedBusyTone"));
        assertThat(lesson(box, "busyTone").isMissingNode()).isTrue();
        Until.holds(
                "all five are kept",
                () -> lesson(box, "release").path("readings").size(),
                n -> n == 5);
        undoneFindingsDoNotUndoWhatHasHappened(box);
    }

    private static void undoneFindingsDoNotUndoWhatHasHappened(Box box) {
        box.api().delete(LINE + "/learnt/release");
        assertThat(lesson(box, "release").isMissingNode()).isTrue();
        JsonNode releases = box.api().get(LINE).path("releases");
        assertThat(releases).hasSize(5);
        assertThat(box.call(releases.path(0).path("callId").asString())
                        .path("callerNumber")
                        .asString())
                .isEqualTo("+380671270012");
        String sound = LINE + "/readings/" + releases.path(0).path("id").asString() + "/sound.wav";
        assertThat(box.api().sound(sound).length).isGreaterThan(8000);
    }

    @Test
    void aLineIsTestedOnDemandGivesWayToARingOnAnotherLineOrTrunkAndStaysOutOfTheLedger() {
        Office office = Office.ofTheContract();
        try (Trunk provider = Trunk.of(office, "provider");
                Box box = Box.running(office, "2026-11-23T10:00:00+02:00")) {
            box.line(1).behaves(Map.of("echo", Map.of("lossDb", 12, "delayMs", 6), "noiseDbm0", -58));
            started(box);
            JsonNode test =
                    Until.holds("the test is done", () -> box.api().get(LINE + "/test"), one -> stands(one, "done"));
            assertThat(Math.abs(test.path("volts").asDouble())).isBetween(51.0, 57.0);
            assertThat(test.path("dialTone").path("hz").path(0).asDouble()).isBetween(420.0, 430.0);
            assertThat(test.path("noiseDbm0").asDouble()).isBetween(-62.0, -54.0);
            assertThat(test.path("echoLossDb").path(0).asDouble()).isBetween(10.0, 14.0);
            assertThat(test.path("digit").asString())
                    .isEqualTo("2")
                    .isEqualTo(box.line(1).dialled());
            assertThat(test.path("remarks").toString()).contains("batteryGood", "dialToneGood", "noiseGood");
            started(box);
            box.line(1).is("dialling");
            box.line(2).rings("+380671270021", "etsi-before-ring");
            Until.holds("it gives way", () -> box.api().get(LINE + "/test"), one -> stands(one, "stoppedByRing"));
            box.line(1).isFree();
            assertThat(box.api().postStatus(LINE + "/test", Map.of())).isEqualTo(409);
            box.line(2).hangsUp().isFree();
            box.endedCall("+380671270021");
            aCallOverATrunkGoesFirst(box, provider.serves(box));
            assertThat(box.balance().path("in").asInt()).isEqualTo(2);
            assertThat(box.api().list("/api/calls")).hasSize(2);
        }
    }

    private static void aCallOverATrunkGoesFirst(Box box, Trunk provider) {
        started(box);
        box.line(1).is("dialling");
        SipCall caller = provider.calls(Trunk.Shown.as("+380671270022"), "+380441230003");
        Until.holds("it gives way", () -> box.api().get(LINE + "/test"), one -> stands(one, "stoppedByRing"));
        caller.hangsUp();
        box.endedCall("+380671270022");
    }

    private static void started(Box box) {
        Until.holds("the line may be tested", () -> box.api().postStatus(LINE + "/test", Map.of()), s -> s == 202);
    }

    private static boolean stands(JsonNode test, String state) {
        return test.path("state").asString().equals(state);
    }
}
