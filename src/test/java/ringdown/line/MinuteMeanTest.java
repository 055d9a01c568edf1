package ringdown.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringdown.audio.Frame;
import ringdown.audio.Level;

/** LINES rule 15: what is sent to a public line is held to -13 dBm0 over any minute. */
class MinuteMeanTest {
    private static final int MINUTE = Frames.of(60_000);

    private final MinuteMean mean = new MinuteMean();
    private final double[] sent = new double[3 * MINUTE];
    private int frames;
    private double last;

    /** A tone for so long, then silence for so long, for three minutes; the strongest minute of what went out, in dBm0. */
    private double strongestMinute(double dbm0, int onMillis, int offMillis, double gain, boolean machines) {
        int period = Frames.of(onMillis + offMillis);
        for (frames = 0; frames < sent.length; frames++) {
            if (frames % period < Frames.of(onMillis)) {
                short[] frame = tone(dbm0);
                mean.frame(frame, gain, machines);
                last = Level.dbm0(frame) + gain;
                sent[frames] = Level.power(last);
            } else {
                mean.silence();
            }
        }
        double sum = 0;
        double strongest = 0;
        for (int i = 0; i < sent.length; i++) {
            sum += sent[i] - (i < MINUTE ? 0 : sent[i - MINUTE]);
            strongest = Math.max(strongest, sum);
        }
        return Level.dbm0OfPower(strongest / MINUTE);
    }

    private short[] tone(double dbm0) {
        short[] frame = Frame.silence();
        for (int i = 0; i < frame.length; i++) {
            double angle = 2 * Math.PI * 1020 * (frames * (double) frame.length + i) / Frame.SAMPLE_RATE;
            frame[i] = (short) Math.round(Level.amplitude(dbm0) * Math.sin(angle));
        }
        return frame;
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1000, 0, 0",
        "0, 1000, 0, 0",
        "-9, 1000, 0, 0",
        "-12, 1000, 0, 0",
        "-12, 1000, 0, 6",
        "0, 1000, 1000, 0",
        "0, 30000, 30000, 0",
        "3, 300, 5000, 0"
    })
    void noMinuteIsStronger(double dbm0, int onMillis, int offMillis, double gain) {
        assertThat(strongestMinute(dbm0, onMillis, offMillis, gain, false)).isBetween(-16.0, -12.95);
    }

    @Test
    void aMachineIsTurnedDownByHalfADecibelInASecondAtTheMost() {
        double before = -9;
        for (frames = 0; frames < MINUTE; frames++) {
            short[] frame = tone(-9);
            mean.frame(frame, 0, true);
            if (frames % 100 == 99) {
                assertThat(Level.dbm0(frame)).isBetween(before - 0.55, before + 0.05);
                before = Level.dbm0(frame);
            }
        }
        assertThat(before).isCloseTo(-14.25, Offset.offset(0.2));
    }

    /** The test tone to a mobile, prompts, keys: each below what a line bears. */
    @ParameterizedTest
    @CsvSource({"-12, 4000, 4000", "-15, 1000, 0", "-6, 100, 900"})
    void whatIsNotTooMuchPassesSampleForSample(double dbm0, int onMillis, int offMillis) {
        int period = Frames.of(onMillis + offMillis);
        for (frames = 0; frames < 2 * MINUTE; frames++) {
            if (frames % period < Frames.of(onMillis)) {
                short[] frame = tone(dbm0);
                mean.frame(frame, 0, false);
                assertThat(frame).isEqualTo(tone(dbm0));
            } else {
                mean.silence();
            }
        }
    }
}
