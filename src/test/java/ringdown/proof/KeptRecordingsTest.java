package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** Recordings of talks outlive a crash, and go when their time is over. */
@Execution(ExecutionMode.CONCURRENT)
class KeptRecordingsTest {
    private static final short[] CALLER = Speech.of(Speech.LONG_A, 20);
    private static final short[] OFFICE = Speech.of(Speech.LONG_B, 20);
    private static final String CENTRE = "+380443334455";

    /** L5: what was said up to the end of the process is heard in the call to which it belongs; 30 days later it is gone. */
    @Test
    void aTalkCutByACrashIsHeardUpToItsLastMomentAndGoesWhenItsTimeIsOver() {
        Office office = RecordedTalkTest.office();
        String number = "+380671480001";
        try (Trunk direct = Trunk.of(office, "direct");
                Box box = Box.running(office, "2026-11-23T10:00:00+02:00");
                SwiftPhone ivan = SwiftPhone.registers(box, "202")) {
            direct.serves(box);
            SipCall caller = direct.calls(Trunk.Shown.as(number), "0441230004");
            SipCall his = ivan.isRung().lifts();
            caller.isAnswered();
            Until.holds(
                    "they talk",
                    () -> box.callsOf(number).getFirst().path("outcome").asString(),
                    "talking"::equals);
            his.fromNow();
            caller.fromNow().says(CALLER);
            his.says(OFFICE).hears(8);
            box.dies();
            box.again("2026-11-23T10:20:00+02:00");
            JsonNode call = box.callsOf(number).getFirst();
            assertThat(call.path("outcome").asString()).isEqualTo("interrupted");
            Api quality = box.as("quality", "hears-them-all");
            String path = Until.holds(
                    "its recording",
                    () -> box.callsOf(number).getFirst().path("recording").asString(""),
                    address -> !address.isEmpty());
            Taped taped = Taped.of(quality.send("GET", path, new byte[0], null).body());
            assertThat(taped.seconds()).isGreaterThan(6);
            // all of it, and its last second by itself
            assertThat(Hearing.share(taped.left(), CALLER)).isGreaterThanOrEqualTo(0.8);
            short[] last = Arrays.copyOfRange(taped.left(), taped.left().length - 8000, taped.left().length);
            assertThat(Hearing.share(last, CALLER)).isGreaterThanOrEqualTo(0.6);
            assertThat(taped.hasRight(OFFICE)).isTrue();
            box.clockReads("2026-12-23T09:55:00+02:00"); // the 30 days are over some seconds after ten
            assertThat(box.callsOf(number).getFirst().path("recording").isString())
                    .isTrue();
            box.clockReads("2026-12-23T10:30:00+02:00");
            JsonNode kept = Until.holds(
                    "it is gone",
                    () -> box.call(call.path("id").asString()),
                    one -> one.path("recording").isNull());
            assertThat(kept.path("events").toString()).contains("recordings are kept for 30 days");
            Until.holds("and its sound", () -> {
                String[] files = box.data().resolve("recordings").toFile().list();
                return files != null && files.length == 0;
            });
        }
    }

    /** SITUATIONS 18: calls that an outside call centre takes stay ours: recorded. Over a line, and the caller is told before it rings there. */
    @Test
    void whatACallCentreTakesAfterHoursIsRecordedToo() {
        Office office = RecordedTalkTest.office()
                .without("duty: 201")
                .with(
                        "  front:                         #",
                        "  front:\n    record: true\n    saysRecorded: box              #")
                .linesForCallersOnly()
                .with("afterHours:  ", """
                        afterHours:
                          when: {mon-fri: callCentre, sat-sun: machine, holidays: machine}
                          modes:
                            machine: {greeting: "Вітаємо! Зараз неробочий час."}
                            callCentre: {ring: "%s", takeBy: key, for: 20s, otherwise: machine}
                        """.formatted(CENTRE));
        String number = "+380671480002";
        try (Trunk direct = Trunk.of(office, "direct");
                Box box = Box.running(office, "2026-11-24T18:30:00+02:00")) {
            direct.serves(box);
            Line line = box.line(1)
                    .clear()
                    .rings(number, "etsi-before-ring")
                    .isAnswered()
                    .hears(0.6);
            SipCall centre = direct.isCalled().lifts().hears(1).presses("1");
            Until.holds(
                    "they talk",
                    () -> box.callsOf(number).getFirst().path("outcome").asString(),
                    "talking"::equals);
            centre.fromNow();
            line.says(CALLER);
            centre.hears(4).says(OFFICE);
            line.fromNow().hears(4);
            centre.hangsUp();
            line.hangsUp().isFree();
            JsonNode call = box.endedCall(number);
            assertThat(call.path("answeredBy").asString()).isEqualTo(CENTRE);
            Api quality = box.as("quality", "hears-them-all");
            Taped taped = Taped.of(quality.send("GET", call.path("recording").asString(), new byte[0], null)
                    .body());
            assertThat(taped.hasLeft(CALLER)).isTrue();
            assertThat(taped.hasRight(OFFICE)).isTrue();
        }
    }
}
