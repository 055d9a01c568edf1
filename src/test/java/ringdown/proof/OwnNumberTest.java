package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** Whoever is called sees the number of the team that calls, as the provider gets it (Q10). */
@Execution(ExecutionMode.CONCURRENT)
class OwnNumberTest {
    private static final String TRUNKS_OWN = "+380441230003";
    private static final String OF_SALES = "+380441230004";
    private static final String CLIENT = "+380671490001";

    /** Lines only take calls, so that calls out go over the trunk; Ivan sells, Olena does not. */
    private static Office office() {
        return Office.ofTheContract()
                .stages("4s")
                .withoutGreetings()
                .linesForCallersOnly()
                .with("numbers: [\"" + TRUNKS_OWN + "\"]", "numbers: [\"" + TRUNKS_OWN + "\", \"" + OF_SALES + "\"]")
                .with("members: [202],      head: 203}", "members: [202], head: 203, shows: \"" + OF_SALES + "\"}");
    }

    private static void shows(SipCall call, String number) {
        assertThat(call.invite().header("From")).contains("<sip:" + number + "@");
        assertThat(call.invite().header("P-Asserted-Identity")).contains("<sip:" + number + "@");
    }

    @Test
    void whoeverIsCalledSeesTheNumberOfTheTeamThatCallsAndElseTheTrunksOwn() {
        Office office = office();
        try (Trunk provider = Trunk.of(office, "provider");
                Box box = Box.running(office, "2026-11-23T10:00:00+02:00")) {
            provider.serves(box);
            try (SwiftPhone olena = SwiftPhone.registers(box, "201")) {
                SipCall hers = olena.dials("0671490009");
                SipCall stranger = provider.isCalled();
                shows(stranger, TRUNKS_OWN);
                stranger.hangsUp();
                hers.isOver();
            }
            Handset ivan = box.telephone(1).dials("0671490009");
            SipCall dialled = provider.isCalled().lifts();
            shows(dialled, OF_SALES);
            dialled.hangsUp();
            ivan.hangsUp().isQuiet();
            theSameWhenAPromiseIsKeptByOneClick(box, provider, ivan);
        }
    }

    private static void theSameWhenAPromiseIsKeptByOneClick(Box box, Trunk provider, Handset ivan) {
        box.line(1).rings(CLIENT, "etsi-before-ring").isRecorded();
        box.line(1).hangsUp().isFree();
        box.endedCall(CLIENT);
        JsonNode promise = box.promises(CLIENT, "open").getFirst();
        ivan.isQuiet();
        Until.holds(
                "Ivan can be rung",
                () -> box.api()
                        .postStatus("/api/promises/" + promise.path("id").asString() + "/call", Map.of("from", 202)),
                status -> status == 202);
        ivan.isRung().lifts();
        SipCall kept = provider.isCalled().lifts();
        shows(kept, OF_SALES);
        assertThat(kept.number()).contains("671490001");
        kept.hangsUp();
        ivan.hangsUp();
        JsonNode out = Until.holds(
                        "the call back is over",
                        () -> box.callsOf(CLIENT),
                        calls -> calls.size() == 2
                                && calls.getFirst().path("endedAt").isString())
                .getFirst();
        assertThat(out.path("events").toString()).contains("dialled over provider");
    }
}
