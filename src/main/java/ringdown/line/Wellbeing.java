package ringdown.line;

/**
 * Whether the threads that carry calls still run: they say so once in a while, and the board's thread notices when they do not. What hangs
 * cannot say that it hangs.
 */
final class Wellbeing {
    /** A busy machine is late; a telephone that cannot be used for longer belongs on its line. */
    private static final int PATIENCE = Frames.of(5000);

    private volatile boolean said;
    private int silent = PATIENCE;

    /** From any thread. */
    void said() {
        said = true;
    }

    /** The board's thread: one frame on. */
    void frame() {
        silent = said ? 0 : Math.min(silent + 1, PATIENCE);
        said = false;
    }

    boolean well() {
        return silent < PATIENCE;
    }
}
