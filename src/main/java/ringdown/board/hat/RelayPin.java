package ringdown.board.hat;

import ringdown.line.LifelineRelay;

/**
 * The pin of one lifeline relay. The thread of the frames asks for it, the thread "board-poll" toggles it: each of the two that hangs lets
 * the relay fall.
 */
final class RelayPin implements LifelineRelay {
    /** 100 Hz on the pump. */
    private static final int HALF_PERIOD = 5;
    /** A late thread of frames costs no telephone its talk. */
    private static final int ASKED_FOR = 300;

    private final int pin;
    private volatile boolean asked;
    private volatile boolean refused;
    private volatile boolean closed;
    private int left;
    private int inHalf;
    private boolean high;

    RelayPin(int pin) {
        this.pin = pin;
    }

    @Override
    public boolean hold() {
        asked = true;
        return !refused && !closed;
    }

    /** The polling thread: a millisecond has passed. */
    void millisecond(Wiring wiring) {
        if (asked) {
            asked = false;
            left = ASKED_FOR;
        }
        if (left == 0 || closed) {
            set(wiring, false);
        } else {
            left--;
            inHalf = (inHalf + 1) % HALF_PERIOD;
            if (inHalf == 0) {
                set(wiring, !high);
            }
        }
    }

    private void set(Wiring wiring, boolean next) {
        if (next != high) {
            high = next;
            refused = !wiring.relay(pin, next);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
