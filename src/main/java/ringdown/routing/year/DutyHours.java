package ringdown.routing.year;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import ringdown.office.Office;
import ringdown.office.RingTarget;

/** Whether somebody has duty, and can be rung, whenever duty is rung. */
final class DutyHours {
    /** A longer time without duty between two shifts is meant: a roster of weekends. */
    private static final Duration HAND_OVER = Duration.ofHours(6);

    private final Office office;
    private final Spans spans;
    private final Stages stages;
    private final Walk walk;
    private final Findings findings;
    private final Map<Span, Boolean> answered = new HashMap<>();

    /** Where duty is rung. */
    private record Place(String field, boolean open, String name) {}

    DutyHours(Office office, Spans spans, Stages stages, Walk walk, Findings findings) {
        this.office = office;
        this.spans = spans;
        this.stages = stages;
        this.walk = walk;
        this.findings = findings;
    }

    void run() {
        for (var place : places().values()) {
            if (office.duty().isEmpty() && office.afterHours().duty() == null) {
                findings.fault(place.field, "rings duty, and nobody ever has it", first(place));
            } else {
                spans.all().stream().filter(span -> rung(place, span)).forEach(span -> look(place, span));
            }
        }
    }

    private Map<String, Place> places() {
        var places = new LinkedHashMap<String, Place>();
        office.scripts()
                .values()
                .forEach(script -> Targets.of(script).forEach((field, target) -> {
                    if (target instanceof RingTarget.Duty) {
                        places.put(field, new Place(field, true, script.name()));
                    }
                }));
        office.afterHours()
                .modes()
                .forEach((name, mode) -> Targets.of(name, mode).forEach((field, target) -> {
                    if (target instanceof RingTarget.Duty) {
                        places.put(field, new Place(field, false, name));
                    }
                }));
        return places;
    }

    private Instant first(Place place) {
        return place.open ? walk.entered(place.name) : spans.closedIn(place.name);
    }

    private boolean rung(Place place, Span span) {
        return place.open
                ? span.someOpen() && walk.isEntered(place.name)
                : span.someClosed() && spans.uses(span, place.name);
    }

    private void look(Place place, Span span) {
        var shift = span.duty();
        if (shift == null) {
            if (office.afterHours().duty() == null) {
                gap(place, span);
            }
            return;
        }
        if (!answered.computeIfAbsent(span, at -> stages.rings(new RingTarget.Duty(), null, at))) {
            findings.fault(
                    "duty[" + office.duty().indexOf(shift) + "]",
                    shift.person() + " has duty and cannot be rung, nor can a reserve or deputy",
                    span.from());
        }
    }

    private void gap(Place place, Span span) {
        if (isHandOver(span.from())) {
            findings.fault(place.field, "rings duty, and nobody has it between two shifts", span.from());
        } else {
            findings.warn(place.field, "rings duty, and nobody has it then", span.from());
        }
    }

    private boolean isHandOver(Instant at) {
        var zone = office.info().timeZone();
        var ended = office.duty().stream()
                .map(shift -> shift.to().atZone(zone).toInstant())
                .filter(end -> !end.isAfter(at))
                .max(Instant::compareTo);
        var begins = office.duty().stream()
                .map(shift -> shift.from().atZone(zone).toInstant())
                .filter(begin -> begin.isAfter(at))
                .min(Instant::compareTo);
        return ended.isPresent()
                && begins.isPresent()
                && Duration.between(ended.get(), begins.get()).compareTo(HAND_OVER) <= 0;
    }
}
