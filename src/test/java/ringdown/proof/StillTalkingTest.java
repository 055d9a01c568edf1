package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** LINES 8: two callers from outside whom somebody of the office has joined, and nobody of the office hears any more. */
@Execution(ExecutionMode.CONCURRENT)
class StillTalkingTest {
    private static final String CALLER = "+380671500001";
    private static final String PARTNER = "+380671500002";

    private static Office office() {
        return Office.ofTheContract().linesForCallersOnly().withDirectTrunk("ring: 202, for: 20s");
    }

    private static String events(Box box) {
        JsonNode call = box.callsOf(PARTNER).getFirst();
        return box.call(call.path("id").asString()).path("events").toString();
    }

    private static void hears(SipCall partner, Line caller) {
        short[] said = Speech.of(Speech.LONG_B, 8);
        partner.fromNow();
        caller.says(said);
        partner.hears(3);
        assertThat(Hearing.alike(partner.heard(), said, 2)).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void everyHalfHourTwoCallersWhomTheOfficeHasJoinedAreAskedAndAKeyLetsThemTalkOn() {
        Office office = office();
        try (Trunk direct = Trunk.of(office, "direct");
                Box box = Box.running(office, "2026-11-23T10:00:00+02:00")) {
            direct.serves(box);
            Line caller = box.line(1).clear();
            try (SwiftPhone ivan = SwiftPhone.registers(box, "202");
                    SwiftPhone olena = SwiftPhone.registers(box, "201")) {
                SipCall partner = direct.calls(Trunk.Shown.as(PARTNER), "0441230004");
                SipCall his = ivan.isRung().lifts();
                partner.isAnswered();
                his.holds();
                caller.rings(CALLER, "etsi-before-ring").isAnswered();
                olena.isRung();
                SipCall out = ivan.dials("0671500001").isAnswered();
                Until.holds(
                        "202 talks with both",
                        () -> box.callsOf(CALLER).stream()
                                .anyMatch(call ->
                                        call.path("answeredBy").asString("").equals("202")));
                his.putsThrough("0671500001", out).isTold("SIP/2.0 200 OK").isOver();
                hears(partner, caller);

                partner.fromNow();
                caller.fromNow();
                box.clockReads("2026-11-23T10:35:00+02:00");
                partner.hears(1.5);
                caller.hears(1.5);
                caller.presses("1");
                Until.holds(
                        "the key is taken",
                        () -> events(box),
                        said -> said.contains("key: the two callers still talk"));
                hears(partner, caller);

                partner.fromNow();
                box.clockReads("2026-11-23T11:10:00+02:00");
                partner.hears(1.5);
                Until.holds("nobody presses", Duration.ofSeconds(90), partner::over, over -> over);
                caller.is("released", "idle").hangsUp().isFree();
                assertThat(box.endedCall(PARTNER).path("outcome").asString()).isEqualTo("talked");
                assertThat(events(box)).contains("no key: the two callers are taken for gone");
                assertThat(box.balance().path("balanced").asBoolean()).isTrue();
            }
        }
    }
}
