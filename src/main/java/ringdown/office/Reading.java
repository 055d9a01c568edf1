package ringdown.office;

import java.util.List;
import java.util.Map;

/** What came of reading an office file: all of it, or every fault. */
public sealed interface Reading {

    /**
     * Everything holds.
     *
     * @param lines of the file by field ("scripts.front.stages[0]"), contacts and accounts left out
     */
    record Good(Office office, List<ContactEntry> contacts, Map<String, Integer> lines) implements Reading {
        public Good {
            contacts = List.copyOf(contacts);
            lines = Map.copyOf(lines);
        }
    }

    /** Nothing was taken. */
    record Faulty(List<Fault> faults) implements Reading {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
