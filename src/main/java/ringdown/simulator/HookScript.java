package ringdown.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import ringdown.audio.Frame;

/** Breaks that a telephone makes with its hook: flashes and dialled pulses, to the millisecond. Guarded by its owner's lock. */
final class HookScript {
    private static final int ALL_CLOSED = (1 << Frame.MILLIS) - 1;

    private record Span(boolean closed, int millis) {}

    private final Deque<Span> spans = new ArrayDeque<>();
    private int inSpan;

    private void add(boolean closed, long millis) {
        if (millis > 0) {
            spans.addLast(new Span(closed, (int) millis));
        }
    }

    void flash(int millis) {
        add(false, millis);
        add(true, 300);
    }

    /** So many pulses a second, broken for that part of each; 800 ms between digits. */
    void dial(String digits, double pps, double breakPercent) {
        for (char digit : digits.toCharArray()) {
            int pulses = digit == '0' ? 10 : digit - '0';
            for (int i = 0; i < pulses; i++) {
                long begins = Math.round(i * 1000 / pps);
                long ends = Math.round((i + breakPercent / 100) * 1000 / pps);
                add(false, ends - begins);
                add(true, Math.round((i + 1) * 1000 / pps) - ends);
            }
            add(true, 800);
        }
    }

    void clear() {
        spans.clear();
        inSpan = 0;
    }

    /** In which milliseconds of the next frame the loop is closed: bit 0 is the first. */
    int next() {
        if (spans.isEmpty()) {
            return ALL_CLOSED;
        }
        int bits = 0;
        for (int i = 0; i < Frame.MILLIS; i++) {
            bits |= millisecond() ? 1 << i : 0;
        }
        return bits;
    }

    private boolean millisecond() {
        Span now = spans.peekFirst();
        if (now == null) {
            return true;
        }
        if (++inSpan >= now.millis()) {
            inSpan = 0;
            spans.removeFirst();
        }
        return now.closed();
    }
}
