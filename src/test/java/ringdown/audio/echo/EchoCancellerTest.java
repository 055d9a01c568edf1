package ringdown.audio.echo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ringdown.audio.Companding;
import ringdown.audio.Level;
import ringdown.audio.Noise;

class EchoCancellerTest {
    private static short[] far = {};
    private static short[] near = {};

    @BeforeAll
    static void talk() throws Exception {
        String text =
                "Good afternoon, you have reached the dental practice. How may I help you with your appointment? ";
        far = companded(Noise.speech("en+m3", text.repeat(3)));
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
    void speechIsCancelledToTheLimitsOfLines19OverEveryHybrid() {
        for (double[] hybrid : Hybrid.all()) {
            short[] filtered = cancelled(hybrid, false);
            assertThat(Level.dbm0(filtered, 8000, 8000)).isLessThan(-48);
            assertThat(Level.dbm0(filtered, 80_000, 32_000)).isLessThan(-58);
            short[] gated = cancelled(hybrid, true);
            assertThat(Level.dbm0(gated, 8000, gated.length - 8000)).isLessThan(-65);
        }
    }

    private static short[] cancelled(double[] hybrid, boolean gate) {
        var canceller = new EchoCanceller();
        canceller.suppressResidual(gate);
        short[] line = companded(Hybrid.of(far, hybrid));
        canceller.process(far, 0, line, 0, line.length);
        return line;
    }

    @Test
    void twoVoicesAtOncePassUnharmedOverEveryHybrid() {
        for (double[] hybrid : Hybrid.all()) {
            for (boolean gate : new boolean[] {false, true}) {
                DoubleTalk talk = DoubleTalk.over(far, near, hybrid, gate);
                assertThat(talk.segmentalSnr()).isGreaterThan(20);
                assertThat(talk.levelDifference()).isBetween(-1.0, 1.0);
                assertThat(talk.longestGapMillis()).isLessThanOrEqualTo(50);
            }
        }
    }

    /** A twelfth of its power: 12 dB below the other one. */
    @Test
    void aQuietVoiceUnderALoudOneIsStillHeard() {
        DoubleTalk talk =
                DoubleTalk.over(far, Noise.gain(near, -12), Hybrid.all().getFirst(), true);
        assertThat(talk.segmentalSnr()).isGreaterThan(15);
        assertThat(talk.levelDifference()).isBetween(-1.0, 1.0);
    }

    /** Two lines are joined: what one says goes back to it over the other one's hybrid, 26 dB weaker, and is no reason to take it away. */
    @Test
    void whatComesFirstAndGoesBackWeakerIsNoEcho() {
        short[] busy = new short[96_000];
        for (int i = 0; i < busy.length; i++) {
            busy[i] = (i / 2800) % 2 == 0 ? (short) (Level.amplitude(-12) * Math.sin(2 * Math.PI * 425 * i / 8000)) : 0;
        }
        short[] sent = new short[busy.length];
        System.arraycopy(Noise.gain(busy, -26), 0, sent, 240, busy.length - 240);
        sent = companded(Noise.add(sent, -60, 3));
        short[] line = companded(busy);
        new EchoCanceller().process(sent, 0, line, 0, line.length);
        assertThat(Level.dbm0(line, 5600 * 16 + 100, 2600)).isGreaterThan(-13);
    }

    /** The same with a voice before: what it teaches must not sound on after each burst of a tone. */
    @Test
    void aVoiceThatGoesBackWeakerTeachesNothingThatIsHeardLater() {
        short[] busy = new short[24_000];
        for (int i = 0; i < busy.length; i++) {
            busy[i] = (i / 2800) % 2 == 0 ? (short) (Level.amplitude(-12) * Math.sin(2 * Math.PI * 425 * i / 8000)) : 0;
        }
        short[] both = Noise.join(near, busy);
        short[] sent = new short[both.length];
        System.arraycopy(Noise.gain(both, -20), 0, sent, 240, both.length - 240);
        sent = companded(Noise.add(sent, -64, 3));
        short[] line = companded(Noise.add(both, -66, 4));
        var canceller = new EchoCanceller();
        canceller.suppressResidual(false);
        canceller.process(sent, 0, line, 0, line.length);
        assertThat(Level.dbm0(line, near.length + 3 * 2800 + 40, 240)).isLessThan(-28);
    }

    /** Nothing is learned from a tone; a filter that is wrong must not stay all the same. */
    @Test
    void aFilterOfAnotherLineAddsNothingToATone() {
        var canceller = new EchoCanceller();
        canceller.suppressResidual(false);
        short[] tone = new short[24_000];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (short) (Level.amplitude(-12) * Math.sin(2 * Math.PI * 425 * i / 8000));
        }
        short[] sent = Noise.join(far, companded(tone));
        short[] line = hybrid(sent);
        System.arraycopy(
                Noise.gain(Arrays.copyOfRange(line, far.length, line.length), -18), 0, line, far.length, tone.length);
        line = companded(line);
        double came = Level.dbm0(line, far.length + 8000, 8000);
        canceller.process(sent, 0, line, 0, line.length);
        assertThat(Level.dbm0(line, far.length + 8000, 8000)).isLessThan(came + 0.5);
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

    private static short[] hybrid(short[] sent) {
        return Hybrid.of(sent, Hybrid.all().getFirst());
    }

    static short[] companded(short[] sound) {
        short[] out = new short[sound.length];
        for (int i = 0; i < sound.length; i++) {
            out[i] = Companding.A_LAW.decode(Companding.A_LAW.encode(sound[i]));
        }
        return out;
    }
}
