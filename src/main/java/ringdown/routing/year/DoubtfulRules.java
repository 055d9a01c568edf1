package ringdown.routing.year;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringdown.number.PhoneNumber;
import ringdown.office.CallerClass;
import ringdown.office.Line;
import ringdown.office.Office;
import ringdown.office.RingTarget;
import ringdown.office.Script;
import ringdown.office.Stage;
import ringdown.office.Trunk;
import ringdown.schedule.HolidayRule;

/** Rules of the file that nobody can have meant so: callers are served, except where the office would ring itself. */
final class DoubtfulRules {
    /** A burst and its pause: the country's ring comes once in so long, and hands are slower than telephones. */
    private static final Duration ONE_RING = Duration.ofSeconds(5);

    private static final Duration BURST = Duration.ofSeconds(2);

    private final Office office;
    private final Spans spans;
    private final Stages stages;
    private final Walk walk;
    private final Findings findings;

    DoubtfulRules(Office office, Spans spans, Stages stages, Walk walk, Findings findings) {
        this.office = office;
        this.spans = spans;
        this.stages = stages;
        this.walk = walk;
        this.findings = findings;
    }

    void run() {
        for (var i = 0; i < office.classes().size(); i++) {
            callerClass(office.classes().get(i), "classes[" + i + "]");
        }
        office.scripts().values().forEach(this::script);
        entrances().forEach(this::servesNobody);
        ownNumbers();
        holidays();
        trunks();
        retired();
        var trial = office.trial();
        var today = spans.all().getFirst().date();
        if (trial != null && trial.to().isBefore(today)) {
            doubt("trial.to", "the trial was over on " + trial.to() + " before it could begin");
        }
    }

    private void doubt(String field, String what) {
        findings.warn(field, what, spans.begin());
    }

    private void callerClass(CallerClass one, String field) {
        if (one.script() != null && one.team() != null) {
            doubt(field + ".team", "is never rung: the class has a script, which goes before");
        }
        if (one.hearWithin() != null && one.obligation() != CallerClass.Obligation.LISTEN) {
            doubt(field + ".hearWithin", "is for obligation: listen only");
        }
        if ("*".equals(one.key())) {
            doubt(field + ".key", "*0* makes a contact of the caller: this class cannot be keyed");
        }
        tooShort(one.answerWithin(), field + ".answerWithin");
    }

    private void tooShort(@Nullable Duration within, String field) {
        if (within != null && within.compareTo(ONE_RING) < 0) {
            doubt(field, "is shorter than one ring with its pause (5 s): hardly anybody can lift in time");
        }
    }

    private void script(Script script) {
        var field = "scripts." + script.name();
        if (!script.stages().isEmpty()) {
            tooShort(script.answerWithin(), field + ".answerWithin");
        }
        for (var i = 0; i < script.stages().size(); i++) {
            if (script.stages().get(i) instanceof Stage.Ring ring && ring.time().compareTo(BURST) < 0) {
                doubt(field + ".stages[" + i + "].for", "is shorter than one burst of a ring: nobody can lift in time");
            }
        }
        var menu = script.menu();
        if (menu != null && menu.keys().isEmpty()) {
            doubt(field + ".menu", "has no key: a stage does the same without the wait");
        }
    }

    /** Where calls come in, to the script they get. */
    private Map<String, @Nullable String> entrances() {
        var entrances = new LinkedHashMap<String, @Nullable String>();
        for (var i = 0; i < office.lines().size(); i++) {
            if (office.lines().get(i).direction() != Line.Direction.OUT) {
                entrances.put("lines[" + i + "]", office.lines().get(i).script());
            }
        }
        for (var i = 0; i < office.trunks().size(); i++) {
            entrances.put("trunks[" + i + "]", office.trunks().get(i).script());
        }
        return entrances;
    }

    private void servesNobody(String field, @Nullable String named) {
        var script =
                named == null ? office.scripts().keySet().stream().findFirst().orElse(null) : named;
        if (script == null) {
            doubt(field, "there is no script: whoever calls is rung for nobody and leaves a message");
            return;
        }
        var targets = new HashMap<String, RingTarget>();
        var meant = new HashMap<String, @Nullable String>();
        Targets.from(script, office).stream()
                .flatMap(name -> office.script(name).stream())
                .forEach(one -> Targets.of(one).forEach((at, target) -> {
                    targets.put(at, target);
                    meant.put(at, one.responsible());
                }));
        if (!targets.isEmpty()
                && targets.entrySet().stream()
                        .allMatch(one -> stages.neverRings(one.getValue(), meant.get(one.getKey())))) {
            doubt(
                    field + (named == null ? "" : ".script"),
                    "script " + script + " can never ring anybody: every caller is left with a message");
        }
    }

    /** A call out to one's own number comes back in, and rings the same again until every line is taken. */
    private void ownNumbers() {
        var own = new HashSet<PhoneNumber>();
        office.lines().forEach(line -> Stream.ofNullable(line.number()).forEach(own::add));
        office.trunks().forEach(trunk -> own.addAll(trunk.numbers()));
        office.scripts()
                .values()
                .forEach(script -> Targets.of(script)
                        .forEach((field, target) -> calls(field, target, own, walk.entered(script.name()))));
        office.afterHours()
                .modes()
                .forEach((name, mode) -> Targets.of(name, mode)
                        .forEach((field, target) -> calls(field, target, own, spans.closedIn(name))));
        for (var i = 0; i < office.people().size(); i++) {
            var mobile = office.people().get(i).mobile();
            if (mobile != null && own.contains(mobile)) {
                doubt("people[" + i + "].mobile", "is the office's own number: ringing it calls the office");
            }
        }
    }

    private void calls(String field, RingTarget target, Set<PhoneNumber> own, java.time.Instant at) {
        if (target instanceof RingTarget.OutsideNumber outside && own.contains(outside.number())) {
            findings.fault(
                    field,
                    "goes round in a circle: " + outside.number() + " is the office's own and comes back in",
                    at);
        }
    }

    private void holidays() {
        var hours = office.hours();
        var dayOff = hours.movedDays().stream().anyMatch(moved -> !moved.work())
                || hours.exceptions().stream().anyMatch(days -> days.hours().isClosed());
        if (hours.holidays() instanceof HolidayRule.Own own && own.dates().isEmpty() && !dayOff) {
            doubt("hours.holidays", "own holidays, and no day off is given: the office is open on all of them");
        }
        if (hours.holidays() instanceof HolidayRule.None && !hours.shortEve().isZero()) {
            doubt("hours.shortEve", "there are no holidays, so no day before one is shorter");
        }
    }

    private void trunks() {
        var before = new HashMap<String, Trunk>();
        for (var i = 0; i < office.trunks().size(); i++) {
            var trunk = office.trunks().get(i);
            var other = before.putIfAbsent(trunk.host() + ":" + trunk.port(), trunk);
            if (other != null && !(trunk.register() && other.register())) {
                doubt(
                        "trunks[" + i + "].host",
                        "is the host and port of trunk " + other.name() + " too: calls in cannot be told apart");
            }
        }
    }

    private void retired() {
        var today = spans.all().getFirst().date();
        for (var i = 0; i < office.numbers().size(); i++) {
            var retire = office.numbers().get(i).retire();
            if (retire != null && !retire.isAfter(today)) {
                doubt("numbers[" + i + "].retire", "was retired on " + retire + " already");
            }
        }
    }
}
