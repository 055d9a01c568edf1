package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * SITUATIONS 18, 19: a call out is recorded, and whoever lifts is told first; so is one that crosses a call in. The exchange's tone at its end
 * is none of it (LINES rule 11).
 */
@Execution(ExecutionMode.CONCURRENT)
class RecordedCallOutTest {
    @Test
    void aCallOutIsRecordedAndWhoeverLiftsIsToldFirst() {
        try (Box box = Box.running(RecordedTalkTest.office(), "2026-11-23T10:00:00+02:00");
                SwiftPhone olena = SwiftPhone.registers(box, "201")) {
            Line line = box.line(1).clear().behaves(Map.of("answers", Map.of("afterMs", 300)));
            SipCall mine = olena.dials("0671470003");
            Until.holds("dialled", line::dialled, digits -> digits.endsWith("671470003"));
            line.isAnswered().fromNow().says(Speech.of("Hello, who is there?", 2));
            mine.isAnswered();
            line.hears(0.6);
            line.listens(2);
            mine.fromNow();
            line.says(RecordedTalkTest.CALLER);
            mine.hears(3);
            line.fromNow();
            mine.says(RecordedTalkTest.OFFICE);
            line.hears(3).listens(3);
            line.hangsUp("busyTone");
            mine.isOver();
            String recording = Until.holds(
                    "the call names its recording",
                    () -> box.callsOf("+380671470003")
                            .getFirst()
                            .path("recording")
                            .asString(""),
                    address -> !address.isEmpty());
            Api quality = box.as("quality", "hears-them-all");
            Taped taped =
                    Taped.of(quality.send("GET", recording, new byte[0], null).body());
            assertThat(taped.hasLeft(RecordedTalkTest.CALLER))
                    .as("who is outside is left")
                    .isTrue();
            assertThat(taped.hasRight(RecordedTalkTest.OFFICE)).isTrue();
            assertThat(Hearing.toneAt(taped.left(), 425, 0.2)).as("busy tone").isNegative();
        }
    }

    /** The script of the number called says that its talks are recorded, and no step of it is come to (SITUATIONS 14, 19). */
    @Test
    void aCallerJoinedWithWhoeverDialsThemIsRecordedAsTheScriptSaysAndBothAreToldFirst() {
        String number = "+380671470017";
        Office office = RecordedTalkTest.office()
                .with("answer: person, ", "")
                .with("recording: {out: true, keep: 30d}", "recording: {keep: 30d}");
        try (Box box = Box.running(office, "2026-11-23T10:00:00+02:00");
                SwiftPhone olena = SwiftPhone.registers(box, "201")) {
            Line first = box.line(1).clear().behaves(Map.of("noAnswer", true));
            Line second = box.line(2).clear();
            SipCall mine = olena.dials("0671470017");
            Until.holds("dialled", first::dialled, digits -> digits.endsWith("671470017"));
            second.rings(number, "etsi-before-ring").isAnswered().hears(0.6);
            mine.isAnswered();
            second.listens(2);
            mine.fromNow();
            second.says(RecordedTalkTest.CALLER);
            mine.hears(3);
            second.fromNow();
            mine.says(RecordedTalkTest.OFFICE);
            second.hears(3).listens(1);
            mine.hangsUp();
            String recording = Until.holds(
                            "the call names its recording",
                            () -> box.callsOf(number).stream()
                                    .filter(call -> call.path("recording").isString())
                                    .findFirst(),
                            java.util.Optional::isPresent)
                    .orElseThrow()
                    .path("recording")
                    .asString();
            Api quality = box.as("quality", "hears-them-all");
            Taped taped =
                    Taped.of(quality.send("GET", recording, new byte[0], null).body());
            assertThat(taped.hasLeft(RecordedTalkTest.CALLER)).isTrue();
            assertThat(taped.hasRight(RecordedTalkTest.OFFICE)).isTrue();
        }
    }
}
