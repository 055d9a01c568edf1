package ringdown.routing.year;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ringdown.office.Line;
import ringdown.office.Office;
import ringdown.office.Script;

/** Lines that either play or record: what the file wants of them that they cannot do. */
final class OneWay {
    private final Office office;
    private final Walk walk;
    private final Instant begin;
    private final Findings findings;

    OneWay(Office office, Walk walk, Instant begin, Findings findings) {
        this.office = office;
        this.walk = walk;
        this.begin = begin;
        this.findings = findings;
    }

    void run() {
        for (int i = 0; i < office.lines().size(); i++) {
            Line line = office.lines().get(i);
            if (line.oneWay()) {
                look(line, "lines[" + i + "].oneWay");
            }
        }
    }

    private void look(Line line, String field) {
        Script script = script(line);
        if (line.direction() == Line.Direction.OUT) {
            findings.fault(field, "nobody calls out over a line that cannot hear and speak at once", begin);
        } else if (script != null && !script.stages().isEmpty()) {
            findings.warn(
                    field,
                    "callers of " + line.port() + " hear and leave messages only: script " + script.name()
                            + " rings nobody for them",
                    walk.entered(script.name()));
        }
    }

    private @Nullable Script script(Line line) {
        Map<String, Script> scripts = office.scripts();
        return line.script() == null ? scripts.values().stream().findFirst().orElse(null) : scripts.get(line.script());
    }
}
