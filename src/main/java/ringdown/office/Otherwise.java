package ringdown.office;

/** What happens when all stages have passed. */
public sealed interface Otherwise {

    /** Announces the promise, then takes a message. */
    record Message() implements Otherwise {
        @Override
        public String toString() {
            return "message";
        }
    }

    /** Announces the promise and ends the call. */
    record Promise() implements Otherwise {
        @Override
        public String toString() {
            return "promise";
        }
    }

    /** Goes on with another script. */
    record GoTo(String script) implements Otherwise {
        @Override
        public String toString() {
            return "script " + script;
        }
    }

    /** Refused by rule. */
    record Refuse() implements Otherwise {
        @Override
        public String toString() {
            return "refuse";
        }
    }
}
