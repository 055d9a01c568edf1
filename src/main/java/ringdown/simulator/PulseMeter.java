package ringdown.simulator;

import org.jspecify.annotations.Nullable;
import ringdown.audio.Frame;

/** Measures the pulses of a dial: breaks, and the makes between two breaks of one digit, in frames. Guarded by its owner's lock. */
final class PulseMeter {
    private int breaks;
    private int broken;
    private int makes;
    private int made;

    void pulse(int frames) {
        breaks++;
        broken += frames;
    }

    void between(int frames) {
        makes++;
        made += frames;
    }

    /** Null where no digit of two pulses or more was dialled. */
    LineView.@Nullable Pulse measured() {
        if (breaks == 0 || makes == 0) {
            return null;
        }
        double open = (double) broken / breaks;
        double closed = (double) made / makes;
        return new LineView.Pulse(
                Math.round(10_000 / ((open + closed) * Frame.MILLIS)) / 10.0,
                Math.round(1000 * open / (open + closed)) / 10.0);
    }
}
