package ringdown.audio.dtmf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ringdown.audio.Hybrid;
import ringdown.audio.Mixing;
import ringdown.audio.Noise;
import ringdown.audio.SpeechLevel;
import ringdown.audio.Wav;
import ringdown.audio.echo.EchoCanceller;

class KeysUnderPromptTest {
    @Test
    void keysOfMinus25AreReadUnderAPromptOfMinus16OverEightDecibelsOfEcho() throws IOException {
        String keys = DtmfKeys.ALL.repeat(2);
        var style = new DtmfGenerator.Style(-25, -25, 100, 400);
        short[] sound = new short[DtmfGenerator.samples(keys, style)];
        new DtmfGenerator(keys, style).read(sound, 0, sound.length);
        short[] prompt = prompt(4 + (sound.length + 8000) / 8000);
        short[] line = Hybrid.echo(prompt);
        Mixing.add(sound, 0, line, 20_000, sound.length);
        line = Hybrid.companded(Noise.add(line, -60, 6));
        short[] sent = Hybrid.companded(prompt);
        var canceller = new EchoCanceller();
        short[] clean = new short[line.length];
        short[] frame = new short[80];
        short[] said = new short[80];
        short[] ungated = new short[80];
        for (int at = 0; at + 80 <= line.length; at += 80) {
            System.arraycopy(line, at, frame, 0, 80);
            System.arraycopy(sent, at, said, 0, 80);
            canceller.process(said, frame, ungated, 80);
            System.arraycopy(ungated, 0, clean, at, 80);
        }
        assertThat(DtmfTest.read(clean)).isEqualTo(keys);
    }

    /** LINES 16: a key is taken out of the sound within 40 ms; a voice keeps its own. */
    @Test
    void whatIsTakenOutAsAKeyBeginsWithin40MillisecondsAndIsNothingOfAVoice() throws IOException {
        assertThat(passed(-10, 100)).isLessThanOrEqualTo(30);
        assertThat(passed(-30, 60)).isLessThanOrEqualTo(30);
        short[] voice = prompt(300);
        var receiver = new DtmfReceiver(new Deaf());
        int taken = 0;
        for (int at = 0; at + 80 <= voice.length; at += 80) {
            receiver.process(voice, at, 80);
            taken += receiver.sounding() ? 1 : 0;
        }
        assertThat(taken).as("frames of 10 ms in five minutes").isLessThanOrEqualTo(30);
    }

    /** Milliseconds of the tones that pass before they are taken out, at the worst moment of a frame. */
    private static int passed(double dbm0, int millis) {
        int worst = 0;
        for (int early = 0; early < 80; early += 8) {
            for (char key : DtmfKeys.ALL.toCharArray()) {
                worst = Math.max(worst, passed(key, dbm0, millis, early));
            }
        }
        return (worst + 7) / 8;
    }

    private static int passed(char key, double dbm0, int millis, int early) {
        short[] sound = new short[80 * 40];
        var style = new DtmfGenerator.Style(dbm0, dbm0, millis, 200);
        new DtmfGenerator(String.valueOf(key), style).read(sound, 400 - early, millis * 8);
        var receiver = new DtmfReceiver(new Deaf());
        int passed = 0;
        for (int at = 0; at + 80 <= sound.length; at += 80) {
            receiver.process(sound, at, 80);
            int end = Math.min(at + 80, 400 - early + millis * 8);
            passed += receiver.sounding() ? 0 : Math.max(0, end - Math.max(at, 400 - early));
        }
        return passed;
    }

    private static final class Deaf implements DtmfListener {
        @Override
        public void began(char key, long from) {}

        @Override
        public void ended(char key, long from, long to) {}
    }

    private static short[] prompt(int seconds) throws IOException {
        short[] all = new short[seconds * 8000];
        int at = 0;
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/prompts/en"))) {
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
        return Noise.gain(all, -16 - level.dbm0());
    }
}
