package ringdown.office;

/** A password or a phone's secret. Its text never gets into a log. */
public sealed interface Secret {

    /** As typed; SIP digest needs it so. */
    record Plain(String text) implements Secret {
        @Override
        public String toString() {
            return "***";
        }
    }

    /** One-way, with algorithm and salt inside the text. */
    record Hashed(String encoded) implements Secret {
        @Override
        public String toString() {
            return "***";
        }
    }
}
