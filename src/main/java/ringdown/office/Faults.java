package ringdown.office;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects every fault of one reading. One thread. */
final class Faults {
    private static final int SHOWN = 500;
    private final List<Fault> found = new ArrayList<>();

    void add(int line, String field, String what) {
        found.add(new Fault(line, field, what));
    }

    boolean none() {
        return found.isEmpty();
    }

    /** In the order of the file, each once. */
    List<Fault> all() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Fault::line))
                .limit(SHOWN)
                .toList();
    }
}
