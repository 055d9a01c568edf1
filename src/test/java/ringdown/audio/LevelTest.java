package ringdown.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import ringdown.audio.tone.CadencedTone;
import ringdown.audio.tone.ToneGenerator;

class LevelTest {
    @Test
    void aSineHasTheLevelItWasMadeWith() {
        for (double dbm0 = -40; dbm0 <= 3; dbm0 += 1) {
            short[] sound = new short[8000];
            ToneGenerator.endless(CadencedTone.parse("1004"), dbm0).read(sound, 0, sound.length);
            assertThat(Level.dbm0(sound, 800, 7200)).isCloseTo(dbm0, within(0.05));
        }
    }

    @Test
    void aFullScaleSineIsAtTheOverloadPoint() {
        assertThat(Level.dbm0(32768 / Math.sqrt(2))).isCloseTo(3.14, within(1e-9));
        assertThat(Level.peakDbm0(32768)).isCloseTo(3.14, within(1e-9));
        assertThat(Level.dbm0(new short[80])).isEqualTo(Level.SILENCE_DBM0);
        assertThat(Level.rms(-10)).isCloseTo(Level.amplitude(-10) / Math.sqrt(2), within(1e-9));
    }

    @Test
    void pausesDoNotLowerTheActiveLevel() {
        short[] sound = new short[80_000];
        ToneGenerator.endless(CadencedTone.parse("800 2000,2000"), -20).read(sound, 0, sound.length);
        var active = new SpeechLevel();
        active.process(sound, 0, sound.length);
        assertThat(Level.dbm0(sound)).isCloseTo(-22.2, within(0.3));
        assertThat(active.dbm0()).isCloseTo(-20.4, within(0.5));
        assertThat(active.activity()).isCloseTo(0.66, within(0.05));
        assertThat(new SpeechLevel().dbm0()).isEqualTo(Level.SILENCE_DBM0);
    }
}
