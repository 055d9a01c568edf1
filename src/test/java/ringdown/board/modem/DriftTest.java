package ringdown.board.modem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two quartzes that differ: nothing is ever missing, the delay stays, and a tone stays a tone. */
class DriftTest {
    private static final int RATE = 8000;

    private final SampleQueue queue = new SampleQueue();
    private final Drift drift = new Drift(queue, 320);
    private final short[] frame = new short[80];
    private double written;
    private long count;
    private int most;
    private int least = Integer.MAX_VALUE;

    /** A modem that gives chunks of 20 ms, its clock so many parts in a million off; gives what was read in the last second. */
    private short[] runs(double ppm, int seconds) {
        short[] last = new short[RATE];
        for (int tick = 0; tick < seconds * 100; tick++) {
            written += 80 * (1 + ppm * 1e-6);
            for (; tick % 2 == 0 && count < (long) written; count++) {
                queue.write((short) (8000 * Math.sin(2 * Math.PI * 1000 * count / RATE)));
            }
            drift.read(frame, 80);
            if (tick > 30_000) {
                most = Math.max(most, queue.waiting());
                least = Math.min(least, queue.waiting());
            }
            int at = tick - (seconds * 100 - 100);
            if (at >= 0) {
                System.arraycopy(frame, 0, last, at * 80, 80);
            }
        }
        return last;
    }

    @ParameterizedTest
    @ValueSource(doubles = {-100, 0, 100})
    void anHourWithAModemWhoseClockIsOffLosesNothingAndKeepsItsDelay(double ppm) {
        short[] last = runs(ppm, 3600);
        assertThat(drift.starved()).isZero();
        assertThat(least).as("samples waiting").isGreaterThan(100);
        assertThat(most).as("samples waiting").isLessThan(620);
        assertThat(distortion(last)).as("dB that are not the tone").isLessThan(-40);
    }

    /** What is left beside the best sine near 1000 Hz, in dB under it. */
    private static double distortion(short[] sound) {
        double best = 0;
        double all = 0;
        for (short sample : sound) {
            all += (double) sample * sample;
        }
        for (double hertz = 999.7; hertz <= 1000.3; hertz += 0.01) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < sound.length; i++) {
                re += sound[i] * Math.cos(2 * Math.PI * hertz * i / RATE);
                im += sound[i] * Math.sin(2 * Math.PI * hertz * i / RATE);
            }
            best = Math.max(best, 2 * (re * re + im * im) / sound.length);
        }
        return 10 * Math.log10(Math.max(1e-9, all - best) / all);
    }

    @Test
    void aModemThatStopsGivesSilenceAndThenItsSoundAgain() {
        runs(0, 10);
        for (int i = 0; i < 50; i++) {
            drift.read(frame, 80);
        }
        assertThat(frame).containsOnly((short) 0);
        assertThat(drift.starved()).isEqualTo(1);
        short[] again = runs(0, 5);
        assertThat(distortion(again)).isLessThan(-40);
    }
}
