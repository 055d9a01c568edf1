package ringdown.board.hat;

/** What a module makes of its socket. */
public enum Module {
    /** Si3050: stands where a telephone would. */
    FXO("fxo"),
    /** Si3210: feeds a telephone. */
    FXS("fxs");

    private final String prefix;

    Module(String prefix) {
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }
}
