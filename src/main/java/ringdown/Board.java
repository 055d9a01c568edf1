package ringdown;

import java.util.List;
import java.util.stream.Collectors;
import ringdown.board.hat.BoardProfile;

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

    /** Voice modems on serial devices, alone or after the ports of another board. */
    record Modems(Board beside, List<String> devices) implements Board {
        public Modems {
            devices = List.copyOf(devices);
        }

        @Override
        public String toString() {
            String all = devices.stream().map(device -> PREFIX + device).collect(Collectors.joining(","));
            return beside instanceof None ? all : beside + "," + all;
        }

        /** Before the device. */
        static final String PREFIX = "modem:";
    }

    /** A board on the pins of a Raspberry Pi, with its profile. */
    record Hat(BoardProfile profile) implements Board {
        /** The boards there are. */
        static final List<String> NAMES = List.of("oak", "oak8x");

        @Override
        public String toString() {
            return profile.name();
        }
    }
}
