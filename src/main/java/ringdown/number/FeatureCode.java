package ringdown.number;

/** The codes that any telephone of the office may dial. */
public enum FeatureCode {
    /** Own messages. */
    MESSAGES("*97"),
    /** A promise made in a talk: *5 and HHMM, or *5# (SITUATIONS rule 6). */
    PROMISE("*5"),
    /** Takes a call that rings elsewhere. */
    PICK_UP("*8"),
    /** Do not disturb, on and off. */
    DO_NOT_DISTURB("*78"),
    /** Free again. */
    AVAILABLE("*79");

    private final String digits;

    FeatureCode(String digits) {
        this.digits = digits;
    }

    public String digits() {
        return digits;
    }
}
