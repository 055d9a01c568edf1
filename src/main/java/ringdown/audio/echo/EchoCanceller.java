package ringdown.audio.echo;

import java.util.Arrays;
import java.util.OptionalDouble;
import ringdown.audio.Frame;
import ringdown.audio.Mixing;

/**
 * Cancels the echo of a hybrid. Two filters run side by side: one always learns, in blocks of 8 ms, the other one is
 * heard, without delay, and takes the learner's coefficients only when the learner has proven better for a while; so double talk, which leads
 * the learner astray, never reaches the ear. Belongs to one thread.
 *
 * <p>{@code sent} must be the decoded value of the byte that really went into the line's slot, matched by frame
 * (LINES.md rule 4).
 */
public final class EchoCanceller {
    /** Tail of a local hybrid. */
    public static final int DEFAULT_TAIL_MILLIS = 32;

    /** What the last taps hold together when they need not be reckoned: 50 dB below what is sent, the noise of the learning. */
    private static final double NOTHING = 1e-5;

    /** A block; over the longest tail by half. */
    private static final double FADES = 0.96;

    /** The worst hybrids lose some 6 dB. */
    private static final double AMPLIFIES = 0.7;

    private final Learner learner;
    private final double[] heard;
    private final double[] taps;
    private final Contest contest = new Contest();
    private final ResidualGate gate = new ResidualGate();
    private final double[] history;
    private final double[] sentBlock = new double[Learner.BLOCK];
    private final double[] receivedBlock = new double[Learner.BLOCK];
    private double heardEnergy;
    private double loudest;
    private double remaining;
    private int reach;
    private int collected;
    private int at;
    private boolean suppressing = true;
    private boolean passing;

    /** A canceller for echoes up to 32 ms. */
    public EchoCanceller() {
        this(DEFAULT_TAIL_MILLIS);
    }

    /** A canceller for echoes up to {@code tailMillis}, 8 to 128. */
    public EchoCanceller(int tailMillis) {
        if (tailMillis < 8 || tailMillis > 128) {
            throw new IllegalArgumentException("the tail is 8 to 128 ms, not " + tailMillis);
        }
        int blocks = (Frame.samples(tailMillis) + Learner.BLOCK - 1) / Learner.BLOCK;
        int length = blocks * Learner.BLOCK;
        learner = new Learner(length);
        heard = new double[length];
        taps = new double[length];
        history = new double[2 * length];
    }

    /** Whether what the filter leaves is gated; off for fax and alarm devices (LINES.md rule 14). On at first. */
    public void suppressResidual(boolean on) {
        suppressing = on;
    }

    /** Whether it is out of the way altogether: modems with phase reversals (ITU-T G.168 §7). Off at first. */
    public void bypass(boolean on) {
        passing = on;
    }

    /**
     * One block, in place.
     *
     * @param sent what goes to the line
     * @param received what comes from the line; holds the result afterwards
     */
    public void process(short[] sent, int sentOffset, short[] received, int offset, int length) {
        for (int i = 0; i < length; i++) {
            received[offset + i] = next(sent[sentOffset + i], received[offset + i]);
        }
    }

    /**
     * One block from the beginning of both arrays, in place.
     *
     * @param ungated what the filter leaves, before the residual is suppressed: detectors listen here, since a quiet tone under a loud
     *     prompt would be taken for residual
     */
    public void process(short[] sent, short[] received, short[] ungated, int length) {
        for (int i = 0; i < length; i++) {
            short came = received[i];
            received[i] = next(sent[i], came);
            ungated[i] = passing ? came : Mixing.saturate((int) Math.round(remaining));
        }
    }

    private short next(short sent, short received) {
        push(sent);
        double left = received - estimate();
        remaining = left;
        collect(sent, received, left);
        if (passing) {
            return received;
        }
        double out = suppressing ? gate.next(sent, received, left) : left;
        return Mixing.saturate((int) Math.round(out));
    }

    /** Four sums at once: one alone would wait for each addition before it. */
    private double estimate() {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int k = 0; k < reach; k += 4) {
            a += heard[k] * history[at + k];
            b += heard[k + 1] * history[at + k + 1];
            c += heard[k + 2] * history[at + k + 2];
            d += heard[k + 3] * history[at + k + 3];
        }
        return a + b + c + d;
    }

    /** No hybrid gives back so much: whoever talks first and comes back over the other end of the call has been learned, and is forgotten. */
    private void hear() {
        learner.copyTo(taps);
        if (energy(taps) > AMPLIFIES) {
            learner.takeFrom(heard);
            return;
        }
        System.arraycopy(taps, 0, heard, 0, heard.length);
        double left = 0;
        reach = heard.length;
        while (reach > 0 && left <= NOTHING) {
            reach -= 4;
            for (int k = reach; k < reach + 4; k++) {
                left += heard[k] * heard[k];
            }
        }
        reach = Math.min(heard.length, reach + 4);
    }

    private void collect(short sent, short received, double left) {
        sentBlock[collected] = sent;
        receivedBlock[collected] = received;
        heardEnergy += left * left;
        if (++collected == Learner.BLOCK) {
            compete();
            collected = 0;
            heardEnergy = 0;
        }
    }

    /** At the end of each block. */
    private void compete() {
        learner.take(sentBlock);
        double received = energy(receivedBlock);
        loudest = Math.max(energy(sentBlock), loudest * FADES);
        boolean wanted = contest.look(received, heardEnergy);
        if (contest.harmful()) {
            forget();
        }
        // No hybrid gives back more than it got. Whatever it is (a busy tone whose own echo we send), it would be
        // learned.
        if (!wanted || received > loudest) {
            return;
        }
        if (learner.tone()) {
            contest.restart();
            return;
        }
        double learned = energy(learner.leaves(receivedBlock));
        switch (contest.add(learned)) {
            case LEARNER_BETTER -> hear();
            case LEARNER_WORSE -> learner.takeFrom(heard);
            case NONE -> {}
        }
        learner.learn(contest.step(learned));
    }

    /** What makes things worse is no filter of this line: none is better, also while a tone is sent and nothing can be learned. */
    private void forget() {
        Arrays.fill(heard, 0);
        reach = 0;
        learner.takeFrom(heard);
        contest.restart();
    }

    /** Loss of the echo path in dB, by what has been learned of it; empty: nothing has. */
    public OptionalDouble echoLossDb() {
        double energy = energy(heard);
        return energy <= NOTHING ? OptionalDouble.empty() : OptionalDouble.of(-10 * Math.log10(energy));
    }

    private static double energy(double[] block) {
        double sum = 0;
        for (double sample : block) {
            sum += sample * sample;
        }
        return sum;
    }

    /** The newest sample stands at {@code at}; each is kept twice, so that the tail is always in one piece. */
    private void push(short sent) {
        int taps = history.length / 2;
        at = at == 0 ? taps - 1 : at - 1;
        history[at] = sent;
        history[at + taps] = sent;
    }
}
