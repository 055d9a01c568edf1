package ringdown.routing.year;

import java.util.List;
import ringdown.office.Fault;

/**
 * What came of trying an office.
 *
 * @param faults callers would be lost: the office is not taken
 * @param warnings callers are served, but something will not work as written
 */
public record Proof(List<Fault> faults, List<Fault> warnings) {
    public Proof {
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }

    public boolean holds() {
        return faults.isEmpty();
    }
}
