package ringdown.office;

/** What a person is doing, as far as the box knows. */
public enum PersonState {
    AVAILABLE,
    /** In a talk, ringing for another call, or reserved by one. */
    BUSY,
    DO_NOT_DISTURB,
    /** Said so by key or page: lunch, meeting. */
    AWAY
}
