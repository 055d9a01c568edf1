package ringdown.office;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /**
     * Something does not hold.
     *
     * @param asRead the office without what could not be read, each fault's place as if nothing stood there: only for a box that has run
     *     with this file and would else take no call; null: the file cannot be read at all
     */
    record Faulty(List<Fault> faults, @Nullable Office asRead) implements Reading {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
