package ringdown.routing.year;

import ringdown.office.Line;
import ringdown.office.Office;
import ringdown.office.Recording;
import ringdown.office.Script;

/** Whoever is recorded must have been told (SITUATIONS 19). */
final class Recorded {
    private final Office office;
    private final Walk walk;
    private final Findings findings;

    Recorded(Office office, Walk walk, Findings findings) {
        this.office = office;
        this.walk = walk;
        this.findings = findings;
    }

    void run() {
        office.scripts().values().stream()
                .filter(this::unsaid)
                .forEach(script -> findings.fault(
                        "scripts." + script.name() + ".record",
                        "script " + script.name()
                                + " records and does not say so: its greeting must (\"Розмова записується.\"), or"
                                + " the box (saysRecorded: box)",
                        walk.entered(script.name())));
        for (var i = 0; i < office.lines().size(); i++) {
            line(office.lines().get(i), "lines[" + i + "].answer");
        }
    }

    private boolean unsaid(Script script) {
        var asked = Boolean.TRUE.equals(script.record());
        return office.recording().records(script)
                && office.recording().says(script) == Recording.Says.NOBODY
                && (asked || !Targets.of(script).isEmpty());
    }

    /** Nothing is said on a line that waits for a person: its calls are not recorded. */
    private void line(Line line, String field) {
        var silent = switch (line.answer()) {
            case Line.Answer.Greeting greeting -> false;
            case Line.Answer.ByPerson person -> true;
            case Line.Answer.After after -> true;
        };
        var script = line.script();
        if (silent
                && script != null
                && office.script(script).filter(office.recording()::records).isPresent()) {
            findings.warn(
                    field,
                    "callers are not told that script " + script
                            + " records before a person lifts: these talks are not recorded",
                    walk.entered(script));
        }
    }
}
