package ringdown.routing.year;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ringdown.office.CallerClass;
import ringdown.office.Greeting;
import ringdown.office.Office;
import ringdown.office.Script;
import ringdown.schedule.HoursOverride;

/** Keys of the file that cannot both be meant. */
final class Contradictions {
    /** Letters a second of a hurried speaker: what is not over by then is not over at all. */
    private static final double FASTEST = 20;

    private final Office office;
    private final Walk walk;
    private final Instant begin;
    private final Findings findings;

    Contradictions(Office office, Walk walk, Instant begin, Findings findings) {
        this.office = office;
        this.walk = walk;
        this.begin = begin;
        this.findings = findings;
    }

    void run() {
        for (var i = 0; i < office.classes().size(); i++) {
            callerClass(office.classes().get(i), "classes[" + i + "]");
        }
        office.scripts()
                .values()
                .forEach(script -> hurry(script, script.answerWithin(), "scripts." + script.name() + ".answerWithin"));
        for (var i = 0; i < office.overrides().size(); i++) {
            override(office.overrides().get(i), "overrides[" + i + "]");
        }
    }

    private void callerClass(CallerClass one, String field) {
        if (one.refuse() && (one.script() != null || one.team() != null)) {
            findings.fault(
                    field + ".refuse",
                    "class " + one.name() + " is refused by rule and never gets to its "
                            + (one.script() == null ? "team " + one.team() : "script " + one.script()),
                    begin);
        }
        var script = one.script() == null ? null : office.scripts().get(one.script());
        if (script != null && script.answerWithin() == null) {
            hurry(script, one.answerWithin(), field + ".answerWithin");
        }
    }

    private void hurry(Script script, @Nullable Duration within, String field) {
        if (within == null || script.stages().isEmpty()) {
            return;
        }
        var said =
                script.greeting() instanceof Greeting.Text text ? text.words().length() / FASTEST : 0;
        if (said > within.toMillis() / 1000.0) {
            findings.fault(
                    field,
                    String.format(
                            Locale.ROOT,
                            "the time is over before the greeting is (at least %.0f s): nobody is ever rung",
                            Math.ceil(said)),
                    walk.entered(script.name()));
        }
    }

    private void override(HoursOverride override, String field) {
        var nobody = "mobiles".equals(override.ring())
                && office.people().stream().noneMatch(person -> person.mobile() != null);
        if (nobody && override.max() == null) {
            findings.fault(field + ".ring", "rings mobiles, and nobody has one", begin);
        } else if (nobody) {
            findings.warn(field + ".ring", "rings mobiles, and nobody has one: nobody is rung before the head", begin);
        }
        if (override.max() != null && office.teams().stream().noneMatch(team -> team.head() != null)) {
            findings.fault(field + ".max", "the head is rung after it, and no team has one", begin);
        }
    }
}
