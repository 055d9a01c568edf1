package ringdown.routing.year;

import java.time.Instant;
import java.util.Map;
import ringdown.office.Office;

/** Tries an office on the next 366 days. Pure; safe from any thread. */
public final class YearProof {
    private YearProof() {}

    /**
     * What does not hold, each with the first minute at which it does not.
     *
     * @param lines where everything stands in the file, as {@link ringdown.office.Reading.Good#lines()} gives them; may be empty
     * @param from the year's first minute
     */
    public static Proof of(Office office, Map<String, Integer> lines, Instant from) {
        var findings = new Findings(lines, office.info().timeZone());
        var spans = new Spans(office, Minutes.of(office, from));
        var walk = new Walk(office, spans.all(), findings);
        walk.run();
        var stages = new Stages(office, spans, findings);
        stages.scripts(walk);
        stages.unused(walk);
        Circles.find(office, walk, spans, findings);
        new ClosedWays(office, spans, stages, findings).run();
        new DutyHours(office, spans, stages, walk, findings).run();
        new Outside(office, spans, walk, findings).run();
        new OneWay(office, walk, spans.begin(), findings).run();
        new Owners(office, spans, findings).run();
        new Forwards(office, spans, findings).run();
        new Contradictions(office, walk, spans.begin(), findings).run();
        new DoubtfulRules(office, spans, stages, walk, findings).run();
        new DoubtfulPeople(office, spans, findings).run();
        new GuessableSecrets(office, spans, findings).run();
        new Recorded(office, walk, findings).run();
        return findings.proof();
    }
}
