package ringdown.office;

import java.util.List;

/** What came of reading an office file: all of it, or every fault. */
public sealed interface Reading {

    /** Everything holds. */
    record Good(Office office, List<ContactEntry> contacts) implements Reading {
        public Good {
            contacts = List.copyOf(contacts);
        }
    }

    /** Nothing was taken. */
    record Faulty(List<Fault> faults) implements Reading {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
