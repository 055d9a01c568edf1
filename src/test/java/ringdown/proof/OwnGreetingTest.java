package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import ringdown.audio.Wav;

/** People greet the callers of their box in their own words. */
@Execution(ExecutionMode.CONCURRENT)
class OwnGreetingTest {
    private static final String NUMBER = "+380671170001";
    private static final String GENERAL = "/api/people/203/greetings/general";
    private static final short[] SAID = Speech.of(Speech.LONG_A, 5);

    private static Handset begins(Box box) {
        Handset maria = box.telephone(2).isQuiet().dials("*97").fromNow();
        maria.hears(0.3).presses("0").hears(2).presses("1").hears(3).presses("1");
        Until.holds("the tone", () -> Hearing.messageTone(maria.heard()), at -> at >= 0);
        return maria.says(SAID).fromNow();
    }

    private static void leavesInTheMiddleOfTheGreeting(Line line) {
        line.rings(NUMBER, "etsi-before-ring");
        line.isAnswered().hears(1).hangsUp().isFree();
    }

    private static int status(Box box, String method, byte[] body) {
        return box.api().send(method, GENERAL, body, "audio/wav").statusCode();
    }

    @Test
    void aGreetingRecordedByTelephoneIsHeardInTheBoxAndTheMomentIsStillPromised() {
        try (Box box = Box.running(Office.ofTheContract().stages("2s"), "2026-11-23T10:00:00+02:00")) {
            box.api()
                    .post(
                            "/api/contacts",
                            Map.of("name", "Sender", "numbers", List.of(NUMBER), "class", "client", "manager", "203"));
            Handset maria = begins(box);
            Until.holds("she has spoken", () -> maria.heard().length, n -> n > SAID.length + 2000);
            maria.presses("#").fromNow().hears(0.5).hangsUp();
            short[] kept = box.api().sound(GENERAL);
            assertThat(Hearing.alike(kept, SAID, 2)).isGreaterThanOrEqualTo(0.95);
            Handset again = begins(box);
            Until.holds("she speaks", () -> again.heard().length, n -> n > 16_000);
            again.hangsUp();
            box.telephone(2).isQuiet();
            assertThat(box.api().sound(GENERAL))
                    .as("hanging up keeps the old one")
                    .isEqualTo(kept);
            Line line = box.line(1).clear();
            line.rings(NUMBER, "etsi-before-ring");
            line.hearsMessageTone();
            assertThat(Hearing.alike(kept, line.heard(), 2)).isGreaterThanOrEqualTo(0.95);
            line.hangsUp().isFree();
            box.endedCall(NUMBER);
            leavesInTheMiddleOfTheGreeting(box.line(1).clear());
            assertThat(box.callsOf(NUMBER))
                    .hasSize(2)
                    .allSatisfy(
                            call -> assertThat(call.path("outcome").asString()).isEqualTo("gaveUp"));
            assertThat(box.promises(NUMBER, "open"))
                    .singleElement()
                    .satisfies(promise ->
                            assertThat(promise.path("spokenAs").asString()).isNotBlank());
            assertThat(status(box, "PUT", new byte[] {1, 2, 3})).isEqualTo(415);
            assertThat(status(box, "PUT", Wav.bytes(new short[70 * 8000]))).isEqualTo(400);
            assertThat(box.api().sound(GENERAL)).isEqualTo(kept);
            assertThat(status(box, "DELETE", new byte[0])).isEqualTo(204);
            assertThat(status(box, "GET", new byte[0])).isEqualTo(404);
        }
    }
}
