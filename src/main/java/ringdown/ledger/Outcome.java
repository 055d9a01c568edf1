package ringdown.ledger;

/** How a call ended, or that it has not; the words of the API are the names in camel case ("gaveUp"). */
public enum Outcome {
    /** Going on, no person connected yet (greeting, queue, recording included). */
    RINGING("ringing"),
    /** Going on with a person. */
    TALKING("talking"),
    /** A person and the caller were connected, and that was the caller's last state. */
    TALKED("talked"),
    /** 2 s of message or more. */
    MESSAGE("message"),
    /** The caller left before that. */
    GAVE_UP("gaveUp"),
    /** Refused by a rule of the office file. */
    REFUSED("refused"),
    /** The box died while the call was open. */
    INTERRUPTED("interrupted"),
    /** A call out or inside the office that was not answered. */
    NOT_ANSWERED("notAnswered"),
    /** A call out or inside the office to somebody busy. */
    BUSY("busy"),
    /** A call out or inside the office that could not be set up. */
    FAILED("failed");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** The word in the API. */
    public String word() {
        return word;
    }

    /** The outcome of that word; unknown words fail with IllegalArgumentException. */
    public static Outcome ofWord(String word) {
        for (Outcome outcome : values()) {
            if (outcome.word.equals(word)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("no outcome " + word);
    }

    /** True while the call goes on. */
    public boolean open() {
        return this == RINGING || this == TALKING;
    }
}
