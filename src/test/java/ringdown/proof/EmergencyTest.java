package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** Help is called from any telephone, over any line, whatever goes on on it (LINES rule 1). */
@Execution(ExecutionMode.CONCURRENT)
class EmergencyTest {
    private static final String CLIENT = "+380501112233";

    private static Office office() {
        return Office.ofTheContract()
                .withoutGreetings()
                .with("purpose: main number, script: front}", "purpose: main number, script: front, outgoing: never}")
                .with("purpose: advertising,  script: front}", "purpose: advertising, script: front, outgoing: always}")
                .with("trunks:", "ports:\n  - {port: \"fxs:3\", use: telephone}\ntrunks:");
    }

    @Test
    void helpIsCalledOverLinesInUseButNeverOverAnotherCallForHelp() {
        try (Box box = Box.running(office(), "2026-11-23T10:00:00+02:00")) {
            for (int n = 1; n <= 2; n++) {
                box.line(n).clear().behaves(Map.of("answers", Map.of("afterMs", 500)));
            }
            Handset ivan = box.telephone(1);
            Handset maria = box.telephone(2);
            Handset nobodys = box.telephone(3);
            box.line(1).rings(CLIENT, "etsi-before-ring");
            maria.isRung().lifts();
            box.line(1).isAnswered();
            ivan.isQuiet().dials("0671230009");
            box.line(2).isAnswered();
            assertThat(box.line(2).dialled()).isEqualTo("0671230009");

            nobodys.dials("102");
            Until.holds(
                    "the police over the line of the call out",
                    () -> box.line(2).dialled(),
                    "102"::equals);
            assertThat(box.line(1).state()).as("the client talks on").isEqualTo("talking");
            box.line(2).isAnswered().fromNow();
            nobodys.fromNow();
            box.line(2).says(Speech.of(Speech.LONG_B, 8));
            nobodys.hears(1);

            ivan.hangsUp();
            Until.holds(
                    "Ivan has laid down", () -> box.person("202").path("state").asString(), "free"::equals);
            ivan.dials("9103");
            Until.holds(
                    "the ambulance over the client's line", () -> box.line(1).dialled(), "103"::equals);
            assertThat(box.line(2).dialled()).as("the police are not cut off").isEqualTo("102");
            assertThat(box.line(2).state()).isEqualTo("talking");
        }
    }

    @Test
    void anIdleLineServesForHelpThoughNothingElseGoesOutOverIt() {
        Office closed = office().with("script: front, outgoing: always}", "script: front, direction: in}");
        try (Box box = Box.running(closed, "2026-11-23T10:00:00+02:00")) {
            box.telephone(3).dials("112");
            Until.holds("help", () -> box.line(1).dialled(), "112"::equals);
        }
    }

    @Test
    void forAnHourAfterACallForHelpEveryCallerRingsThatTelephoneAndTheFrontDeskFirst() {
        try (Box box = Box.running(office(), "2026-11-23T17:50:00+02:00")) {
            box.line(1).clear().behaves(Map.of("answers", Map.of("afterMs", 500)));
            Handset nobodys = box.telephone(3);
            Handset ivan = box.telephone(1);
            nobodys.dials("103");
            box.line(1).isAnswered();
            assertThat(box.line(1).dialled()).isEqualTo("103");
            nobodys.hangsUp();
            box.line(1).isFree();
            box.clockReads("2026-11-23T18:40:00+02:00"); // closed
            box.line(2).rings("+380671230555", "etsi-before-ring");
            nobodys.isRung();
            ivan.isRung();
            nobodys.lifts();
            box.line(2).isAnswered().hangsUp();
            JsonNode call = box.endedCall("+380671230555");
            assertThat(call.path("outcome").asString()).isEqualTo("talked");
            nobodys.hangsUp().isQuiet();
            ivan.isQuiet();
            box.clockReads("2026-11-23T19:20:00+02:00"); // the start of the box and the call took a while too
            box.line(2).isFree().rings("+380671230556", "etsi-before-ring");
            box.line(2).isAnswered();
            assertThat(nobodys.rings() || ivan.rings()).as("the hour is over").isFalse();
            box.line(2).hangsUp();
        }
    }

