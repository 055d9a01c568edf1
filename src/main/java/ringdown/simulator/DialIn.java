package ringdown.simulator;

import java.util.Arrays;
import ringdown.audio.Frame;

/**
 * What NTT's exchange does before it rings for a call whose number it tells: short rings with the polarity turned; the subscriber's set lifts and
 * hears the number; it lays down, and the call rings. Nobody has answered until then. Guarded by its owner's lock.
 */
final class DialIn {
    private static final int ON = 50;
    private static final int CYCLE = 100;
    /** A set that does not lift in this time has no display. */
    private static final int LONGEST = 600;
    /** From the lifting to the first bit. */
    private static final int BEFORE = 20;
    /** A set that stays off hook has misunderstood. */
    private static final int PATIENCE = 500;
    /** From the laying down to the ring. */
    private static final int AFTER = 40;

    private final short[] sound;
    private int ringing;
    private int offHook;
    private int laidDown;
    private boolean over;

    DialIn(short[] sound) {
        this.sound = sound;
    }

    /** From now on the call rings, or was answered. */
    boolean over() {
        return over;
    }

    /** Fills the frame with what is said in it; true while ringing voltage is on the line. */
    boolean frame(boolean boxOffHook, short[] spoken) {
        Arrays.fill(spoken, (short) 0);
        if (boxOffHook) {
            laidDown = 0;
            tell(spoken);
            return false;
        }
        if (offHook > 0) {
            over = ++laidDown >= AFTER;
            return false;
        }
        over = ++ringing >= LONGEST;
        return (ringing - 1) % CYCLE < ON;
    }

    private void tell(short[] spoken) {
        int from = (++offHook - BEFORE) * Frame.SAMPLES;
        int count = Math.min(Frame.SAMPLES, sound.length - from);
        if (from >= 0 && count > 0) {
            System.arraycopy(sound, from, spoken, 0, count);
        }
        over = offHook >= PATIENCE;
    }
}
