package ringdown.audio.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.audio.Level;
import ringdown.audio.tone.CadencedTone;
import ringdown.audio.tone.ToneGenerator;

/** What a tone is made of, measured to what an installer may trust: 5 Hz, 20 ms, 1 dB. */
class TonePictureTest {
    private static short[] sound(String notation, double dbm0, double noiseDbm0, int millis, int skipMillis) {
        ToneGenerator tone = ToneGenerator.endless(CadencedTone.parse(notation), dbm0);
        tone.read(new short[skipMillis * 8], 0, skipMillis * 8);
        short[] sound = new short[millis * 8];
        tone.read(sound, 0, sound.length);
        Random random = new Random(7);
        for (int i = 0; i < sound.length; i++) {
            sound[i] += (short) Math.round(random.nextGaussian() * Level.rms(noiseDbm0));
        }
        return sound;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            425 350,350     | 425     | 350,350
            480+620 350,350 | 480,620 | 350,350
            480+620 500,500 | 480,620 | 500,500
            400 375,375     | 400     | 375,375
            425 500,500     | 425     | 500,500
            425 210,210     | 425     | 210,210
            418 320,380     | 418     | 320,380
            425 250,250,750,250 | 425 | 250,250,750,250
            425 210,210,210,210,210,210,630,210 | 425 | 210,210,210,210,210,210,630,210
            450 350,350     | 450     | 350,350
            425 1000,1000   | 425     | 1000,1000
            350+440         | 350,440 | -
            413+438         | 413,438 | -
            425             | 425     | -
            """)
    void aToneIsMeasuredWithinFiveHertzAndTwentyMilliseconds(String notation, String hz, String cadence) {
        for (double dbm0 : new double[] {-10, -30}) {
            TonePicture picture = TonePicture.of(sound(notation, dbm0, -50, 5000, 130));
            List<Double> wanted = doubles(hz);
            assertThat(picture.hz())
                    .as("%s at %s: %s", notation, dbm0, picture.hz())
                    .hasSameSizeAs(wanted);
            for (int i = 0; i < wanted.size(); i++) {
                assertThat(picture.hz().get(i)).isCloseTo(wanted.get(i), within(1.5));
            }
            roundOf(picture, cadence.equals("-") ? List.of() : doubles(cadence));
            double expected = dbm0 + (wanted.size() == 2 ? 3 : 0);
            assertThat(picture.dbm0()).isCloseTo(expected, within(1.0));
        }
    }

    /** A round begins where the sound began; what is the same turned is the same round. */
    private static void roundOf(TonePicture picture, List<Double> wanted) {
        assertThat(picture.cadence()).as(picture.notation()).hasSameSizeAs(wanted);
        boolean found = wanted.isEmpty();
        for (int shift = 0; shift < wanted.size() && !found; shift += 2) {
            boolean same = true;
            for (int i = 0; i < wanted.size(); i++) {
                same &= Math.abs(picture.cadence().get(i) - wanted.get((i + shift) % wanted.size())) <= 10;
            }
            found = same;
        }
        assertThat(found).as("%s is %s", picture.cadence(), wanted).isTrue();
    }

    private static List<Double> doubles(String list) {
        return java.util.Arrays.stream(list.split(",", -1)).map(Double::valueOf).toList();
    }

    @Test
    void whatIsNoToneHasNoFrequency() {
        Random random = new Random(3);
        short[] noise = new short[16000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (short) Math.round(random.nextGaussian() * Level.rms(-20));
        }
        assertThat(TonePicture.of(noise).tone()).isFalse();
        assertThat(TonePicture.of(new short[8000]).tone()).isFalse();
        assertThat(TonePicture.of(new short[0]).tone()).isFalse();
    }

    @Test
    void thePictureHasAnEnvelopeAndASpectrum() {
        TonePicture picture = TonePicture.of(sound("425 350,350", -12, -60, 3000, 0));
        assertThat(picture.envelope()).hasSize(300);
        assertThat(picture.envelope().get(10)).isCloseTo(-12, within(1.0));
        assertThat(picture.envelope().get(50)).isLessThan(-50);
        int loudest = picture.spectrum()
                .indexOf(picture.spectrum().stream().max(Double::compare).orElseThrow());
        assertThat(TonePicture.SPECTRUM_FROM + loudest * TonePicture.SPECTRUM_HZ)
                .isEqualTo(420);
    }
}
