package ringdown.board.modem;

import java.util.List;
import ringdown.audio.Frame;

/**
 * A modem says once that it rings and not for how long: the ringing that the country's exchanges would send stands for it. A word within
 * a ring (one for each of two bursts, as in Britain) is of the same ring. Belongs to the board's thread.
 */
final class RingShape {
    private final int[] frames;
    private int at;
    private int step;

    /** On and off in turn, in milliseconds. */
    RingShape(List<Integer> cadence) {
        frames = cadence.subList(0, cadence.size() - 1).stream()
                .mapToInt(millis -> Math.max(1, millis / Frame.MILLIS))
                .toArray();
        step = frames.length;
    }

    /** One frame; {@code told}: the modem says that it rings. */
    void frame(boolean told) {
        if (step < frames.length) {
            if (++at >= frames[step]) {
                at = 0;
                step++;
            }
        } else if (told) {
            step = 0;
            at = 0;
        }
    }

    boolean sounding() {
        return step < frames.length && step % 2 == 0;
    }
}
