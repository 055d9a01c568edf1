package ringdown.office;

/** In which order the people of a stage are rung. */
public enum Strategy {
    TOGETHER("together"),
    IN_ORDER("in order"),
    LONGEST_IDLE("longest idle"),
    ROUND_ROBIN("round robin");

    private final String words;

    Strategy(String words) {
        this.words = words;
    }

    /** As in the office file. */
    public String words() {
        return words;
    }
}
