package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** LINES 8: a caller on one line talks with a mobile on another, and no telephone of the office hears when one of them has gone. */
@Execution(ExecutionMode.CONCURRENT)
class LineToLineTest {
    private static final String CALLER = "+380671510001";
    private static final String UNWATCHED = "neither line tells when its caller has gone";

    private static final Office OFFICE = new Office("""
            office: {name: Romashka, country: UA, language: uk, timeZone: Europe/Kyiv}
            accounts:
              - {name: installer, role: installer, password: change-me-now}
            hours: {week: {mon-fri: "09:00-18:00"}}
            people:
              - {extension: 203, name: Марія Шевченко, phones: ["fxs:2"]}
            teams:
              - {name: desk, members: [203], head: 203}
            lines:
              - {port: "fxo:1", number: "+380441230001", script: front}
              - {port: "fxo:2", number: "+380441230002", script: front}
              - {port: "fxo:3", number: "+380441230003", script: front, direction: in}
            scripts:
              front:
                stages:
                  - {ring: "+380671110101", for: 60s}
                otherwise: message
            """);

    private static Box box(Office office) {
        Box box = Box.running(office, "2026-11-23T10:00:00+02:00");
        for (int n = 1; n <= 2; n++) {
            box.line(n).clear().behaves(Map.of("answers", Map.of("afterMs", 500)));
        }
        return box;
    }

    /** The mobile's owner takes the call by key. */
    private static void taken(Box box, Line mobile, String number) {
        mobile.isAnswered();
        mobile.says(Speech.of("Hello, this is Peter speaking.")); // a line of copper shows an answer by its voice
        mobile.fromNow().hears(2);
        mobile.presses("1");
        Until.holds(
                "they talk",
                () -> box.callsOf(number).getFirst().path("outcome").asString(),
                "talking"::equals);
    }

    private static void hears(Line listener, Line speaker) {
        short[] said = Speech.of(Speech.LONG_B, 8);
        listener.fromNow();
        speaker.says(said);
        listener.hears(3);
        assertThat(Hearing.alike(listener.heard(), said, 2)).isGreaterThanOrEqualTo(0.85);
    }

    private static String events(Box box, String number) {
        return box.call(box.callsOf(number).getFirst().path("id").asString())
                .path("events")
                .toString();
    }

    @Test
    void everyHalfHourTheTwoAreAskedAKeyLetsThemTalkOnAndWithoutOneBothLinesAreFree() {
        try (Box box = box(OFFICE.with("0001\", script: front}", "0001\", script: front, release: [busyTone]}"))) {
            Line caller = box.line(1);
            Line mobile = box.line(2);
            caller.rings(CALLER, "etsi-before-ring");
            taken(box, mobile, CALLER);
            hears(mobile, caller);

            box.clockReads("2026-11-23T10:35:00+02:00");
            mobile.fromNow().hears(1.5);
            mobile.presses("1"); // at once: the caller's half of the question is looked at in the next round
            Until.holds(
                    "the key is taken",
                    () -> events(box, CALLER),
                    said -> said.contains("key: the two callers still talk"));
            hears(caller, mobile);

            box.clockReads("2026-11-23T11:10:00+02:00");
            caller.fromNow().hears(1.5);
            Until.holds(
                    "nobody presses",
                    Duration.ofSeconds(90),
                    () -> events(box, CALLER),
                    said -> said.contains("no key: the two callers are taken for gone"));
            assertThat(box.endedCall(CALLER).path("outcome").asString()).isEqualTo("talked");
            assertThat(box.endedCall(CALLER).path("talkSeconds").asDouble()).isPositive();
            caller.hangsUp().isFree();
            mobile.hangsUp().isFree();
            assertThat(box.promises(CALLER, "open")).isEmpty();
            assertThat(box.balance().path("balanced").asBoolean()).isTrue();
        }
    }

    @Test
    void onANewBoxAMobileIsRungFromTheFirstCallOnAndBusyToneFreesBothLines() {
        try (Box box = box(OFFICE)) {
            Line caller = box.line(1).rings(CALLER, "etsi-before-ring");
            Line mobile = box.line(2);
            taken(box, mobile, CALLER);
            hears(mobile, caller);
            mobile.hangsUp();
            caller.hangsUp().isFree();
            mobile.isFree();
            assertThat(box.endedCall(CALLER).path("outcome").asString()).isEqualTo("talked");
            assertThat(events(box, CALLER)).doesNotContain(UNWATCHED);
        }
    }
}
