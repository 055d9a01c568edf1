package ringdown.media;

/** What makes the media clock tick: the frames of a board's PCM highway, else monotonic time. One thread waits. */
public interface TickSource extends AutoCloseable {
    /**
     * Waits until one tick of 10 ms or more are due.
     *
     * @return how many ticks are to be done now, 1 or more; 0 when closed
     */
    int await();

    /** Ticks that were given up, because the machine stood still for longer than can be made good. */
    long lost();

    /** Ends the waiting. */
    @Override
    void close();
}
