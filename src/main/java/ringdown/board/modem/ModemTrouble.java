package ringdown.board.modem;

import ringdown.line.Fault;

/** The modem cannot go on as it is: one fault, until it has been found again. */
final class ModemTrouble extends Exception {
    private static final long serialVersionUID = 1;
    private final Fault fault;

    ModemTrouble(Fault fault, String why) {
        super(why);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
