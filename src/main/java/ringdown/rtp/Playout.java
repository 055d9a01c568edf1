package ringdown.rtp;

import ringdown.audio.Frame;

/**
 * How far the ear runs behind the wire. Watches how early packets come before their moment and says when a frame may be left out or
 * repeated, both only in silence, so that two clocks that differ never cut into speech. Lengths in samples. Reader's thread.
 */
final class Playout {
    static final int FIRST_DELAY = Frame.samples(60);
    /** Of fax machines and modems. */
    static final int FIXED_DELAY = Frame.samples(80);

    static final int LONGEST_DELAY = Frame.samples(200);

    private static final int COMFORTABLE = Frame.samples(20);
    private static final int SLACK = Frame.samples(60);
    private static final int TIGHT = Frame.samples(5);
    private static final int WINDOW_FRAMES = 400;

    private int frames;
    private long earliest = Long.MAX_VALUE;
    private int surplus;
    private int shortage;

    void restart() {
        frames = 0;
        earliest = Long.MAX_VALUE;
        surplus = 0;
        shortage = 0;
    }

    /** A packet in order came so long before its moment (negative: after it). */
    void margin(long samples) {
        earliest = Math.min(earliest, samples);
    }

    /** One frame was read. */
    void frame() {
        if (++frames < WINDOW_FRAMES) {
            return;
        }
        boolean heard = earliest != Long.MAX_VALUE;
        surplus = heard && earliest > COMFORTABLE + SLACK ? (int) (earliest - COMFORTABLE) : 0;
        shortage = heard && earliest < TIGHT ? Frame.SAMPLES : 0;
        frames = 0;
        earliest = Long.MAX_VALUE;
    }

    /** Whether one silent frame is to be left out; asking counts as doing. */
    boolean leaveOut() {
        boolean due = surplus >= Frame.SAMPLES;
        surplus -= due ? Frame.SAMPLES : 0;
        return due;
    }

    /** Whether one silent frame is to be repeated; asking counts as doing. */
    boolean repeat() {
        boolean due = shortage > 0;
        shortage = 0;
        return due;
    }
}
