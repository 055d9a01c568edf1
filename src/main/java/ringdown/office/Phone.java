package ringdown.office;

/** A telephone a person has. */
public sealed interface Phone {

    /** Registers over SIP as the person's extension. */
    record Sip() implements Phone {
        @Override
        public String toString() {
            return "sip";
        }
    }

    /** Plugged into a port of the board. */
    record Analog(Port port) implements Phone {
        public Analog {
            if (port.kind() != Port.Kind.FXS) {
                throw new IllegalArgumentException("a telephone is plugged into fxs, not " + port);
            }
        }

        @Override
        public String toString() {
            return port.toString();
        }
    }
}
