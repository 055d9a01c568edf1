package ringdown.audio.echo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ringdown.audio.Companding;
import ringdown.audio.Level;
import ringdown.audio.Mixing;
import ringdown.audio.Noise;

class EchoCancellerTest {
    private static short[] far = {};
    private static short[] near = {};

    @BeforeAll
    static void talk() throws Exception {
        String text =
                "Good afternoon, you have reached the dental practice. How may I help you with your appointment? ";
        far = companded(Noise.gain(Noise.speech("en+m3", text.repeat(3)), 5));
        near = Noise.speech(
                "en+f3", "I would like to come on Thursday, if there is still a place in the morning. ".repeat(3));
    }

    @Test
    void speechEchoFallsBelowTheLimitsOfTheHouse() {
        var canceller = new EchoCanceller();
        canceller.suppressResidual(false);
        short[] noise = companded(Noise.add(Noise.silence(11_000), -15, 3));
        short[] line = companded(hybrid(noise));
        canceller.process(noise, 0, line, 0, line.length);
        assertThat(Level.dbm0(line, 8000, 4000)).isLessThan(-45);
        assertThat(Level.dbm0(line, 80_000, 8000)).isLessThan(-48);
    }

    @Test
    void farSpeechIsCancelledAndWithTheGateItIsGone() {
        for (boolean gate : new boolean[] {false, true}) {
            var canceller = new EchoCanceller();
            canceller.suppressResidual(gate);
            short[] line = companded(hybrid(far));
            canceller.process(far, 0, line, 0, line.length);
            double second = Level.dbm0(line, 8000, 16_000);
            double end = Level.dbm0(line, line.length - 32_000, 32_000);
            assertThat(second).isLessThan(gate ? -55 : -38);
            assertThat(end).isLessThan(gate ? -62 : -48);
        }
    }

    @Test
    void aNearVoiceOverTheFarOnePassesUnharmed() {
        assertThat(doubleTalk(false)).isGreaterThan(20);
        assertThat(doubleTalk(true)).isGreaterThan(20);
    }

    private static double doubleTalk(boolean gate) {
        var canceller = new EchoCanceller();
        canceller.suppressResidual(gate);
        short[] sent = Noise.join(far, far);
        short[] voice = new short[sent.length];
        System.arraycopy(near, 0, voice, far.length, Math.min(near.length, far.length));
        short[] line = hybrid(sent);
        Mixing.add(voice, line);
        line = companded(line);
        canceller.process(sent, 0, line, 0, line.length);
        double signal = 0;
        double error = 0;
        for (int i = far.length; i < far.length + Math.min(near.length, far.length); i++) {
            signal += (double) voice[i] * voice[i];
            error += Math.pow(line[i] - voice[i], 2);
        }
        return 10 * Math.log10(signal / error);
    }

    @Test
    void aChangedLineIsLearnedAnew() {
        var canceller = new EchoCanceller();
        canceller.suppressResidual(false);
        short[] line = hybrid(far);
        for (int i = line.length - 1; i >= far.length / 2; i--) {
            line[i] = (short) (-line[i - 30] / 2);
        }
        line = companded(line);
        canceller.process(far, 0, line, 0, line.length);
        assertThat(Level.dbm0(line, far.length - 24_000, 24_000)).isLessThan(-45);
    }

    @Test
    void toneDoesNotMakeItForget() {
        var canceller = new EchoCanceller();
        canceller.suppressResidual(false);
        short[] tone = new short[40_000];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (short) (Level.amplitude(-15) * Math.sin(2 * Math.PI * 425 * i / 8000));
        }
        short[] sent = Noise.join(far, companded(tone), far);
        short[] line = companded(hybrid(sent));
        canceller.process(sent, 0, line, 0, line.length);
        double after = Level.dbm0(line, far.length + tone.length, 8000);
        assertThat(after).isLessThan(-40);
    }

    @Test
    void nothingIsHeardWhereNothingIsSaidAndBypassIsExact() {
        var canceller = new EchoCanceller(128);
        short[] line = near.clone();
        canceller.process(new short[line.length], 0, line, 0, line.length);
        assertThat(line).isEqualTo(near);
        canceller.bypass(true);
        short[] passed = near.clone();
        canceller.process(far, 0, passed, 0, Math.min(far.length, near.length));
        assertThat(passed).isEqualTo(near);
    }

    /** 8 dB of loss, a few milliseconds, ringing as a hybrid with a loaded line does. */
    private static short[] hybrid(short[] sent) {
        double[] response = new double[96];
        double energy = 0;
        for (int k = 0; k < response.length; k++) {
            response[k] = k < 20 ? 0 : Math.exp(-(k - 20) / 9.0) * Math.cos((k - 20) * 0.9);
            energy += response[k] * response[k];
        }
        double scale = Math.pow(10, -8 / 20.0) / Math.sqrt(energy);
        short[] out = new short[sent.length];
        for (int i = 0; i < sent.length; i++) {
            double sum = 0;
            for (int k = 0; k < response.length && k <= i; k++) {
                sum += response[k] * sent[i - k];
            }
            out[i] = Mixing.saturate((int) Math.round(sum * scale));
        }
        return out;
    }

    private static short[] companded(short[] sound) {
        short[] out = new short[sound.length];
        for (int i = 0; i < sound.length; i++) {
            out[i] = Companding.A_LAW.decode(Companding.A_LAW.encode(sound[i]));
        }
        return out;
    }
}
