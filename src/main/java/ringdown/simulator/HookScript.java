package ringdown.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import ringdown.audio.Frame;

/** Breaks that a telephone makes with its hook: flashes and dialled pulses, frame by frame. Guarded by its owner's lock. */
final class HookScript {
    private final Deque<Boolean> closed = new ArrayDeque<>();

    private void add(boolean now, int millis) {
        for (int i = 0; i < millis / Frame.MILLIS; i++) {
            closed.addLast(now);
        }
    }

    void flash(int millis) {
        add(false, millis);
        add(true, 300);
    }

    /** Ten pulses a second, 60 ms open and 40 ms closed, 800 ms between digits. */
    void dial(String digits) {
        for (char digit : digits.toCharArray()) {
            int pulses = digit == '0' ? 10 : digit - '0';
            for (int i = 0; i < pulses; i++) {
                add(false, 60);
                add(true, 40);
            }
            add(true, 800);
        }
    }

    void clear() {
        closed.clear();
    }

    /** Whether the loop is closed in the next frame. */
    boolean next() {
        Boolean now = closed.pollFirst();
        return now == null || now;
    }
}
