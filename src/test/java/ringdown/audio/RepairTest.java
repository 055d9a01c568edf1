package ringdown.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RepairTest {
    @Test
    void aLostFrameOfAVoicedSoundIsHardlyMissed() {
        short[] sound = voiced();
        short[] repaired = sound.clone();
        var concealment = new LossConcealment();
        for (int at = 0; at < sound.length; at += 80) {
            if (at / 80 % 10 == 9) {
                concealment.lost(repaired, at, 80);
            } else {
                concealment.good(repaired, at, 80);
            }
        }
        double error = 0;
        double signal = 0;
        for (int i = 4000; i < sound.length; i++) {
            error += Math.pow(repaired[i] - sound[i], 2);
            signal += Math.pow(sound[i], 2);
        }
        assertThat(10 * Math.log10(signal / error)).isGreaterThan(20);
    }

    @Test
    void aLongGapFadesToSilence() {
        short[] sound = voiced();
        var concealment = new LossConcealment();
        concealment.good(sound, 0, 4000);
        short[] gap = new short[1600];
        concealment.lost(gap, 0, gap.length);
        assertThat(Level.dbm0(gap, 0, 80)).isCloseTo(Level.dbm0(sound, 0, 4000), within(1.5));
        assertThat(Level.peak(gap, 480, 1120)).isZero();
    }

    @Test
    void comfortNoiseHasTheLevelOfTheBackground() {
        var noise = new ComfortNoise();
        short[] background = Noise.add(Noise.silence(20_000), -58, 4);
        for (int at = 0; at < background.length; at += 80) {
            noise.learn(background, at, 80);
        }
        short[] out = new short[8000];
        noise.read(out, 0, out.length);
        assertThat(Level.dbm0(out)).isCloseTo(-58, within(3.0));
    }

    @Test
    void gainIsExactBelowTheLimitAndNeverClipsAboveIt() {
        short[] quiet = sine(-30);
        new Gain(12).process(quiet, 0, quiet.length);
        assertThat(Level.dbm0(quiet)).isCloseTo(-18, within(0.05));
        short[] loud = sine(-3);
        new Gain(20).process(loud, 0, loud.length);
        assertThat(Level.peak(loud, 0, loud.length)).isLessThanOrEqualTo((int) Level.amplitude(0.1));
        short[] down = sine(3);
        new Gain(-6).process(down, 0, down.length);
        assertThat(Level.dbm0(down)).isCloseTo(-3, within(0.05));
        assertThatThrownBy(() -> new Gain(100)).hasMessageContaining("-60 to 40");
    }

    @Test
    void mixingSaturates() {
        short[] sum = {30_000, -30_000, 5};
        Mixing.add(new short[] {10_000, -10_000, 6}, sum);
        assertThat(sum).containsExactly(32767, -32768, 11);
    }

    private static short[] voiced() {
        short[] sound = new short[16_000];
        for (int i = 0; i < sound.length; i++) {
            double t = i / 8000.0;
            sound[i] = (short) (4000 * Math.sin(2 * Math.PI * 125 * t) + 2000 * Math.sin(2 * Math.PI * 500 * t));
        }
        return sound;
    }

    private static short[] sine(double dbm0) {
        short[] sound = new short[8000];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (short) Math.round(Level.amplitude(dbm0) * Math.sin(2 * Math.PI * i / 8));
        }
        return sound;
    }
}
