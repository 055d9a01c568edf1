package ringdown.audio.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import ringdown.audio.Noise;
import ringdown.audio.tone.CadencedTone;

class CallingFaxTest {
    @Test
    void aFaxIsKnownByItsSecondBurstWithinTheTolerancesOfT30() throws Exception {
        for (String cadence : new String[] {"1100 500,3000", "1065 430,2600", "1135 570,3400"}) {
            for (double level : new double[] {-6, -15, -33}) {
                short[] sound = Noise.add(ToneSounds.of(CadencedTone.parse(cadence), level, 4600), -50, 1);
                assertThat(heard(sound)).as("%s at %s", cadence, level).isEqualTo(1);
            }
        }
        short[] echo = Noise.gain(Noise.speech("en", "Thank you for calling, please hold the line. ".repeat(4)), -14);
        short[] both = ToneSounds.of(CadencedTone.parse("1100 500,3000"), -15, 7800);
        for (int i = 0; i < both.length; i++) {
            both[i] += echo[i % echo.length];
        }
        assertThat(heard(both)).as("over the echo of a prompt").isEqualTo(1);
    }

    @Test
    void oneBurstAnotherCadenceSpeechAndMusicAreNoFax() throws Exception {
        assertThat(heard(ToneSounds.of(CadencedTone.parse("1100 500,3000"), -15, 3400)))
                .isZero();
        for (String tone : new String[] {"1100", "1100 500,500", "1100 500,2000", "1100 1000,3000", "1000 500,3000"}) {
            assertThat(heard(ToneSounds.of(CadencedTone.parse(tone), -15, 30_000)))
                    .as(tone)
                    .isZero();
        }
        assertThat(heard(Noise.speech("en", "Please send us a fax, or call again tomorrow. ".repeat(20))))
                .isZero();
        for (int seed = 0; seed < 5; seed++) {
            assertThat(heard(ToneSounds.melody(60_000, seed)))
                    .as("melody %d", seed)
                    .isZero();
        }
        assertThat(heard(ToneSounds.staccato(1108.7, 500, 30_000))).isZero();
    }

    private static int heard(short[] sound) {
        AtomicInteger told = new AtomicInteger();
        CallingFax fax = new CallingFax(told::incrementAndGet);
        for (int at = 0; at < sound.length; at += 80) {
            fax.process(sound, at, Math.min(80, sound.length - at));
        }
        return told.get();
    }
}
