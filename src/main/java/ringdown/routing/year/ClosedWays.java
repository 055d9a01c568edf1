package ringdown.routing.year;

import ringdown.office.AfterHours;
import ringdown.office.Office;
import ringdown.office.RingTarget;

/** Tries what goes before every script while the office is closed. */
final class ClosedWays {
    private static final String DUTY = "afterHours.duty";

    private final Office office;
    private final Spans spans;
    private final Stages stages;
    private final Findings findings;

    ClosedWays(Office office, Spans spans, Stages stages, Findings findings) {
        this.office = office;
        this.spans = spans;
        this.stages = stages;
        this.findings = findings;
    }

    void run() {
        shortForm();
        office.afterHours().modes().forEach(this::mode);
        office.afterHours().modes().keySet().stream()
                .filter(name -> spans.first(span -> span.someClosed() && spans.uses(span, name))
                        .isEmpty())
                .forEach(name -> findings.warn("afterHours.modes." + name, "is never in force", spans.begin()));
        if (spans.first(Span::open).isEmpty()) {
            findings.fault(
                    "hours.week", "the office never opens within a year: no promise has a moment", spans.begin());
        }
    }

    /** {@code duty} beside {@code greeting}: rung first whenever the office is closed. */
    private void shortForm() {
        var duty = office.afterHours().duty();
        if (duty == null || !office.afterHours().modes().isEmpty()) {
            return;
        }
        var target = new RingTarget.OfPerson(duty);
        var closed = spans.first(Span::someClosed);
        if (closed.isPresent() && never(target)) {
            findings.fault(DUTY, duty + " cannot be rung, nor can a deputy or successor", closed.get());
        } else if (closed.isPresent()) {
            stages.deadFrom(target, null)
                    .flatMap(gone -> spans.first(
                            span -> span.someClosed() && !span.from().isBefore(gone)))
                    .ifPresent(at -> findings.fault(
                            DUTY, duty + " cannot be rung from then on, nor can a deputy or successor", at));
        }
    }

    private void mode(String name, AfterHours.Mode mode) {
        var field = "afterHours.modes." + name;
        var at = spans.closedIn(name);
        if (mode.urgentKey() == null && mode.urgent() != null) {
            findings.fault(field + ".urgent", "nobody can ask for it: \"urgentKey\" is missing", at);
        }
        if (mode.takeBy() != null && mode.ring() == null) {
            findings.fault(field + ".takeBy", "there is nobody to take the call: \"ring\" is missing", at);
        }
        if (mode.urgent() != null && !(mode.urgent() instanceof RingTarget.Duty) && never(mode.urgent())) {
            findings.fault(
                    field + ".urgent",
                    "the urgent key rings " + mode.urgent() + ", of whom nobody can ever be rung",
                    at);
        }
        if (mode.ring() != null && !(mode.ring() instanceof RingTarget.Duty) && never(mode.ring())) {
            findings.warn(field + ".ring", "rings " + mode.ring() + ", of whom nobody can ever be rung", at);
        }
    }

    private boolean never(RingTarget target) {
        return stages.neverRings(target, null);
    }
}
