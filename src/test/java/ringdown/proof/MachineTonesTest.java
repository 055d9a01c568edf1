package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** LINES rule 14 as a SIP telephone hears it: what becomes of a line's sound from a fax's or modem's first tone on, and after it. */
@Execution(ExecutionMode.CONCURRENT)
class MachineTonesTest {
    private static final double FAINT = -43;

    @Test
    void fromAnAnswerToneOnNothingIsGatedAndOneWhosePhaseTurnsSwitchesTheCancellerOffUntilItIsQuiet() {
        try (Box box = Box.running(
                        Office.ofTheContract().withoutGreetings().stages("60s"), "2026-11-23T10:00:00+02:00");
                SwiftPhone ivan = SwiftPhone.registers(box, "202")) {
            Line line = box.line(2).behaves(Map.of("echo", Map.of("lossDb", 8, "delayMs", 6), "noiseDbm0", -75));
            line.rings("+380671720001", "etsi-before-ring");
            SipCall his = ivan.isRung().lifts();
            line.isAnswered();
            line.fromNow();
            his.says(noise(4)); // the canceller learns the line
            his.listens(5);

            assertThat(faintUnderLoud(line, his, new short[0]))
                    .as("people: a faint sound under a loud one is taken for echo")
                    .isLessThan(FAINT - 12);
            assertThat(faintUnderLoud(line, his, tone(2100, -15, 1.5, false)))
                    .as("a machine has been heard")
                    .isGreaterThan(FAINT - 5);
            assertThat(faintUnderLoud(line, his, new short[0]))
                    .as("people again")
                    .isLessThan(FAINT - 12);

            assertThat(echoAfter(line, his, tone(2100, -15, 2.5, true)))
                    .as("the echo of 8 dB: machines cancel by themselves")
                    .isBetween(-36.0, -24.0);
            assertThat(echoAfter(line, his, new short[8])).as("people again").isLessThan(-55);
            line.hangsUp("busyTone");
        }
    }

    /** Noise from the telephone all the while; what comes through of 1650 Hz behind the words of the line. */
    private static double faintUnderLoud(Line line, SipCall his, short[] before) {
        line.fromNow();
        his.fromNow();
        his.says(noise(14));
        line.hears(1);
        line.says(join(before, tone(1650, FAINT, 1.5, false)));
        his.listens(5);
        short[] heard = his.heard();
        isQuietAgain(line);
        return level(heard, 1650);
    }

    private static double echoAfter(Line line, SipCall his, short[] before) {
        line.fromNow();
        his.says(noise(16));
        line.hears(1);
        line.says(before);
        his.listens(3.5);
        his.fromNow().listens(1.5);
        double echo = loudness(Arrays.copyOf(his.heard(), 12_000));
        isQuietAgain(line);
        return echo;
    }

    /** The noise is over, and has been for more than the 400 ms after which a canceller works again. */
    private static void isQuietAgain(Line line) {
        Until.holds("all is quiet", line::heard, heard -> {
            short[] last = Arrays.copyOfRange(heard, Math.max(0, heard.length - 12_000), heard.length);
            return last.length == 12_000 && Hearing.level(last) < -50;
        });
    }

    private static short[] noise(double seconds) {
        Random random = new Random(4);
        short[] sound = new short[(int) (seconds * 8000)];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (short) Math.round(amplitude(-20) / Math.sqrt(2) * random.nextGaussian());
        }
        return sound;
    }

    private static short[] tone(double hz, double dbm0, double seconds, boolean turning) {
        short[] sound = new short[(int) (seconds * 8000)];
        for (int i = 0; i < sound.length; i++) {
            double sign = turning && (i / 3600) % 2 == 1 ? -1 : 1;
            sound[i] = (short) Math.round(sign * amplitude(dbm0) * Math.sin(2 * Math.PI * hz * i / 8000));
        }
        return sound;
    }

    private static short[] join(short[] one, short[] other) {
        short[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** Of a sine; full scale is +3.14 dBm0. */
    private static double amplitude(double dbm0) {
        return 32768 * Math.pow(10, (dbm0 - 3.14) / 20);
    }

    private static double dbm0(double amplitude) {
        return 20 * Math.log10(Math.max(amplitude, 1e-3) / 32768) + 3.14;
    }

    private static double loudness(short[] sound) {
        return Hearing.level(sound) + 3.01 + 3.14; // of a sine at full scale
    }

    /** The loudest half second of a tone in anything, dBm0. */
    private static double level(short[] sound, double hz) {
        double loudest = 0;
        for (int from = 0; from + 4000 <= sound.length; from += 800) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < 4000; i++) {
                double phase = 2 * Math.PI * hz * i / 8000;
                re += sound[from + i] * Math.cos(phase);
                im += sound[from + i] * Math.sin(phase);
            }
            loudest = Math.max(loudest, Math.hypot(re, im) / 2000);
        }
        return dbm0(loudest);
    }
}
