package ringdown.audio.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ringdown.audio.Hybrid;
import ringdown.audio.Mixing;
import ringdown.audio.Noise;
import ringdown.audio.SpeechLevel;
import ringdown.audio.Wav;
import ringdown.audio.echo.EchoCanceller;
import ringdown.audio.tone.CadencedTone;
import ringdown.audio.tone.CountryTones;
import ringdown.audio.tone.Tone;
import ringdown.audio.tone.ToneStep;

/** The figures of LINES rules 11 and 19 for every country. */
class ToneLimitsTest {
    @Test
    void busyAndCongestionOfEveryCountryReleaseThoughOffInFrequencyAndCadence() {
        for (String country : CountryTones.countries()) {
            CountryTones tones = CountryTones.of(country);
            for (CadencedTone tone : List.of(tones.busy(), tones.congestion())) {
                for (int hz : new int[] {-25, 25}) {
                    for (double stretch : new double[] {0.85, 1.15}) {
                        assertReleased(tones, off(tone, hz, stretch), -36);
                        assertReleased(tones, off(tone, hz, stretch), -10);
                    }
                }
                assertReleased(tones, tone, -36);
            }
        }
    }

    private static void assertReleased(CountryTones tones, CadencedTone tone, double dbm0) {
        short[] sound = ToneSounds.of(tone, dbm0, 4 * tone.cycleMillis() + 300);
        assertThat(heard(tones, Noise.add(Noise.join(Noise.silence(500), sound), -50, 8)))
                .as("%s %s at %s dBm0", tones.country(), tone, dbm0)
                .singleElement()
                .matches(CallProgressEvent::released);
    }

    private static CadencedTone off(CadencedTone tone, int hz, double stretch) {
        List<ToneStep> steps = new ArrayList<>();
        for (ToneStep step : tone.steps()) {
            Tone moved = switch (step.tone()) {
                case null -> null;
                case Tone.Single one -> new Tone.Single(one.hz() + hz);
                case Tone.Dual two -> new Tone.Dual(two.first() + hz, two.second() + hz);
                case Tone.Modulated one -> new Tone.Modulated(one.carrier() + hz, one.by());
            };
            steps.add(new ToneStep(moved, (int) Math.round(step.millis() * stretch), step.gainDb()));
        }
        return new CadencedTone(steps, tone + " " + hz + " Hz x " + stretch);
    }

    @Test
    void anIrregularSequenceIsFoundAtTheSameLimits() {
        CountryTones ua = CountryTones.of("UA");
        CadencedTone irregular = CadencedTone.parse("425 210,210,210,210,210,210,630,210");
        for (int hz : new int[] {-25, 0, 25}) {
            for (double stretch : new double[] {0.85, 1, 1.15}) {
                assertReleased(ua, off(irregular, hz, stretch), -36);
                assertReleased(CountryTones.of("IT"), off(irregular, hz, stretch), -10);
            }
        }
    }

    @Test
    void callWaitingToneOfEveryCountryIsCountedBetweenWordsAndReleasesNothing() throws IOException {
        short[] talk = prompt("uk", -20, 45);
        for (String country : CountryTones.countries()) {
            CountryTones tones = CountryTones.of(country);
            short[] line = talk.clone();
            short[] tone = ToneSounds.of(tones.callWaiting(), -20, 33_000);
            int counted = 33_000 / tones.callWaiting().cycleMillis();
            for (int i = 0; i < tone.length; i++) {
                boolean sounds = tone[i] != 0 || (i > 0 && tone[i - 1] != 0);
                line[i + 8000] = sounds ? tone[i] : line[i + 8000]; // the exchange takes the voice away while it knocks
            }
            List<CallProgressEvent> events = new ArrayList<>();
            var detector = new CallProgressDetector(tones, events::add);
            detector.process(Noise.add(line, -50, 4), 0, line.length);
            assertThat(events).as(country).noneMatch(CallProgressEvent::released);
            assertThat(detector.callWaitings()).as(country).isBetween(counted / 2, counted);
            var speech = new CallProgressDetector(tones, events::add);
            speech.process(talk, 0, talk.length);
            assertThat(speech.callWaitings()).as(country).isZero();
        }
    }

    /** 2 dB more of prompt than is asked for. The first second of a call teaches the canceller; from then on a tone is heard as if the box were silent. */
    @Test
    void busyUnderAPromptOverEightDecibelsOfEchoReleasesWithinFourRounds() throws IOException {
        short[] prompt = prompt("en", -14, 14);
        for (String country : List.of("UA", "US", "GB", "DE", "FR", "CN", "JP", "ES", "IN")) {
            CountryTones tones = CountryTones.of(country);
            int from = 32_000;
            int length = 8 * (4 * tones.busy().cycleMillis() + 300);
            short[] line = Hybrid.echo(prompt);
            short[] tone = ToneSounds.of(tones.busy(), -36, 4 * tones.busy().cycleMillis() + 300);
            Mixing.add(tone, 0, line, from, tone.length);
            assertThat(overEcho(tones, prompt, Hybrid.companded(Noise.add(line, -60, 2)), from + length))
                    .as(country)
                    .singleElement()
                    .matches(CallProgressEvent::released);
        }
    }

    @Test
    void aPromptAloneAndTheBusyToneOfTheOtherLegReleaseNothing() throws IOException {
        short[] prompt = prompt("uk", -16, 14);
        for (String country : CountryTones.countries()) {
            CountryTones tones = CountryTones.of(country);
            short[] sent = Noise.join(prompt, ToneSounds.of(tones.busy(), -12, 12_000));
            short[] line = Hybrid.companded(Noise.add(Hybrid.echo(sent), -60, 2));
            assertThat(overEcho(tones, sent, line, line.length)).as(country).noneMatch(CallProgressEvent::released);
        }
    }

    private static List<CallProgressEvent> overEcho(CountryTones tones, short[] sent, short[] line, int length) {
        List<CallProgressEvent> all = new ArrayList<>();
        var detector = new CallProgressDetector(tones, all::add);
        var canceller = new EchoCanceller();
        short[] out = Hybrid.companded(sent);
        short[] frame = new short[80];
        short[] said = new short[80];
        short[] ungated = new short[80];
        for (int at = 0; at + 80 <= length; at += 80) {
            System.arraycopy(line, at, frame, 0, 80);
            System.arraycopy(out, at, said, 0, 80);
            canceller.process(said, frame, ungated, 80);
            detector.sent(said);
            detector.process(ungated, 0, 80);
        }
        return all;
    }

    /** The house's own words, one prompt after the other, at an active level. */
    static short[] prompt(String language, double dbm0, int seconds) throws IOException {
        short[] all = new short[seconds * 8000];
        int at = 0;
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/prompts", language))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".wav"))
                    .sorted()
                    .toList()) {
                short[] words = Wav.any(Files.readAllBytes(file));
                int count = Math.min(words.length, all.length - at);
                System.arraycopy(words, 0, all, at, count);
                at += count;
            }
        }
        var level = new SpeechLevel();
        level.process(all, 0, all.length);
        return Noise.gain(all, dbm0 - level.dbm0());
    }

    private static List<CallProgressEvent> heard(CountryTones tones, short[] sound) {
        List<CallProgressEvent> all = new ArrayList<>();
        new CallProgressDetector(tones, all::add).process(sound, 0, sound.length);
        return all;
    }
}
