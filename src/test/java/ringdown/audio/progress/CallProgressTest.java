package ringdown.audio.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringdown.audio.Noise;
import ringdown.audio.tone.CadencedTone;
import ringdown.audio.tone.CountryTones;

class CallProgressTest {
    private static final CountryTones UA = CountryTones.of("UA");

    @Test
    void busyAndCongestionOfEveryCountryReleaseWithinFourRounds() {
        for (String country : CountryTones.countries()) {
            CountryTones tones = CountryTones.of(country);
            for (CadencedTone tone : List.of(tones.busy(), tones.congestion())) {
                for (double dbm0 : new double[] {-10, -36}) {
                    // Australia alternates with bursts 10 dB below, which count as tones of their own.
                    double loudest = Math.max(dbm0, tone.notation().contains("@") ? -26 : dbm0);
                    short[] quiet = ToneSounds.of(tone, loudest, 4 * tone.cycleMillis() + 300);
                    short[] sound = Noise.add(Noise.join(Noise.silence(500), quiet), -50, 5);
                    List<CallProgressEvent> heard = heard(tones, sound);
                    assertThat(heard)
                            .as("%s %s at %s", country, tone, dbm0)
                            .singleElement()
                            .matches(CallProgressEvent::released);
                    assertThat(heard.getFirst().from()).as(country).isCloseTo(4000, within(330L));
                }
            }
        }
    }

    @Test
    void toneThatIsOffInFrequencyOrCadenceIsStillBusy() {
        for (double shift : new double[] {-25, -12, 12, 25}) {
            for (double stretch : new double[] {0.85, 1, 1.15}) {
                int ms = (int) (350 * stretch);
                var tone = CadencedTone.parse((425 + shift) + " " + ms + "," + ms);
                for (int seed = 0; seed < 3; seed++) {
                    short[] sound = Noise.add(ToneSounds.of(tone, -36, 8 * ms + 300), -50, seed);
                    assertThat(heard(UA, sound))
                            .as(tone.notation())
                            .singleElement()
                            .matches(CallProgressEvent::released);
                }
            }
        }
    }

    @Test
    void anIrregularSequenceThatNoTableKnowsIsFoundAndNamed() {
        var tone = CadencedTone.parse("425 210,210,210,210,210,210,630,210");
        List<CallProgressEvent> heard = heard(UA, Noise.add(ToneSounds.of(tone, -20, 4 * 2100 + 300), -50, 1));
        assertThat(heard).singleElement().isInstanceOfSatisfying(CallProgressEvent.Repeating.class, repeating -> {
            CadencedTone learned = CadencedTone.parse(repeating.heard());
            assertThat(learned.cycleMillis()).isCloseTo(2100, within(60));
        });
    }

    @Test
    void ringBackIsToldOnceAndIsNoRelease() {
        for (String country : CountryTones.countries()) {
            CountryTones tones = CountryTones.of(country);
            short[] sound = Noise.add(ToneSounds.of(tones.ringback(), -15, 20_000), -50, 2);
            assertThat(heard(dialled(tones), sound))
                    .as(country)
                    .singleElement()
                    .isInstanceOf(CallProgressEvent.RingBack.class);
        }
        assertThat(heard(dialled(UA), ToneSounds.of(CadencedTone.parse("425 800,3200"), -15, 40_000)))
                .noneMatch(CallProgressEvent::released);
    }

    @Test
    void dialToneOfEveryCountryIsHeardAndStutterToo() {
        for (String country : CountryTones.countries()) {
            CountryTones tones = CountryTones.of(country);
            short[] sound = Noise.add(ToneSounds.of(tones.dial(), -15, 5000), -50, 3);
            assertThat(heard(tones, sound)).as(country).singleElement().isInstanceOf(CallProgressEvent.DialTone.class);
            if (!country.equals("IT")) {
                short[] stutter = Noise.add(ToneSounds.of(tones.stutterDial(), -15, 3000), -50, 3);
                assertThat(heard(tones, stutter))
                        .as(country)
                        .singleElement()
                        .isInstanceOf(CallProgressEvent.StutterDialTone.class);
            }
        }
    }

