package ringdown.audio.progress;

import ringdown.audio.Frame;
import ringdown.audio.Level;

/**
 * Who talks in a call: people, or a fax or modem from its first tone on, on either side, until both have been without energy for 400 ms
 * (LINES rule 14; ITU-T G.168 §7.3 for the tone disabler and its release). Belongs to one thread.
 */
public final class MachineWatch {
    /** Who talks. */
    public enum Talk {
        /** Sound may be gated, mended, left out in silence. */
        PEOPLE,
        /** Every sample counts. */
        MACHINES,
        /** They cancel echo themselves: 2100 Hz with turning phase. */
        OWN_CANCELLERS
    }

    private static final double QUIET = Level.power(-40) * Frame.SAMPLES;
    private static final int RELEASED = 400 / Frame.MILLIS;

    private final FaxDetector here = new FaxDetector(this::tone);
    private final FaxDetector there = new FaxDetector(this::tone);
    private Talk talk = Talk.PEOPLE;
    private boolean loud;
    private int quiet;

    /** A frame that goes out; before {@link #received} of the same tick. */
    public void sent(short[] frame) {
        here.process(frame, 0, Frame.SAMPLES);
        loud |= talk != Talk.PEOPLE && energy(frame) >= QUIET;
    }

    /** A frame that comes in; returns who talks now. */
    public Talk received(short[] frame) {
        there.process(frame, 0, Frame.SAMPLES);
        if (talk != Talk.PEOPLE) {
            quiet = loud || energy(frame) >= QUIET ? 0 : quiet + 1;
            loud = false;
            if (quiet >= RELEASED) {
                restart();
            }
        }
        return talk;
    }

    /** Another call: people talk. */
    public void restart() {
        talk = Talk.PEOPLE;
        quiet = 0;
        loud = false;
    }

    private void tone(FaxEvent event) {
        quiet = 0;
        talk = event == FaxEvent.PHASE_REVERSED || talk == Talk.OWN_CANCELLERS ? Talk.OWN_CANCELLERS : Talk.MACHINES;
    }

    private static double energy(short[] frame) {
        double sum = 0;
        for (short sample : frame) {
            sum += (double) sample * sample;
        }
        return sum;
    }
}
