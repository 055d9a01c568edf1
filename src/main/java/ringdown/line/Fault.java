package ringdown.line;

/** What can be wrong with a port's electronics, with the board, or with its sound. Each is one alarm; its word is stable, the page translates it. */
public enum Fault {
    /** No chip answers at the port, or something else does. */
    ABSENT("portAbsent", true, "nothing answers at the port"),
    /** The chip has lost its settings and is being set up again: a brown-out, or a reset by a spark. */
    RESET("portReset", false, "the port starts anew"),
    /** An FXO port's two halves have lost each other over the isolation: a thunderstorm does that. */
    ISOLATED("portIsolated", true, "the port has lost the line over its isolation"),
    /** An FXS port cannot balance itself: a telephone was off hook meanwhile, or the module is bad. */
    UNCALIBRATED("portUncalibrated", true, "the port cannot balance itself"),
    /** An FXS port's battery breaks down or its transistors grow hot: the wires are shorted or touch another voltage. */
    OVERLOADED("portOverloaded", true, "the wires are shorted or touch another voltage"),
    /** The board's sound stood still or its halves had changed places; it is being set right. */
    SOUND_INTERRUPTED("soundInterrupted", false, "the board's sound stands still"),
    /** The board cannot be reached: not plugged in, no power, its pins switched off or not allowed. */
    BOARD_ABSENT("boardAbsent", true, "the board cannot be reached"),
    /** The board's sound card is missing or its clock stands still; everything without copper goes on. */
    SOUND_ABSENT("soundAbsent", true, "the board's sound card is missing"),
    /** The modem's device is not there, or cannot be opened: unplugged, no power, not allowed. */
    MODEM_ABSENT("modemAbsent", true, "the modem is not there"),
    /** The modem's device is there and answers nothing, at no speed. */
    MODEM_SILENT("modemSilent", true, "the modem does not answer"),
    /** Something answers, but not as a modem does: another device, a cable, a modem that has lost its mind. */
    MODEM_GARBLED("modemGarbled", true, "something answers in the modem's place that is no modem"),
    /** A modem without voice: it knows neither class 8 nor a form of sound that the box knows. */
    MODEM_UNFIT("modemUnfit", true, "the modem has no voice"),
    /** The modem either plays or records: callers hear announcements and leave messages, and nobody is rung for them. */
    MODEM_ONE_WAY("modemOneWay", false, "the modem either plays or records");

    private final String word;
    private final boolean lasting;
    private final String seen;

    Fault(String word, boolean lasting, String seen) {
        this.word = word;
        this.lasting = lasting;
        this.seen = seen;
    }

    /** What was seen of it, for the ledger. */
    public String seen() {
        return seen;
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
