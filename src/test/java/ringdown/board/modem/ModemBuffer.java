package ringdown.board.modem;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a modem holds of the sound that it is to play. */
final class ModemBuffer {
    private final Deque<Short> samples = new ArrayDeque<>();
    private boolean playing;
    private boolean dry;

    void add(short sample) {
        samples.add(sample);
        playing = true;
    }

    void clear() {
        samples.clear();
        playing = false;
        dry = false;
    }

    int size() {
        return samples.size();
    }

    short next() {
        Short next = samples.poll();
        dry = next == null && playing;
        playing = next != null;
        return next == null ? 0 : next;
    }

    /** With the last sample asked for it began to have nothing. */
    boolean ranDry() {
        return dry;
    }
}