    @Test
    void specialInformationToneIsHeard() {
        short[] sound = Noise.add(ToneSounds.of(UA.information(), -17, 2000), -50, 4);
        assertThat(heard(UA, sound)).singleElement().isInstanceOf(CallProgressEvent.Information.class);
    }

    @Test
    void whatIsNoReleaseReleasesNothing() {
        for (String tone : List.of(
                "425 1000,4000",
                "425 800,3200",
                "425 200,5000",
                "440 300,10000",
                "1400 400,14600",
                "1100 500,3000",
                "1000",
                "440",
                "425 200,200,200,5000",
                "2100")) {
            assertThat(heard(dialled(UA), ToneSounds.of(CadencedTone.parse(tone), -15, 60_000)))
                    .as(tone)
                    .noneMatch(CallProgressEvent::released);
        }
        assertThat(heard(dialled(UA), ToneSounds.staccato(440, 350, 30_000))).noneMatch(CallProgressEvent::released);
        assertThat(heard(dialled(UA), ToneSounds.staccato(440, 175, 30_000))).noneMatch(CallProgressEvent::released);
        assertThat(heard(dialled(UA), ToneSounds.staccato(440, 350, 30_000, 1200)))
                .as("a piano's")
                .noneMatch(CallProgressEvent::released);
        assertThat(heard(dialled(UA), ToneSounds.melody(60_000, 9))).isEmpty();
    }

    @Test
    void speechReleasesNothing() throws Exception {
        String uk =
                "Вітаємо! Ви зателефонували до стоматології Ромашка. Ну, так, уу, оо. Ми передзвонимо вам у понеділок. ";
        String en = "Who knew you would do so soon? Ooh, I do, too. No, no, no, no. You owe me two new shoes. ";
        for (String voice : new String[] {"en+f3", "en+m3", "en+f5", "uk", "ru", "de+f2"}) {
            short[] speech = Noise.speech(voice, (voice.equals("uk") || voice.equals("ru") ? uk : en).repeat(20));
            for (String country : new String[] {"UA", "FR", "GB", "US", "JP"}) {
                assertThat(heard(dialled(CountryTones.of(country)), speech))
                        .as(voice + country)
                        .isEmpty();
            }
        }
    }

    @Test
    void busyAfterSpeechIsFoundWhereItBegan() throws Exception {
        short[] speech = Noise.speech("uk", "Добрий день, передзвоніть мені, будь ласка.");
        short[] sound = Noise.join(speech, Noise.silence(200), ToneSounds.of(UA.busy(), -20, 3100));
        List<CallProgressEvent> heard = heard(dialled(UA), sound);
        assertThat(heard).singleElement().isInstanceOf(CallProgressEvent.Busy.class);
        assertThat(heard.getFirst().from()).isCloseTo(speech.length + 1600L, within(320L));
    }

    private record Dialled(CountryTones tones) {}

    private static Dialled dialled(CountryTones tones) {
        return new Dialled(tones);
    }

    private static List<CallProgressEvent> heard(Dialled after, short[] sound) {
        List<CallProgressEvent> all = new ArrayList<>();
        var detector = new CallProgressDetector(after.tones(), all::add);
        detector.dialled();
        feed(detector, sound);
        return all;
    }

    static List<CallProgressEvent> heard(CountryTones tones, short[] sound) {
        List<CallProgressEvent> all = new ArrayList<>();
        feed(new CallProgressDetector(tones, all::add), sound);
        return all;
    }

    private static void feed(CallProgressDetector detector, short[] sound) {
        for (int at = 0; at < sound.length; at += 160) {
            detector.process(sound, at, Math.min(160, sound.length - at));
        }
    }
}
