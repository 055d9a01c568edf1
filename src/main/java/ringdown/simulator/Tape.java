package ringdown.simulator;

import java.util.Arrays;
import ringdown.audio.Frame;

/** What one end has heard, from a beginning on, half an hour at most. Guarded by its owner's lock. */
final class Tape {
    private static final int LONGEST = 30 * 60 * Frame.SAMPLE_RATE;

    private short[] samples = new short[0];
    private int length;

    void restart() {
        samples = new short[10 * Frame.SAMPLE_RATE];
        length = 0;
    }

    void add(short[] frame) {
        if (length + frame.length > LONGEST) {
            return;
        }
        if (length + frame.length > samples.length) {
            samples = Arrays.copyOf(samples, Math.max(2 * samples.length, frame.length));
        }
        System.arraycopy(frame, 0, samples, length, frame.length);
        length += frame.length;
    }

    short[] heard() {
        return Arrays.copyOf(samples, length);
    }
}
