package ringdown.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringdown.Patience;
import ringdown.call.CallEvent;
import ringdown.call.HangupCause;
import ringdown.call.Telephone;
import ringdown.number.Extension;

/** Telephones that are gone without a word. */
class VanishingTest {
    private TestBox box;

    @BeforeEach
    void start() throws Exception {
        box = new TestBox(
                new TestBox.Kept(),
                TestBox.freePort(),
                List.of(),
                Duration.ofMillis(1500),
                Duration.ofMillis(800),
                Duration.ofSeconds(90));
    }

    @AfterEach
    void stop() throws Exception {
        box.close();
    }

    @Test
    void aPhoneThatSaysNothingIsAskedAndLostWhenItHasForgottenTheCall() throws Exception {
        var caller = box.phone("201");
        var call = caller.call("600").dial("", caller.sdp("sendrecv"));
        assertThat(call.answered().status()).isEqualTo(200);
        var asked = call.request("OPTIONS");
        call.reply(asked, 200, "", "");
        call.reply(call.request("OPTIONS"), 481, "", "");
        assertThat(box.exchange.await(CallEvent.Gone.class).cause()).isEqualTo(HangupCause.LOST);
    }

    @Test
    void aPhoneThatAnswersNothingAtAllIsUnreachableAndNotRungAgain() throws Exception {
        var deaf = box.registered("202");
        var telephone = box.edge.telephone(new Extension("202")).orElseThrow();
        assertThat(telephone.state()).isEqualTo(Telephone.State.FREE);
        var caller = box.phone("201");
        var call = caller.call("202").dial("", caller.sdp("sendrecv"));
        deaf.rung();
        assertThat(call.answered().status()).isEqualTo(480);
        assertThat(box.exchange.await(CallEvent.Gone.class).cause()).isEqualTo(HangupCause.UNREACHABLE);
        Patience.until(
                () -> "it is known to be deaf: " + telephone.state(),
                () -> telephone.state() == Telephone.State.UNREACHABLE);
        assertThat(deaf.register("").status()).isEqualTo(200);
        assertThat(telephone.state()).isEqualTo(Telephone.State.FREE);
    }

    @Test
    void nothingIsLeftBehindByFiftyCallsThatEndInEveryWay() throws Exception {
        var caller = box.phone("201");
        for (int i = 0; i < 50; i++) {
            var call =
                    caller.call(i % 3 == 0 ? "601" : i % 3 == 1 ? "600" : "299").dial("", caller.sdp("sendrecv"));
            if (i % 3 == 0) {
                call.expect(183);
                call.cancel();
            }
            var end = call.answered();
            if (end.status() == 200) {
                assertThat(call.ask("BYE", "", "").status()).isEqualTo(200);
            }
        }
        Patience.until(() -> box.edge.dialogs() + " dialogs are left", () -> box.edge.dialogs() == 0);
        var telephone = box.edge.telephone(new Extension("201")).orElseThrow();
        Patience.until(
                () -> "no leg is left: " + telephone.state(), () -> telephone.state() == Telephone.State.UNREACHABLE);
    }
}
