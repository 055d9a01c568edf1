package ringdown.audio.dtmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ringdown.audio.Companding;
import ringdown.audio.Level;
import ringdown.audio.Mixing;
import ringdown.audio.Noise;
import ringdown.audio.tone.CadencedTone;
import ringdown.audio.tone.ToneGenerator;

class DtmfTest {
    private static final String ALL = DtmfKeys.ALL;

    @Test
    void everyKeyIsReadOnceAtEveryLevelDownToMinus25AndEveryAlignment() {
        for (double level = -1; level >= -29; level -= 4) {
            for (int shift = 0; shift < 40; shift += 13) {
                assertThat(read(Noise.join(new short[shift], sound(ALL, level, level, 70, 70))))
                        .as("%s dBm0", level)
                        .isEqualTo(ALL);
            }
        }
    }

    @Test
    void keysOfFortyMillisecondsWithPausesOfFortyAreReadAndOfTwentyAreNot() {
        for (int shift = 0; shift < 40; shift++) {
            assertThat(read(Noise.join(new short[shift], sound(ALL, -15, -15, 40, 40))))
                    .isEqualTo(ALL);
            assertThat(read(Noise.join(new short[shift], sound(ALL, -15, -15, 20, 60))))
                    .isEmpty();
            assertThat(read(Noise.join(new short[shift], sound("5555", -15, -15, 50, 40))))
                    .isEqualTo("5555");
        }
    }

    @Test
    void aDipOfTenMillisecondsDoesNotSplitAKey() {
        for (int shift = 0; shift < 40; shift++) {
            short[] key = sound("7", -12, -12, 100, 100);
            Arrays.fill(key, 400, 480, (short) 0);
            assertThat(read(Noise.join(new short[shift], key))).isEqualTo("7");
        }
    }

    @Test
    void twistOfEightDecibelsEachWayIsTaken() {
        assertThat(read(sound(ALL, -10, -18, 60, 60))).isEqualTo(ALL);
        assertThat(read(sound(ALL, -18, -10, 60, 60))).isEqualTo(ALL);
        assertThat(read(sound(ALL, -8, -22, 60, 60))).isEmpty();
    }

    @Test
    void frequenciesUpToOneAndAHalfPercentOffAreTakenAndThreeAndAHalfAreNot() {
        for (double sign : new double[] {-1, 1}) {
            for (char key : ALL.toCharArray()) {
                for (int shift = 0; shift < 40; shift += 9) {
                    assertThat(read(off(key, sign * 1.5, sign * 1.5, shift)))
                            .as("%s", key)
                            .isEqualTo("" + key);
                    assertThat(read(off(key, sign * 1.5, -sign * 1.5, shift)))
                            .as("%s", key)
                            .isEqualTo("" + key);
                    assertThat(read(off(key, sign * 3.5, 0, shift)))
                            .as("%s", key)
                            .isEmpty();
                    assertThat(read(off(key, 0, sign * 3.5, shift)))
                            .as("%s", key)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void noiseFifteenDecibelsBelowLosesFewerThanOneKeyInAThousand() {
        var random = new Random(24);
        var sent = new StringBuilder();
        for (int i = 0; i < 1500; i++) {
            sent.append(ALL.charAt(random.nextInt(16)));
        }
        short[] clean = sound(sent.toString(), -23, -23, 50, 50);
        assertThat(read(Noise.add(clean, -35, 3))).isEqualTo(sent.toString());
    }

    @Test
    void dialToneAsLoudAsTheKeysDoesNotHideThem() {
        for (String dial : new String[] {"350+440", "425", "440", "450", "400*25"}) {
            short[] keys = sound(ALL, -15, -15, 50, 50);
            short[] tone = new short[keys.length];
            ToneGenerator.endless(CadencedTone.parse(dial), -15).read(tone, 0, tone.length);
            Mixing.add(tone, keys);
            assertThat(read(keys)).as(dial).isEqualTo(ALL);
        }
    }

    @Test
    void companded8BitSoundIsRead() {
        short[] keys = sound(ALL, -25, -25, 50, 50);
        for (Companding law : Companding.values()) {
            short[] through = keys.clone();
            for (int i = 0; i < through.length; i++) {
                through[i] = law.decode(law.encode(through[i]));
            }
            assertThat(read(through)).isEqualTo(ALL);
        }
    }

    @Test
    void beginAndEndAreReportedWhereTheyWere() {
        List<Long> times = new ArrayList<>();
        var receiver = new DtmfReceiver(new DtmfListener() {
            @Override
            public void began(char key, long from) {
                times.add(from);
            }

            @Override
            public void ended(char key, long from, long to) {
                times.add(to);
            }
        });
        short[] sound = Noise.join(Noise.silence(500), sound("5", -10, -10, 100, 100));
        receiver.process(sound, 0, sound.length);
        assertThat(times.get(0)).isCloseTo(4000, within(48L));
        assertThat(times.get(1)).isCloseTo(4800, within(88L));
    }

    @Test
    void speechIsNotMistakenForKeys() throws Exception {
        String text = "Good afternoon, you have reached the dental practice. Our office is closed at the moment. "
                + "Please leave your name, your number and a short message after the tone, and we will call you back. ";
        String uk = "Вітаємо! Ви зателефонували до стоматології Ромашка. Зараз неробочий час, ми передзвонимо вам у "
                + "понеділок о дев'ятій ранку. Залиште, будь ласка, повідомлення після сигналу. ";
        for (String voice : new String[] {"en+f3", "en+m3", "en+f5", "uk", "ru", "de+f2"}) {
            short[] speech = Noise.speech(voice, (voice.equals("uk") || voice.equals("ru") ? uk : text).repeat(6));
            for (double gain : new double[] {-10, 0, 10}) {
                assertThat(read(Noise.gain(speech, gain)))
                        .as("%s %s dB", voice, gain)
                        .isEmpty();
            }
        }
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new DtmfGenerator("12E", DtmfGenerator.Style.ETSI))
                .hasMessageContaining("\"E\" is no DTMF key");
    }

    private static short[] sound(String keys, double low, double high, int on, int off) {
        var style = new DtmfGenerator.Style(low, high, on, off);
        short[] sound = new short[DtmfGenerator.samples(keys, style) + 800];
        new DtmfGenerator(keys, style).read(sound, 0, sound.length);
        return sound;
    }

    private static short[] off(char key, double lowPercent, double highPercent, int shift) {
        short[] sound = new short[2000];
        double a = Level.amplitude(-13);
        for (int i = shift; i < shift + 480; i++) {
            double t = i / 8000.0;
            double low = Math.sin(2 * Math.PI * DtmfKeys.low(key) * (1 + lowPercent / 100) * t);
            double high = Math.sin(2 * Math.PI * DtmfKeys.high(key) * (1 + highPercent / 100) * t);
            sound[i + 200] = (short) (a * (low + high));
        }
        return sound;
    }

    static String read(short[] sound) {
        var keys = new StringBuilder();
        var receiver = new DtmfReceiver(new DtmfListener() {
            @Override
            public void began(char key, long from) {
                keys.append(key);
            }

            @Override
            public void ended(char key, long from, long to) {
                assertThat(to).isGreaterThan(from);
            }
        });
        receiver.process(sound, 0, sound.length);
        return keys.toString();
    }
}
