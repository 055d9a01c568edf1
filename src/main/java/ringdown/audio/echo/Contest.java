package ringdown.audio.echo;

import ringdown.audio.Level;

/** Compares what both filters leave, every 8 ms: the learner must be better three times in a row to be believed. */
final class Contest {
    /** What a comparison said. */
    enum Verdict {
        NONE,
        LEARNER_BETTER,
        LEARNER_WORSE
    }

    private static final double BETTER = 0.9;
    /** While both talk the near voice stays; a learner that seems to remove it has gone astray. */
    private static final double CANCELS = 0.125;

    /** Windows quieter than -46 dBm0 teach the rounding of the codec. */
    private static final double AUDIBLE = Level.power(-46) * Learner.BLOCK;

    private static final double WORSE = 4;
    private static final int WINS = 3;
    private static final int LOSSES = 4;

    /** Blocks differ: so many times what has been possible is still no near voice. */
    private static final double NEAR = 8;
    /** The step is at its full length until 20 dB are cancelled, and at its shortest from 26 dB on. */
    private static final double FAST = 90;

    private static final double SLOWEST = 0.25;
    private static final double FASTEST = 1;

    private static final double BEST = 0.002;
    private static final double LEARNS = 0.97;
    private static final double FORGET = 1.001;
    private static final double FAR_OFF = 8;
    private static final int LONG = 250;
    /** 100 ms without a single good block: somebody speaks there, or the line is another one; the learner may try, nobody hears it. */
    private static final int PERHAPS_ANOTHER = 12;
    /** 320 ms: whoever speaks has drawn breath by then, or the learner would not cancel anything. */
    private static final int ANOTHER_LINE = 40;

    private static final double MUCH_BETTER = 0.4;

    private static final double HARM = 1.5;
    /** Some 260 ms. */
    private static final double SLOW = 0.97;
    /** Blocks: 160 ms. */
    private static final int ADDING = 20;

    /** 24 dB are cancelled: the codec's rounding is near. */
    private static final double DONE = 0.004;

    /** Beyond 31 dB nothing is gained that could be heard. */
    private static final double ENOUGH = 0.0008;

    private static final int REST = 4;

    private double possible = 1;
    private int farOff;
    private int harmful;
    private double slowReceived;
    private double slowHeard;
    private int adding;
    private double receivedEnergy;
    private double heardEnergy;
    private int turn;
    private int sinceBetter;
    private int wins;
    private int losses;

    /**
     * Sees what the heard filter leaves of a block; true if the learner is wanted in it. Once nothing has been gained for 2 s, one block in
     * four is enough to follow the line: the others cost next to nothing.
     *
     * <p>What was possible is forgotten slowly; at once when the heard filter makes things worse or never does well for 2 s, as after a
     * change of the line.
     */
    boolean look(double received, double heard) {
        receivedEnergy = received;
        heardEnergy = heard;
        follow(received, heard);
        if (received > AUDIBLE) {
            double share = Math.max(BEST, heard / received);
            farOff = share > FAR_OFF * possible ? farOff + 1 : 0;
            harmful = share > HARM ? harmful + 1 : 0;
            possible = harmful() || farOff > LONG ? 1 : Math.min(possible * FORGET, Math.max(possible * LEARNS, share));
        }
        sinceBetter += received > AUDIBLE ? 1 : 0;
        turn = (turn + 1) % REST;
        return possible > DONE || harmful > 0 || sinceBetter < LONG || turn == 0;
    }

    /** An echo that has ended leaves nothing to compare with, block by block: what the filter adds is seen over longer than the longest tail. */
    private void follow(double received, double heard) {
        slowReceived = SLOW * slowReceived + received;
        slowHeard = SLOW * slowHeard + heard;
        adding = slowHeard > Math.max(AUDIBLE, HARM * slowReceived) ? adding + 1 : 0;
    }

    /** The heard filter has made things worse for some blocks in a row. */
    boolean harmful() {
        return harmful > WINS || adding > ADDING;
    }

    /** A block that says nothing about the line came between. */
    void restart() {
        wins = 0;
        losses = 0;
        adding = 0;
    }

    /** What the learner leaves of the block looked at last. */
    Verdict add(double learned) {
        // While a near voice is there, no filter cancels what has been possible before.
        boolean anotherLine = farOff > ANOTHER_LINE && learned < MUCH_BETTER * heardEnergy;
        double wanted = anotherLine ? CANCELS : Math.min(CANCELS, 2 * possible);
        boolean cancels = learned < wanted * receivedEnergy;
        boolean better = cancels && receivedEnergy > AUDIBLE && learned < BETTER * heardEnergy;
        boolean worse = learned > WORSE * heardEnergy && heardEnergy < receivedEnergy;
        wins = better ? wins + 1 : 0;
        losses = worse ? losses + 1 : 0;
        if (wins >= WINS) {
            wins = 0;
            sinceBetter = heardEnergy > ENOUGH * receivedEnergy ? 0 : sinceBetter;
            return Verdict.LEARNER_BETTER;
        }
        if (losses >= LOSSES) {
            losses = 0;
            return Verdict.LEARNER_WORSE;
        }
        return Verdict.NONE;
    }

    /**
     * How much the learner may believe the block: less the better it does already, so that the rounding of the codec does not shake it, and
     * next to nothing while more is left than has been possible before, since that is a near voice.
     */
    double step(double learned) {
        if (farOff > PERHAPS_ANOTHER) {
            return FASTEST;
        }
        double near = Math.min(1, NEAR * possible * receivedEnergy / (learned + 1));
        return near * Math.clamp(FAST * possible, SLOWEST, FASTEST);
    }
}
