package ringdown.audio.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ringdown.audio.Noise;
import ringdown.audio.dtmf.DtmfGenerator;
import ringdown.audio.tone.CadencedTone;
import ringdown.audio.tone.CountryTones;

class VoiceActivityTest {
    @Test
    void speechIsVoiceAndSound() throws Exception {
        short[] speech = Noise.speech(
                "uk", "Добрий день, це Олена Коваленко. Передзвоніть мені, будь ласка, завтра зранку. ".repeat(3));
        var activity = listen(speech);
        long millis = speech.length / 8;
        assertThat(activity.soundMillis()).isBetween(millis * 6 / 10, millis);
        assertThat(activity.voiceMillis()).isBetween(millis / 2, millis);
    }

    @Test
    void silenceNoiseTonesAndKeysAreNoVoice() {
        assertThat(listen(Noise.silence(5000)).soundMillis()).isZero();
        var noise = listen(Noise.add(Noise.silence(20_000), -50, 8));
        assertThat(noise.soundMillis()).isZero();
        for (String tone : List.of("425 350,350", "425", "425 1000,4000", "440", "1000", "480+620 500,500", "2100")) {
            assertThat(listen(Noise.add(ToneSounds.of(CadencedTone.parse(tone), -15, 10_000), -50, 8))
                            .voiceMillis())
                    .as(tone)
                    .isLessThan(300);
        }
        var style = DtmfGenerator.Style.ETSI;
        short[] keys = new short[DtmfGenerator.samples("1234567890*#", style) + 800];
        new DtmfGenerator("1234567890*#", style).read(keys, 0, keys.length);
        assertThat(listen(keys).voiceMillis()).isLessThan(100);
        assertThat(listen(keys).soundMillis()).isLessThan(200);
    }

    @Test
    void aSteadyTestToneIsAMessageButNoVoice() {
        for (String tone : List.of("440", "1000")) {
            var activity = listen(Noise.join(
                    Noise.silence(500), ToneSounds.of(CadencedTone.parse(tone), -15, 3000), Noise.silence(500)));
            assertThat(activity.soundMillis()).isCloseTo(3000, within(60L));
            assertThat(activity.voiceMillis()).isLessThan(200);
        }
    }

    @Test
    void soundBeforeTheBusyToneIsCountedApart() {
        CountryTones ua = CountryTones.of("UA");
        short[] sound = Noise.join(
                ToneSounds.of(CadencedTone.parse("1000"), -15, 2500), Noise.silence(300),
                ToneSounds.of(ua.busy(), -20, 3000), Noise.silence(200));
        CallProgressEvent busy = CallProgressTest.heard(ua, sound).getFirst();
        assertThat(listen(sound).soundMillisBefore(busy.from())).isCloseTo(2500, within(60L));
        assertThat(listen(sound).soundMillis()).isGreaterThan(3500);
    }

    @Test
    void blocksMayHaveAnyLength() {
        short[] tone = ToneSounds.of(CadencedTone.parse("1000"), -15, 3000);
        var activity = new VoiceActivity();
        var random = new Random(1);
        for (int at = 0; at < tone.length; ) {
            int length = Math.min(tone.length - at, 1 + random.nextInt(300));
            activity.process(tone, at, length);
            at += length;
        }
        assertThat(activity.soundMillis()).isCloseTo(3000, within(30L));
    }

    private static VoiceActivity listen(short[] sound) {
        var activity = new VoiceActivity();
        for (int at = 0; at < sound.length; at += 80) {
            activity.process(sound, at, Math.min(80, sound.length - at));
        }
        return activity;
    }
}
