package ringdown.board.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.audio.Frame;
import ringdown.audio.Level;

class LevelsTest {
    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0", "6, -3.5, 6, -3.5", "-6.2, 3, -6.2, 3", "20, -40, 12, -15"})
    void aLinesGainsAreMadeInItsChipAndHoldOverAReset(double heard, double sent, double hears, double sends) {
        Bay bay = new Bay("UA", 1, 0);
        bay.line().hook(true);
        bay.line().levels(heard, sent);
        bay.run(100);
        measure(bay, hears, sends);
        bay.board.silicon().exchangeChips().getFirst().reset();
        bay.run(500);
        measure(bay, hears, sends);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0", "-3, -6, -3, -6", "4, 5.9, 4, 5.9", "-40, 20, -15, 6"})
    void aTelephonesGainsAreMadeInItsChipAndHoldOverAReset(double heard, double sent, double hears, double sends) {
        Bay bay = new Bay("UA", 0, 1);
        bay.telephone().hook(true);
        bay.port().levels(heard, sent);
        bay.run(100);
        measureTelephone(bay, hears, sends);
        bay.board.silicon().telephoneChips().getFirst().reset();
        bay.run(2000);
        measureTelephone(bay, hears, sends);
    }

    private static void measureTelephone(Bay bay, double hears, double sends) {
        short[] tone = tone();
        double level = Level.dbm0(tone);
        short[] frame = Frame.silence();
        bay.telephone().speak(tone);
        bay.run(20);
        bay.port().receive(frame);
        assertThat(Level.dbm0(frame)).isCloseTo(level + hears, Offset.offset(0.7));
        bay.telephone().speak(Frame.silence());
        for (int block = 0; block < 2; block++) {
            bay.port().send(tone);
            bay.run(10);
        }
        bay.telephone().heard(frame);
        assertThat(Level.dbm0(frame)).isCloseTo(level + sends, Offset.offset(0.7));
    }

    private static short[] tone() {
        short[] tone = Frame.silence();
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (short) (1000 * Math.sin(2 * Math.PI * 1000 * i / 8000));
        }
        return tone;
    }

    private static void measure(Bay bay, double hears, double sends) {
        short[] tone = tone();
        double level = Level.dbm0(tone);
        short[] frame = Frame.silence();
        bay.exchange().speak(tone);
        bay.run(10);
        bay.line().receive(frame);
        assertThat(Level.dbm0(frame)).isCloseTo(level + hears, Offset.offset(0.7));
        bay.exchange().speak(Frame.silence());
        for (int block = 0; block < 2; block++) {
            bay.line().send(tone); // half of a block is still in the highway's buffers when it ends
            bay.run(10);
        }
        bay.exchange().heard(frame);
        assertThat(Level.dbm0(frame)).isCloseTo(level + sends, Offset.offset(0.7));
    }
}
