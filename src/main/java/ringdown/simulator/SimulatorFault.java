package ringdown.simulator;

/** What was asked of the simulator cannot be done. */
public final class SimulatorFault extends Exception {
    private static final long serialVersionUID = 1;

    /** What kind of no it is. */
    public enum Kind {
        /** There is no such line or telephone. */
        NOT_FOUND,
        /** Not in this state: the line is not idle, the telephone is on hook. */
        CONFLICT,
        /** The request itself is wrong. */
        BAD_REQUEST
    }

    private final Kind kind;

    SimulatorFault(Kind kind, String why) {
        super(why);
        this.kind = kind;
    }

    /** What kind of no it is. */
    public Kind kind() {
        return kind;
    }

    static SimulatorFault bad(String why) {
        return new SimulatorFault(Kind.BAD_REQUEST, why);
    }

    static SimulatorFault conflict(String why) {
        return new SimulatorFault(Kind.CONFLICT, why);
    }
}
