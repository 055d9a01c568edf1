package ringdown.audio.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringdown.audio.Level;
import ringdown.audio.Noise;
import ringdown.audio.tone.CadencedTone;

class FaxDetectorTest {
    @Test
    void aCallingFaxIsHeard() {
        for (double hz : new double[] {1100, 1065, 1135}) {
            short[] sound = Noise.add(ToneSounds.of(CadencedTone.parse(hz + " 500,3000"), -25, 3400), -45, 1);
            assertThat(heard(sound)).as("%s", hz).containsExactly(FaxEvent.CALLING);
        }
    }

    @Test
    void anAnsweringFaxIsHeardWithAndWithoutPhaseReversals() {
        for (double hz : new double[] {2100, 2086, 2114}) {
            assertThat(heard(answer(hz, false))).as("%s", hz).containsExactly(FaxEvent.ANSWERING);
            assertThat(heard(answer(hz, true))).containsExactly(FaxEvent.ANSWERING, FaxEvent.PHASE_REVERSED);
        }
    }

    @Test
    void speechAndOtherTonesAreNoFax() throws Exception {
        assertThat(heard(Noise.speech("en", "Please send us a fax, or call again tomorrow. ".repeat(20))))
                .isEmpty();
        for (String tone : new String[] {"1000", "1200", "425", "2000", "2200", "1100 200,200"}) {
            assertThat(heard(ToneSounds.of(CadencedTone.parse(tone), -15, 5000)))
                    .as(tone)
                    .isEmpty();
        }
    }

    private static short[] answer(double hz, boolean reversals) {
        short[] sound = new short[8000 * 3];
        for (int i = 0; i < sound.length; i++) {
            double sign = reversals && i / 3600 % 2 == 1 ? -1 : 1;
            sound[i] = (short) (sign * Level.amplitude(-20) * Math.sin(2 * Math.PI * hz * i / 8000));
        }
        return Noise.add(sound, -45, 2);
    }

    private static List<FaxEvent> heard(short[] sound) {
        List<FaxEvent> all = new ArrayList<>();
        var detector = new FaxDetector(all::add);
        detector.process(sound, 0, sound.length);
        return all;
    }
}
