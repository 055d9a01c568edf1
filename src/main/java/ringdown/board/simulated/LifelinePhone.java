package ringdown.board.simulated;

import java.util.Arrays;
import ringdown.audio.Frame;

/** What a telephone does on an outside line, and what it hears there, while its lifeline relay has it there. Belongs to the board's thread. */
final class LifelinePhone {
    private final short[] spoken = Frame.silence();
    private final short[] heard = Frame.silence();
    private volatile boolean offHook;

    boolean offHook() {
        return offHook;
    }

    void hook(boolean off) {
        offHook = off;
        if (!off) {
            Arrays.fill(spoken, (short) 0);
        }
    }

    /** What it says in the next frame. */
    void speak(short[] frame) {
        System.arraycopy(frame, 0, spoken, 0, Frame.SAMPLES);
    }

    short spoken(int sample) {
        return offHook ? spoken[sample] : 0;
    }

    void hears(int sample, short value) {
        heard[sample] = value;
    }

    /** Copies what it heard in the last frame. */
    void heard(short[] frame) {
        System.arraycopy(heard, 0, frame, 0, Frame.SAMPLES);
    }
}
