package ringdown.audio.echo;

import ringdown.audio.Frame;
import ringdown.audio.Mixing;

/**
 * Cancels the echo of a hybrid. Two filters run side by side: one always learns (NLMS), the other one is heard, and takes
 * the learner's coefficients only when the learner has proven better for a while; so double talk, which leads the learner
 * astray, never reaches the ear. Belongs to one thread.
 *
 * <p>{@code sent} must be the decoded value of the byte that really went into the line's slot, matched by frame
 * (LINES.md rule 4).
 */
public final class EchoCanceller {
    /** Tail of a local hybrid. */
    public static final int DEFAULT_TAIL_MILLIS = 32;

    private final AdaptiveFilter learner;
    private final AdaptiveFilter heard;
    private final Contest contest = new Contest();
    private final ResidualGate gate = new ResidualGate();
    private final Narrowband narrowband = new Narrowband();
    private final DoubleTalk doubleTalk = new DoubleTalk();
    private final double[] history;
    private int at;
    private boolean suppressing = true;
    private boolean adapting = true;
    private boolean passing;
    private boolean undecided;

    /** A canceller for echoes up to 32 ms. */
    public EchoCanceller() {
        this(DEFAULT_TAIL_MILLIS);
    }

    /** A canceller for echoes up to {@code tailMillis}, 8 to 128. */
    public EchoCanceller(int tailMillis) {
        if (tailMillis < 8 || tailMillis > 128) {
            throw new IllegalArgumentException("the tail is 8 to 128 ms, not " + tailMillis);
        }
        int taps = Frame.samples(tailMillis);
        learner = new AdaptiveFilter(taps);
        heard = new AdaptiveFilter(taps);
        history = new double[2 * taps];
    }

    /** Whether what the filter leaves is gated; off for fax and alarm devices (LINES.md rule 14). On at first. */
    public void suppressResidual(boolean on) {
        suppressing = on;
    }

    /** Whether it learns. On at first. */
    public void adapt(boolean on) {
        adapting = on;
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

    private short next(short sent, short received) {
        push(sent);
        double echo = heard.estimate(history, at);
        double left = received - echo;
        double learned = received - learner.estimate(history, at);
        narrowband.add(sent);
        if (doubleTalk.add(sent, received)) {
            undecided = true;
        } else {
            compete(received, left, learned);
        }
        if (passing) {
            return received;
        }
        double out = suppressing ? gate.next(sent, received, left) : left;
        return Mixing.saturate((int) Math.round(out));
    }

    private void compete(short received, double left, double learned) {
        if (undecided) {
            // What the learner took in before double talk was noticed has led it astray.
            undecided = false;
            learner.takeFrom(heard);
            contest.restart();
        }
        if (adapting && !narrowband.isTone()) {
            learner.learn(history, at, learned);
        }
        switch (contest.add(received, left, learned)) {
            case LEARNER_BETTER -> heard.takeFrom(learner);
            case LEARNER_WORSE -> learner.takeFrom(heard);
            case NONE -> {}
        }
    }

    /** The newest sample stands at {@code at}; each is kept twice, so that the tail is always in one piece. */
    private void push(short sent) {
        int taps = history.length / 2;
        at = at == 0 ? taps - 1 : at - 1;
        learner.energyMoves(sent, history[at]);
        history[at] = sent;
        history[at + taps] = sent;
    }
}
