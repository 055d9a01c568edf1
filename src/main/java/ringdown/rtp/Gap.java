package ringdown.rtp;

import java.util.Arrays;
import ringdown.audio.Frame;

/** Fills what was lost with the last sound heard, fading out over 60 ms. Media clock's thread only. */
final class Gap {
    private static final int FADE_FRAMES = 6;

    private final short[] last = Frame.silence();
    private int filled = FADE_FRAMES;

    void heard(short[] frame) {
        System.arraycopy(frame, 0, last, 0, Frame.SAMPLES);
        filled = 0;
    }

    boolean untouched() {
        return filled == FADE_FRAMES;
    }

    void fill(short[] frame) {
        if (filled >= FADE_FRAMES) {
            Arrays.fill(frame, (short) 0);
            return;
        }
        filled++;
        for (int i = 0; i < Frame.SAMPLES; i++) {
            frame[i] = (short) (last[i] * (FADE_FRAMES - filled) / FADE_FRAMES);
        }
    }
}
