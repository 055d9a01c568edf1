package ringdown.simulator;

import ringdown.audio.Frame;
import ringdown.audio.Level;
import ringdown.audio.Mixing;

/**
 * How a fax machine takes and makes calls (ITU-T T.30 §4): called, it lifts after the first ring and sends 2100 Hz (CED); calling, it
 * sends 1100 Hz for 0.5 s every 3.5 s (CNG). It sends no pages and gives up. Guarded by its owner's lock.
 */
final class FaxMachine {
    /** What it does with its hook. */
    enum Hook {
        STAYS,
        LIFTS,
        LAYS_DOWN
    }

    private static final int LIFTS_AFTER = 300;
    private static final int CED_FROM = 200;
    private static final int CED_TO = 500;
    private static final int CNG_EACH = 350;
    private static final int CNG_FOR = 50;
    private static final int CNG_AFTER = 150;
    private static final int GIVES_UP = 4000;
    private static final double AMPLITUDE = Level.rms(-13) * Math.sqrt(2);

    private int ringsFor;
    private int offHookFor;
    private int sinceKeys;
    private boolean called;
    private boolean calls;
    private long phase;

    void reset() {
        ringsFor = 0;
        offHookFor = 0;
        called = false;
        calls = false;
    }

    /** Its own keys: it calls somebody. */
    void dialled() {
        calls = true;
        sinceKeys = 0;
    }

    Hook frame(boolean rings, boolean offHook, boolean loopOpen) {
        if (!offHook) {
            boolean answers = rings && ++ringsFor >= LIFTS_AFTER;
            if (!rings) {
                ringsFor = 0;
            }
            offHookFor = 0;
            called = answers;
            calls = false;
            return answers ? Hook.LIFTS : Hook.STAYS;
        }
        offHookFor++;
        sinceKeys++;
        return loopOpen || offHookFor > GIVES_UP ? Hook.LAYS_DOWN : Hook.STAYS;
    }

    /** Adds what it sends in this frame. */
    void sound(short[] spoken) {
        boolean ced = called && offHookFor >= CED_FROM && offHookFor < CED_TO;
        boolean cng = calls && sinceKeys > CNG_AFTER && sinceKeys % CNG_EACH < CNG_FOR;
        if (ced || cng) {
            double step = 2 * Math.PI * (ced ? 2100 : 1100) / Frame.SAMPLE_RATE;
            for (int i = 0; i < spoken.length; i++) {
                spoken[i] = Mixing.saturate((int) Math.round(spoken[i] + AMPLITUDE * Math.sin(step * phase++)));
            }
        }
    }
}
