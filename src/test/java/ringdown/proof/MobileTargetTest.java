package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** SITUATIONS 7, LINES 8: a mobile as a target over a trunk is asked for key 1 until it is pressed; its mailbox never swallows a call. */
@Execution(ExecutionMode.CONCURRENT)
class MobileTargetTest {
    private static final String MOBILE = "671118888";

    private static Office office() {
        return Office.ofTheContract()
                .linesForCallersOnly()
                .withDirectTrunk("ring: \"+380671118888\", for: 40s", "ring: 203, for: 20s");
    }

    @Test
    void theQuestionIsRepeatedUntilKeyOneAMailboxTakesNothingAndACallerWhoLeavesMeanwhileIsOwedACall() {
        Office office = office();
        try (Trunk direct = Trunk.of(office, "direct");
                Box box = Box.running(office, "2026-11-23T10:00:00+02:00")) {
            direct.serves(box);
            theMailboxTakesNothing(box, direct);
            theCallerLeaves(box, direct);
            aPersonTakesIt(box, direct);
            assertThat(box.balance().path("balanced").asBoolean()).isTrue();
        }
    }

    private static SipCall asked(Trunk direct) {
        SipCall mobile = direct.isCalled();
        assertThat(mobile.number()).endsWith(MOBILE);
        return mobile.lifts();
    }

    /** It says its sentence, gives a tone and records: the box asks again and again, and goes on to the next step. */
    private static void theMailboxTakesNothing(Box box, Trunk direct) {
        String number = "+380671480001";
        SipCall caller = direct.calls(Trunk.Shown.as(number), "0441230004");
        SipCall mailbox = asked(direct);
        mailbox.says(Speech.of("This is the mailbox of somebody. Please leave a message after the tone.", 5));
        short[] first = Arrays.copyOf(mailbox.fromNow().hears(2.5).heard(), 2 * 8000);
        mailbox.fromNow();
        Until.holds("asked again", () -> Hearing.alike(first, mailbox.heard(), 1.5), likeness -> likeness >= 0.9);
        mailbox.isOver();
        assertThat(caller.talks()).as("nobody has taken the call").isFalse();
        box.telephone(2).isRung();
        caller.hangsUp();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("outcome").asString()).isEqualTo("gaveUp");
        assertThat(call.path("answeredBy").isNull()).isTrue();
        assertThat(call.path("stages").get(0).path("result").asString()).isEqualTo("noAnswer");
        box.telephone(2).isQuiet();
    }

    private static void theCallerLeaves(Box box, Trunk direct) {
        String number = "+380671480002";
        SipCall caller = direct.calls(Trunk.Shown.as(number), "0441230004");
        SipCall mobile = asked(direct);
        mobile.fromNow().hears(1);
        caller.hangsUp();
        mobile.isOver();
        JsonNode call = box.endedCall(number);
        assertThat(call.path("outcome").asString()).isEqualTo("gaveUp");
        assertThat(call.path("stages").get(0).path("result").asString()).isEqualTo("callerLeft");
        assertThat(box.promises(number, "open")).hasSize(1);
    }

    private static void aPersonTakesIt(Box box, Trunk direct) {
        String number = "+380671480003";
        SipCall caller = direct.calls(Trunk.Shown.as(number), "0441230004");
        SipCall mobile = asked(direct);
        mobile.fromNow().hears(6).presses("1");
        caller.isAnswered().fromNow();
        short[] said = Speech.of(Speech.LONG_B, 6);
        mobile.says(said);
        caller.hears(2.5);
        assertThat(Hearing.alike(caller.heard(), said, 2)).isGreaterThanOrEqualTo(0.97);
        caller.hangsUp();
        mobile.isOver();
        assertThat(box.endedCall(number).path("answeredBy").asString()).isEqualTo("+380" + MOBILE);
    }
}
