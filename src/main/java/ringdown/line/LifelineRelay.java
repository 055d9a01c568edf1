package ringdown.line;

/**
 * The output that feeds the charge pump of a lifeline relay (LINES rule 17): it toggles for as long as it is asked to, so that a program
 * which ends or hangs drops the relay, whatever state its pin is in. There is no command to drop it. Used on the board's thread.
 */
public interface LifelineRelay extends AutoCloseable {
    /** So long after the last {@link #hold} the pump has run empty, at the latest; longer than a stall that drops no call. */
    int EMPTY_MILLIS = 500;

    /** Keeps the relay pulled for a moment more, asked in every frame; false: the output cannot be driven. */
    boolean hold();

    /** The office file names no relay there any more. Closing twice is fine. */
    @Override
    void close();
}
