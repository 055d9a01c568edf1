package ringdown.audio.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringdown.audio.Frame;
import ringdown.audio.Mixing;
import ringdown.audio.Noise;
import ringdown.audio.tone.CadencedTone;
import ringdown.audio.tone.CountryTones;

/** The box plays ring back, and hears it again over a hybrid whose echo nobody has learned yet. */
class OwnToneTest {
    private static final int SECONDS = 12;

    private static List<CallProgressEvent> heard(CountryTones tones, short[] sent, short[] came) {
        List<CallProgressEvent> heard = new ArrayList<>();
        var detector = new CallProgressDetector(tones, heard::add);
        for (int at = 0; at + Frame.SAMPLES <= came.length; at += Frame.SAMPLES) {
            detector.sent(Arrays.copyOfRange(sent, at, at + Frame.SAMPLES));
            detector.process(came, at, Frame.SAMPLES);
        }
        return heard;
    }

    private static short[] echo(CadencedTone tone) {
        short[] back = ToneSounds.of(tone, -20, SECONDS * 1000);
        short[] late = new short[back.length];
        System.arraycopy(back, 0, late, 240, back.length - 240); // 30 ms
        return late;
    }

    @Test
    void theEchoOfOurOwnRingBackIsNoDialTone() {
        for (String country : CountryTones.countries()) {
            CountryTones tones = CountryTones.of(country);
            short[] sent = ToneSounds.of(tones.ringback(), -12, SECONDS * 1000);
            assertThat(heard(tones, sent, Noise.add(echo(tones.ringback()), -50, 1)))
                    .as(country)
                    .noneMatch(event -> event.released()
                            || event instanceof CallProgressEvent.DialTone
                            || event instanceof CallProgressEvent.StutterDialTone);
        }
    }

    @Test
    void dialToneUnderOurOwnRingBackIsHeardInItsPause() {
        CountryTones tones = CountryTones.of("UA");
        short[] sent = ToneSounds.of(tones.ringback(), -12, SECONDS * 1000);
        short[] came = ToneSounds.of(tones.dial(), -20, SECONDS * 1000);
        Mixing.add(echo(tones.ringback()), came);
        List<CallProgressEvent> heard = heard(tones, sent, came);
        assertThat(heard).first().isInstanceOf(CallProgressEvent.DialTone.class);
    }
}
