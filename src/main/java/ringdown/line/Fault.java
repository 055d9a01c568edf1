package ringdown.line;

/** What can be wrong with a port's electronics, or with the board's sound. Each is one alarm; its word is stable, the page translates it. */
public enum Fault {
    /** No chip answers at the port, or something else does. */
    ABSENT("portAbsent", true),
    /** The chip has lost its settings and is being set up again: a brown-out, or a reset by a spark. */
    RESET("portReset", false),
    /** An FXO port's two halves have lost each other over the isolation: a thunderstorm does that. */
    ISOLATED("portIsolated", true),
    /** An FXS port cannot balance itself: a telephone was off hook meanwhile, or the module is bad. */
    UNCALIBRATED("portUncalibrated", true),
    /** An FXS port's battery breaks down or its transistors grow hot: the wires are shorted or touch another voltage. */
    OVERLOADED("portOverloaded", true),
    /** The board's sound stood still or its halves had changed places; it is being set right. */
    SOUND_INTERRUPTED("soundInterrupted", false);

    private final String word;
    private final boolean lasting;

    Fault(String word, boolean lasting) {
        this.word = word;
        this.lasting = lasting;
    }

    /** The alarm's word. */
    public String word() {
        return word;
    }

    /** The port is out of service until the cause goes; false: it is over before a call is lost. */
    public boolean lasting() {
        return lasting;
    }
}
