package ringdown.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.Patience;
import ringdown.audio.Correlation;
import ringdown.call.CallEvent;
import ringdown.number.Extension;

/** Two telephones nobody here has written. */
class BaresipTest {
    private static final int PIECE = 1_600;
    private static final int PIECES = 10;

    @ParameterizedTest(name = "{0} to {1} over {2}")
    @CsvSource({"PCMA, PCMA, udp", "PCMA, PCMU, udp", "PCMU, PCMU, tcp"})
    void twoRealPhonesHearEachOther(String callerCodec, String calleeCodec, String transport, @TempDir Path folder)
            throws Exception {
        short[] first = Correlation.babble(1, 6);
        short[] second = Correlation.babble(2, 6);
        try (var box = new TestBox();
                var caller = new Baresip(folder, box, "201", callerCodec, first, false, transport);
                var callee = new Baresip(folder, box, "202", calleeCodec, second, true, transport)) {
            Patience.until(
                    "both are registered",
                    () -> box.edge.registered(new Extension("201")) && box.edge.registered(new Extension("202")));
            caller.dial("202");
            box.exchange.await(CallEvent.Answered.class);
            var voice = java.util.Objects.requireNonNull(
                    box.exchange.legs.getFirst().voice().rtp());
            Patience.until("three seconds are said", () -> voice.statistics().received() > 150);
            caller.press('5');
            box.exchange.await(CallEvent.DigitPressed.class, d -> d.digit() == '5');
            Patience.until("five seconds are said", () -> voice.statistics().received() > 260);
            caller.hangUp();
            box.exchange.await(CallEvent.Gone.class);
            callee.close();
            caller.close();
            assertThat(arrived(first, callee.heard())).isGreaterThan(PIECES / 2);
            assertThat(arrived(second, caller.heard())).isGreaterThan(PIECES / 2);
        }
    }

    @Test
    void aRealTelephoneAsksForItsMessagesAndIsToldOfEachChange(@TempDir Path folder) throws Exception {
        try (TestBox box = new TestBox()) {
            box.mail.put("201", new WaitingMail(true, 3));
            try (Baresip phone = new Baresip(folder, box, "201", "pcma", new short[8000], false, "udp")) {
                logs(phone, "Voice-Message: 3/0 (0/0)");
                box.mail.put("201", new WaitingMail(false, 0));
                box.edge.telephone(new Extension("201")).orElseThrow().lamp(false, 0);
                logs(phone, "Messages-Waiting: no");
            }
        }
    }

    private static void logs(Baresip phone, String what) {
        Patience.until("it shows " + what, () -> {
            try {
                return phone.log().contains(what);
            } catch (IOException notYet) {
                return false;
            }
        });
    }

    /**
     * From half a second to two and a half, before the key is pressed: how many fifths of a second arrived as they were said, in their
     * place. A telephone that waits longer or less on a busy machine leaves out or puts in a packet, which spoils one fifth and moves
     * those after it a little.
     */
    private static int arrived(short[] said, short[] heard) {
        int[] lags = new int[PIECES];
        boolean[] whole = new boolean[PIECES];
        for (int i = 0; i < PIECES; i++) {
            int from = 4_000 + i * PIECE;
            Correlation found = Correlation.of(Arrays.copyOfRange(said, from, from + PIECE), heard);
            lags[i] = found.lag() - i * PIECE;
            whole[i] = found.value() > 0.99;
        }
        int usual = Arrays.stream(lags).sorted().toArray()[PIECES / 2];
        int arrived = 0;
        for (int i = 0; i < PIECES; i++) {
            arrived += whole[i] && Math.abs(lags[i] - usual) < 4_000 ? 1 : 0;
        }
        return arrived;
    }
}
