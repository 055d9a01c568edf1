package ringdown.office;

/** In which order the people of a stage are rung. */
public enum Strategy {
    TOGETHER("together"),
    IN_ORDER("in order"),
    LONGEST_IDLE("longest idle"),
    /** One after another; the next call begins with who follows the one rung last. */
    ROUND_ROBIN("round robin"),
    /** First one, then two, then three; who rings goes on ringing. */
    GROWING("growing");

    private final String words;

    Strategy(String words) {
        this.words = words;
    }

    /** As in the office file. */
    public String words() {
        return words;
    }
}
