package ringdown.web;

/** The recordings that run, as the page may stop and resume them. */
public interface PausedTalks {
    /**
     * What is said from now on is left out, or recorded again.
     *
     * @return false if no recording runs for that call
     */
    boolean pause(String callId, boolean pause, String by);
}