    /** By page, by the display, and in words; the ambulance is met. */
    @Test
    void theFrontDeskIsToldOfACallForHelpWhileItIsMade() {
        try (Box box = Box.running(office(), "2026-11-23T10:00:00+02:00")) {
            box.line(1).clear().behaves(Map.of("answers", Map.of("afterMs", 500)));
            Handset maria = box.telephone(2);
            Handset desk = box.telephone(1);
            maria.dials("103");
            desk.isRung();
            box.line(1).isAnswered();
            Until.holds(
                    "the front desk sees what was dialled",
                    () -> desk.view().path("callerNumber").asString(""),
                    "103"::equals);
            assertThat(desk.view().path("callerName").asString()).contains("Shevchenko");
            helpCalled(box, true);
            desk.lifts().hears(4);
            assertThat(box.line(1).state()).as("the call for help goes on").isEqualTo("talking");
            desk.hangsUp();
            box.clockReads("2026-11-23T11:05:00+02:00");
            helpCalled(box, false);
        }
    }

    private static String events(Box box, String number) {
        return box.callsOf(number).stream()
                .map(call -> call.path("events").toString())
                .collect(java.util.stream.Collectors.joining());
    }

    private static void helpCalled(Box box, boolean stands) {
        Until.holds(
                "an alarm for help stands: " + stands,
                () -> box.api().list("/api/alarms?state=open"),
                alarms -> stands
                        == alarms.stream()
                                .anyMatch(one -> one.path("what").asString().equals("helpCalled")));
    }

    @Test
    void theDispatchersHourOutlivesARestart() {
        Office asking = office().with("mobile: \"+380671110101\"", "mobile: \"+380671110101\", pin: \"4711\"");
        try (Box box = Box.running(asking, "2026-11-23T17:50:00+02:00")) {
            box.line(1).clear().behaves(Map.of("answers", Map.of("afterMs", 500)));
            Handset nobodys = box.telephone(3);
            nobodys.dials("103");
            box.line(1).isAnswered();
            nobodys.hangsUp();
            box.line(1).isFree();
            box.stop();
            box.again("2026-11-23T18:20:00+02:00");
            box.line(2).rings("+380671110101", "etsi-before-ring");
            box.telephone(3).isRung().lifts();
            box.line(2).isAnswered().hangsUp();
            JsonNode call = box.endedCall("+380671110101");
            assertThat(call.path("outcome").asString()).isEqualTo("talked");
            assertThat(call.path("events").toString())
                    .as("nobody is asked for a code before the telephones ring")
                    .doesNotContain("own mobile");
        }
    }

    @Test
    void aLineWithoutDialToneIsLeftForTheNextOneAndAllAreTriedAgainForAsLongAsWhoeverCallsWaits() {
        try (Box box = Box.running(office(), "2026-11-23T10:00:00+02:00")) {
            box.line(1).clear().behaves(Map.of("dialTone", "none"));
            box.line(2).clear().behaves(Map.of("cut", true)).behaves(Map.of("noAnswer", true));
            Handset maria = box.telephone(2);
            maria.dials("112");
            Until.holds(
                    "the line without dial tone is tried twice",
                    () -> box.line(1).seizures(),
                    seizures -> seizures >= 2);
            box.line(2).behaves(Map.of("cut", false));
            Until.holds("help over the other one", () -> box.line(2).dialled(), "112"::equals);
            maria.fromNow().hears(1.5); // two bursts of ring back
            box.line(1).behaves(Map.of("dialTone", "normal"));
            box.line(2).behaves(Map.of("cut", true)); // while it rings there
            Until.holds("help over the first one", () -> box.line(1).dialled(), "112"::equals);
        }
    }

    @Test
    void aCallForHelpTakesALineOnWhichACallerMerelyRings() {
        try (Box box = Box.running(office(), "2026-11-23T10:00:00+02:00")) {
            box.line(1).clear().behaves(Map.of("answers", Map.of("afterMs", 500)));
            box.line(2).behaves(Map.of("cut", true));
            box.line(1).rings(CLIENT, "etsi-before-ring");
            box.telephone(2).isRung();
            Handset nobodys = box.telephone(3);
            nobodys.dials("112");
            Until.holds("help over the ringing line", () -> box.line(1).dialled(), "112"::equals);
            JsonNode given = box.endedCall(CLIENT);
            assertThat(given.path("outcome").asString()).isEqualTo("gaveUp");
            assertThat(given.path("events")
                            .valueStream()
                            .map(event -> event.path("what").asString()))
                    .as("not waited out")
                    .contains("the caller is given up: the line is needed for a call for help");
            box.line(1)
                    .hangsUp()
                    .isFree()
                    .rings("+380441120000", "etsi-before-ring"); // cut off: the dispatcher calls back
            Until.holds(
                    "who dialled still holds the handset",
                    () -> events(box, "+380441120000").contains("somebody has called for help"));
            nobodys.hangsUp().isRung().lifts();
            box.line(1).isAnswered().hangsUp();
        }
    }
}
