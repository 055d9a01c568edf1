package ringdown.office;

/** What a person is doing, as far as the box knows. */
public enum PersonState {
    AVAILABLE,
    /** In a talk, ringing for another call, or reserved by one. Seen, never said. */
    BUSY,
    /** Writes down what the last talk was about; ends by itself. */
    AFTER_CALL,
    DO_NOT_DISTURB,
    /** Said so by key or page: a short break. */
    BREAK,
    /** Said so by key or page: lunch, meeting. */
    AWAY,
    /** Absent by the office's plan (holiday, illness): deputies stand in. Planned, never said. */
    ON_LEAVE,
    /** Let calls ring out one after another, so is not rung until they touch a telephone. Seen, never said. */
    NOT_ANSWERING
}
