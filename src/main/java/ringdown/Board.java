package ringdown;

import java.util.List;

/** What the lines are plugged into, as named by {@code --board}. */
sealed interface Board {
    /** The modelled exchange, lines and telephones. */
    record Simulated() implements Board {
        @Override
        public String toString() {
            return "simulated";
        }
    }

    /** No analog lines: SIP only. */
    record None() implements Board {
        @Override
        public String toString() {
            return "none";
        }
    }

    /** Boards whose drivers are not built yet: named in the contract, refused with that reason. */
    List<String> TO_COME = List.of("oak", "oak8x");
}
