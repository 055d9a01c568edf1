package ringdown.switchboard;

import java.util.List;
import ringdown.call.Leg;
import ringdown.call.OutsideLine;
import ringdown.office.Port;

/**
 * Who may be joined without a telephone of the office: nobody there hears that a caller has gone, so a line that shows it has to be one of the
 * two (LINES.md 8). Stateless.
 */
final class Bridging {
    private Bridging() {}

    /** True if the end of a talk between these two is sure to be noticed; a telephone of the office is one of the signs. */
    static boolean watched(Equipment equipment, String one, String other) {
        List<OutsideLine> lines = equipment.outsideLines();
        return !outside(lines, one)
                || !outside(lines, other)
                || lines.stream()
                        .filter(line -> line.via().equals(one) || line.via().equals(other))
                        .anyMatch(OutsideLine::releaseProven);
    }

    /**
     * True unless both have shown that they hide the end of their calls: enough for somebody of the office whose mobile is rung. They take the
     * call by key and are asked every half hour; and a new box that rang no mobile would lose callers for fear of losing a line.
     */
    static boolean trusted(Equipment equipment, String one, String other) {
        List<OutsideLine> lines = equipment.outsideLines();
        return watched(equipment, one, other)
                || lines.stream()
                        .filter(line -> line.via().equals(one) || line.via().equals(other))
                        .anyMatch(line -> !line.hidesItsEnd());
    }

    private static boolean outside(List<OutsideLine> lines, String via) {
        return lines.stream().anyMatch(line -> line.via().equals(via));
    }

    /** Both are lines of copper, which by themselves may stand for ever. */
    static boolean copper(Leg one, Leg other) {
        return copper(one) && copper(other);
    }

    private static boolean copper(Leg leg) {
        return Port.of(leg.via()).map(Port::kind).filter(Port.Kind.FXO::equals).isPresent();
    }
}
