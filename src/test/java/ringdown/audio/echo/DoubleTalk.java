package ringdown.audio.echo;

import ringdown.audio.Level;
import ringdown.audio.Mixing;

/**
 * What is left of a voice from the line while the other side talks too, by LINES.md rule 19, over segments of 32 ms in which the voice
 * is there.
 *
 * @param segmentalSnr dB, each segment from -10 to 35
 * @param levelDifference dB, positive: louder than it came
 * @param longestGapMillis in which it was 10 dB too quiet
 */
record DoubleTalk(double segmentalSnr, double levelDifference, int longestGapMillis) {
    private static final int SEGMENT = 256;
    private static final double TALKS = Level.power(-40);
    /** The canceller has had this long for the one voice before the other one begins. */
    private static final int BEGINS = 40_000;

    static DoubleTalk over(short[] sent, short[] near, double[] hybrid, boolean gate) {
        int length = Math.min(near.length, sent.length - BEGINS);
        short[] voice = new short[sent.length];
        System.arraycopy(near, 0, voice, BEGINS, length);
        short[] line = Hybrid.of(sent, hybrid);
        Mixing.add(voice, line);
        line = EchoCancellerTest.companded(line);
        var canceller = new EchoCanceller();
        canceller.suppressResidual(gate);
        canceller.process(sent, 0, line, 0, line.length);
        return measured(voice, line, length);
    }

    private static DoubleTalk measured(short[] voice, short[] line, int length) {
        double snr = 0;
        int segments = 0;
        double before = 0;
        double after = 0;
        int gap = 0;
        int longest = 0;
        for (int at = BEGINS; at + SEGMENT <= BEGINS + length; at += SEGMENT) {
            double in = energy(voice, at);
            double out = energy(line, at);
            if (in < TALKS * SEGMENT) {
                continue;
            }
            snr += Math.clamp(10 * Math.log10(in / (difference(voice, line, at) + 1)), -10, 35);
            segments++;
            before += in;
            after += out;
            gap = out < in / 10 ? gap + SEGMENT / 8 : 0;
            longest = Math.max(longest, gap);
        }
        return new DoubleTalk(snr / segments, 10 * Math.log10(after / before), longest);
    }

    private static double energy(short[] sound, int at) {
        double sum = 0;
        for (int i = at; i < at + SEGMENT; i++) {
            sum += (double) sound[i] * sound[i];
        }
        return sum;
    }

    private static double difference(short[] voice, short[] line, int at) {
        double sum = 0;
        for (int i = at; i < at + SEGMENT; i++) {
            sum += Math.pow(line[i] - voice[i], 2);
        }
        return sum;
    }
}
