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

    private static final int WINDOW = 64;
    private static final double BETTER = 0.9;
    /** While both talk the near voice stays; a learner that seems to remove it has gone astray. */
    private static final double CANCELS = 0.125;

    /** Windows quieter than -46 dBm0 teach the rounding of the codec. */
    private static final double AUDIBLE = Level.power(-46) * WINDOW;

    private static final double WORSE = 4;
    private static final int WINS = 3;
    private static final int LOSSES = 4;

    private static final double BEST = 0.002;
    private static final double FORGET = 1.001;
    private static final double FAR_OFF = 8;
    private static final int LONG = 250;
    private static final double HARM = 1.5;

    private double possible = 1;
    private int farOff;
    private int harmful;
    private double receivedEnergy;
    private double heardEnergy;
    private double learnerEnergy;
    private int samples;
    private int wins;
    private int losses;

    Verdict add(double received, double heard, double learned) {
        receivedEnergy += received * received;
        heardEnergy += heard * heard;
        learnerEnergy += learned * learned;
        if (++samples < WINDOW) {
            return Verdict.NONE;
        }
        boolean better = receivedEnergy > AUDIBLE && learnerEnergy < BETTER * heardEnergy && cancels();
        boolean worse = learnerEnergy > WORSE * heardEnergy && heardEnergy < receivedEnergy;
        wins = better ? wins + 1 : 0;
        losses = worse ? losses + 1 : 0;
        beginWindow();
        if (wins >= WINS) {
            wins = 0;
            return Verdict.LEARNER_BETTER;
        }
        if (losses >= LOSSES) {
            losses = 0;
            return Verdict.LEARNER_WORSE;
        }
        return Verdict.NONE;
    }

    /**
     * Whether the learner cancels about as much as has been possible before: while a near voice is there, none can. What
     * was possible is forgotten slowly; at once when the heard filter makes things worse or never does well for 2 s, as after
     * a change of the line.
     */
    private boolean cancels() {
        if (receivedEnergy > AUDIBLE) {
            double share = Math.max(BEST, heardEnergy / receivedEnergy);
            farOff = share > FAR_OFF * possible ? farOff + 1 : 0;
            harmful = share > HARM ? harmful + 1 : 0;
            possible =
                    harmful > WINS || farOff > LONG ? 1 : Math.min(possible * FORGET, Math.max(possible * 0.9, share));
        }
        return learnerEnergy < Math.min(CANCELS, 2 * possible) * receivedEnergy;
    }

    /** Forgets what was, after a time that says nothing. */
    void restart() {
        wins = 0;
        losses = 0;
        beginWindow();
    }

    private void beginWindow() {
        samples = 0;
        receivedEnergy = 0;
        heardEnergy = 0;
        learnerEnergy = 0;
    }
}
