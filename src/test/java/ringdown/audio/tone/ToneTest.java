package ringdown.audio.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import ringdown.audio.Level;

class ToneTest {
    @Test
    void theNotationOfToneTablesIsRead() {
        CadencedTone busy = CadencedTone.parse("425 350,350");
        assertThat(busy.steps())
                .containsExactly(new ToneStep(new Tone.Single(425), 350, 0), new ToneStep(null, 350, 0));
        assertThat(CadencedTone.parse("350+440").continuous()).isTrue();
        assertThat(CadencedTone.parse("400 400,200,400,2000").cycleMillis()).isEqualTo(3000);
        assertThat(CadencedTone.parse("400*25").steps().getFirst().tone()).isEqualTo(new Tone.Modulated(400, 25));
        assertThat(CadencedTone.parse("950 330/1400 330/1800 330,1000").steps()).hasSize(4);
        assertThat(CadencedTone.parse("425 375,375/425@-10 375,375")
                        .steps()
                        .get(2)
                        .gainDb())
                .isEqualTo(-10);
        assertThat(busy).hasToString("425 350,350");
    }

    @Test
    void aTextThatIsNoToneSaysWhy() {
        for (String bad : new String[] {
            "",
            " ",
            "busy",
            "425 ",
            "425 350,",
            "425 0,350",
            "425 -1,350",
            "425 350 350",
            "5",
            "9000",
            "425+",
            "425++440",
            "425/",
            "425 1e9",
            "400*0",
            "425 99999999",
            "425@x",
            "425/425 100,100",
            "350+440+480"
        }) {
            if (bad.equals("425 ")) {
                assertThat(CadencedTone.parse(bad).continuous()).isTrue();
                continue;
            }
            assertThatThrownBy(() -> CadencedTone.parse(bad))
                    .as(bad)
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .hasSizeGreaterThan(20);
        }
    }

    @Test
    void everyCountryOfTheTableHasItsTones() {
        assertThat(CountryTones.countries())
                .contains(
                        "US", "CA", "GB", "DE", "FR", "IT", "ES", "NL", "PL", "RU", "UA", "BY", "KZ", "BR", "IN", "CN",
                        "AU", "JP");
        assertThat(CountryTones.of("ua").busy()).hasToString("425 350,350");
        assertThat(CountryTones.of("UK").ringback()).hasToString("400+450 400,200,400,2000");
        assertThat(CountryTones.of("SE").country()).isEqualTo("SE");
        assertThat(CountryTones.of("SE").dial()).hasToString("425");
        assertThat(CountryTones.of("JP").ringHz()).isEqualTo(16);
    }

    @Test
    void aCadenceIsHeardToTheMillisecondAndWithoutClicks() {
        short[] sound = new short[8 * 1400];
        var generator = ToneGenerator.endless(CadencedTone.parse("425 350,350"), -10);
        for (int at = 0; at < sound.length; at += 80) {
            generator.read(sound, at, 80);
        }
        for (int start : new int[] {0, 700 * 8}) {
            assertThat(Level.dbm0(sound, start + 80, 340 * 8)).isCloseTo(-10, within(0.2));
            assertThat(Level.dbm0(sound, start + 350 * 8, 350 * 8)).isEqualTo(Level.SILENCE_DBM0);
        }
        // No step between samples is larger than a sine of 425 Hz makes.
        double steepest = Level.amplitude(-10) * 2 * Math.PI * 425 / 8000;
        for (int i = 1; i < sound.length; i++) {
            assertThat(Math.abs(sound[i] - sound[i - 1])).isLessThanOrEqualTo((int) Math.ceil(steepest * 1.05) + 1);
        }
    }

    @Test
    void aBurstEnds() {
        var tone = ToneGenerator.burst(new Tone.Single(1400), -12, 400);
        short[] sound = new short[8000];
        tone.read(sound, 0, sound.length);
        assertThat(tone.finished()).isTrue();
        assertThat(Level.dbm0(sound, 0, 3200)).isCloseTo(-12, within(0.2));
        assertThat(Level.peak(sound, 3200, 4800)).isZero();
    }

    @Test
    void twoFrequenciesHaveEachTheLevelAndModulationHasItsSidebands() {
        short[] dual = new short[8000];
        ToneGenerator.endless(CadencedTone.parse("350+440"), -13).read(dual, 0, 8000);
        assertThat(Level.dbm0(dual)).isCloseTo(-10, within(0.1));
        short[] modulated = new short[8000];
        ToneGenerator.endless(CadencedTone.parse("400*25"), -10).read(modulated, 0, 8000);
        assertThat(Level.dbm0(modulated)).isCloseTo(-10 - 6 + 1.76, within(0.1));
    }
}
