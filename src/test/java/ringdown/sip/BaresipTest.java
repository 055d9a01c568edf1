package ringdown.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.audio.Correlation;
import ringdown.call.CallEvent;
import ringdown.number.Extension;

/** Two telephones nobody here has written. */
class BaresipTest {
    @ParameterizedTest(name = "{0} to {1} over {2}")
    @CsvSource({"PCMA, PCMA, udp", "PCMA, PCMU, udp", "PCMU, PCMU, tcp"})
    void twoRealPhonesHearEachOther(String callerCodec, String calleeCodec, String transport) throws Exception {
        short[] first = Correlation.babble(1, 6);
        short[] second = Correlation.babble(2, 6);
        try (var box = new TestBox();
                var caller = new Baresip(box, "201", callerCodec, first, false, transport);
                var callee = new Baresip(box, "202", calleeCodec, second, true, transport)) {
            until(() -> box.edge.registered(new Extension("201")) && box.edge.registered(new Extension("202")));
            caller.dial("202");
            box.exchange.await(CallEvent.Answered.class);
            var voice = java.util.Objects.requireNonNull(
                    box.exchange.legs.getFirst().voice().rtp());
            until(() -> voice.statistics().received() > 150);
            caller.press('5');
            box.exchange.await(CallEvent.DigitPressed.class, d -> d.digit() == '5');
            until(() -> voice.statistics().received() > 260);
            caller.hangUp();
            box.exchange.await(CallEvent.Gone.class);
            callee.close();
            caller.close();
            assertThat(Correlation.of(middle(first), callee.heard()).value()).isGreaterThan(0.99);
            assertThat(Correlation.of(middle(second), caller.heard()).value()).isGreaterThan(0.99);
        }
    }

    /** From half a second to two and a half: before the key is pressed. */
    private static short[] middle(short[] sound) {
        return java.util.Arrays.copyOfRange(sound, 4_000, 20_000);
    }

    private static void until(java.util.function.BooleanSupplier done) {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(10_000_000);
        }
    }
}
