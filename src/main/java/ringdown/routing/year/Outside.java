package ringdown.routing.year;

import java.util.List;
import java.util.Map;
import ringdown.office.Line;
import ringdown.office.Office;
import ringdown.office.RingTarget;

/**
 * Whether a number outside can ever be rung while a caller holds a line (SITUATIONS rule 7: the last idle incoming line stays free in
 * working hours). Offices with a trunk are not looked at: it carries more than one call.
 */
final class Outside {
    private final Office office;
    private final Spans spans;
    private final Walk walk;
    private final Findings findings;

    Outside(Office office, Spans spans, Walk walk, Findings findings) {
        this.office = office;
        this.spans = spans;
        this.walk = walk;
        this.findings = findings;
    }

    void run() {
        if (!office.trunks().isEmpty() || office.lines().stream().noneMatch(Outside::rings)) {
            return;
        }
        office.scripts()
                .values()
                .forEach(script -> outside(Targets.of(script)).forEach(field -> {
                    if (nowhereToDial()) {
                        findings.fault(field, NEVER, walk.entered(script.name()));
                    } else if (!twoLeft()) {
                        findings.warn(
                                field,
                                "rings outside, but in working hours the last idle line stays free: nobody is ever rung",
                                walk.entered(script.name()));
                    }
                }));
        office.afterHours()
                .modes()
                .forEach((name, mode) -> outside(Targets.of(name, mode)).forEach(field -> {
                    if (nowhereToDial()) {
                        findings.fault(field, NEVER, spans.closedIn(name));
                    }
                }));
    }

    private static final String NEVER = "rings outside, but the caller holds the only line that could dial";

    private static List<String> outside(Map<String, RingTarget> targets) {
        return targets.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof RingTarget.OutsideNumber)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** On whichever line a call came in, no other one dials. */
    private boolean nowhereToDial() {
        return office.lines().stream()
                .filter(Outside::rings)
                .allMatch(busy ->
                        office.lines().stream().noneMatch(line -> !line.port().equals(busy.port()) && dials(line)));
    }

    /** The caller's line taken, one dials and another one still takes calls. */
    private boolean twoLeft() {
        return office.lines().stream()
                .filter(Outside::rings)
                .anyMatch(busy -> office.lines().stream()
                        .filter(line -> !line.port().equals(busy.port()) && dials(line))
                        .anyMatch(dialling -> !takesCalls(dialling)
                                || office.lines().stream()
                                        .anyMatch(idle -> !idle.port().equals(busy.port())
                                                && !idle.port().equals(dialling.port())
                                                && takesCalls(idle))));
    }

    /** Somebody is rung for its callers. */
    private static boolean rings(Line line) {
        return takesCalls(line) && !line.oneWay();
    }

    private static boolean takesCalls(Line line) {
        return line.direction() != Line.Direction.OUT;
    }

    private static boolean dials(Line line) {
        return line.direction() != Line.Direction.IN
                && !line.outgoing().equals("never")
                && !line.oneWay(); // nobody is joined over it
    }
}
