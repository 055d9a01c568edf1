package ringdown.board.simulated.silicon;

/** A comparator with its debounce. */
final class Si3210Loop {
    private boolean state;
    private double differsFor;

    /** One millisecond; the debounce is in steps of 1.25 ms. */
    void millisecond(boolean raw, int debounce) {
        differsFor = raw == state ? 0 : differsFor + 1;
        if (differsFor > 0 && differsFor >= debounce * 1.25) {
            state = raw;
            differsFor = 0;
        }
    }

    boolean state() {
        return state;
    }

    void clear() {
        state = false;
        differsFor = 0;
    }
}
