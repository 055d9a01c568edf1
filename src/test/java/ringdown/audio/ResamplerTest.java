package ringdown.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ResamplerTest {
    private static final int[] RATES = {11025, 16000, 22050, 24000, 32000, 44100, 48000, 96000};

    @Test
    void theVoiceBandPassesUnchanged() {
        for (int rate : RATES) {
            for (int hz = 200; hz <= 3400; hz += 400) {
                assertThat(level(rate, hz)).as("%d Hz at %d", hz, rate).isCloseTo(-10, within(0.15));
            }
        }
    }

    @Test
    void whatWouldFoldBackIsSixtyDecibelsDown() {
        for (int rate : RATES) {
            for (int hz = 4200; hz < Math.min(rate / 2, 20_000); hz += 700) {
                assertThat(level(rate, hz)).as("%d Hz at %d", hz, rate).isLessThan(-70);
            }
        }
    }

    private static double level(int rate, int hz) {
        float[] in = new float[rate / 2];
        for (int i = 0; i < in.length; i++) {
            in[i] = (float) (Level.amplitude(-10) * Math.sin(2 * Math.PI * hz * i / rate));
        }
        return Level.dbm0(Resampler.to8k(in, rate), 400, 3200);
    }
}
