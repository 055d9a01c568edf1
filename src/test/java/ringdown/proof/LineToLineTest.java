package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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
            for (Line one : List.of(caller, mobile)) {
                assertThat(one.view().path("releasedMs").asInt(-1))
                        .as("both far ends send busy tone: %s is free in 6 s of its own time", one.via())
                        .isBetween(0, 6000);
            }
            assertThat(box.endedCall(CALLER).path("outcome").asString()).isEqualTo("talked");
            assertThat(events(box, CALLER)).doesNotContain(UNWATCHED);
        }
    }

    private static void calls(Box box, Handset from, String number, Line over) {
        from.dials("0" + number.substring(4));
        over.isAnswered();
        over.says(Speech.of(Speech.LONG_A, 4));
        Until.holds(
                "they talk over " + over.via(),
                () -> box.callsOf(number).getFirst().path("outcome").asString(),
                "talking"::equals);
    }

    /** Without current the far end's going cannot be told. */
    private static void goesDead(Box box, Line line, String number) {
        line.behaves(Map.of("cut", true));
        box.endedCall(number);
    }

    @Test
    void onceBothLinesHaveHiddenTheirEndsNoMobileIsRungAndTheRecordSaysWhy() {
        try (Box box = box(OFFICE)) {
            Handset maria = box.telephone(2);
            Line one = box.line(1);
            Line other = box.line(2);
            calls(box, maria, "+380671510011", one);
            goesDead(box, one, "+380671510011");
            maria.hangsUp().isQuiet();
            calls(box, maria, "+380671510012", other);
            one.behaves(Map.of("cut", false));
            other.listens(7); // a battery that comes back may be a ring: for 6 s the line is not taken
            goesDead(box, other, "+380671510012");
            maria.hangsUp().isQuiet();
            other.behaves(Map.of("cut", false));
            int before = one.seizures();
            other.isFree().rings(CALLER, "etsi-before-ring");
            Until.holds("the mobile is not rung", () -> events(box, CALLER), said -> said.contains(UNWATCHED));
            other.hangsUp();
            assertThat(box.endedCall(CALLER).path("stages").toString()).contains("\"+380671110101\":\"unwatched\"");
            assertThat(one.seizures()).isEqualTo(before);
        }
    }

    @Test
    void aCallerIsNotLeftWithSomebodyOnAnotherLineWhereNeitherLineHasShownHowItReleases() {
        try (Box box = box(OFFICE.with("{ring: \"+380671110101\", for: 60s}", "{ring: 203, for: 60s}"))) {
            Handset maria = box.telephone(2);
            Line caller = box.line(1).rings(CALLER, "etsi-before-ring");
            maria.isRung().lifts();
            caller.isAnswered();
            caller.says(Speech.of(Speech.LONG_A, 4));
            maria.fromNow().hears(1);
            maria.flashes().fromNow().hears(0.5); // dial tone
            calls(box, maria, "+380671510021", box.line(2));
            maria.hangsUp().isRung(); // for the caller, who is still hers
            assertThat(events(box, CALLER)).contains(UNWATCHED);
            box.line(2).isFree();
            assertThat(caller.state()).isEqualTo("talking");
            maria.lifts().fromNow();
            caller.says(Speech.of(Speech.LONG_B, 4));
            maria.hears(1);

            box.line(2).behaves(Map.of("noAnswer", true));
            maria.flashes().fromNow().hears(0.5);
            maria.presses("0671510022");
            Until.holds("it rings there", () -> box.line(2).dialled(), "0671510022"::equals);
            maria.fromNow().hears(0.5); // the exchange's ring back
            maria.hangsUp();
            Until.holds(
                    "whoever rings outside is not given to the caller either",
                    () -> events(box, CALLER),
                    said -> said.indexOf(UNWATCHED) != said.lastIndexOf(UNWATCHED));
            assertThat(box.callsOf("+380671510022").getFirst().path("events").toString())
                    .doesNotContain("joins call");
            caller.hangsUp();
            box.endedCall(CALLER);
        }
    }
}
