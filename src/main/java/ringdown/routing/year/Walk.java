package ringdown.routing.year;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ringdown.office.Menu;
import ringdown.office.Office;
import ringdown.office.Script;
import ringdown.routing.Plan;
import ringdown.routing.Router;
import ringdown.routing.Step;

/**
 * Sends every kind of caller through every span of the year, every key pressed once, nobody lifting: the worst that can happen. Two spans
 * that look the same to a caller are tried once.
 */
final class Walk {
    private final Office office;
    private final List<Span> spans;
    private final Findings findings;
    private final Map<String, Instant> entered = new HashMap<>();

    /** What the way of a caller depends on; whom its stages ring is looked at by {@link Stages} and {@link DutyHours}. */
    private record Look(boolean open, @Nullable String mode, boolean deserted) {}

    /**
     * What has happened to a caller so far.
     *
     * @param said since the last key
     * @param menu the script whose menu they have passed, null: none
     */
    private record Trail(
            boolean said, boolean rang, @Nullable String menu) {}

    Walk(Office office, List<Span> spans, Findings findings) {
        this.office = office;
        this.spans = spans;
        this.findings = findings;
    }

    /** Tries all of it; {@link #entered} knows more afterwards. */
    void run() {
        for (var caller : Caller.of(office)) {
            var seen = new HashSet<Look>();
            var own = caller.called().hasOwnHours(office) ? caller.called().hours(office) : null;
            for (var span : spans) {
                var open = own == null ? span.open() : own.isOpen(span.from());
                if (seen.add(new Look(open, open ? null : span.mode(), deserted(span)))) {
                    one(caller, span);
                }
            }
        }
    }

    /** The first minute at which a caller gets into the script; where none does, the first open one of the year. */
    Instant entered(String script) {
        var found = entered.get(script);
        return found != null
                ? found
                : spans.stream()
                        .filter(Span::open)
                        .findFirst()
                        .orElse(spans.getFirst())
                        .from();
    }

    boolean isEntered(String script) {
        return entered.containsKey(script);
    }

    private void one(Caller caller, Span span) {
        var plan = Router.plan(caller.at(office, span.from()));
        enter(plan.script(), span);
        follow(caller, plan, new Trail(false, false, null), span);
    }

    private void enter(String script, Span span) {
        Targets.from(script, office).stream()
                .filter(name -> office.script(name).isPresent())
                .forEach(name -> entered.merge(name, span.from(), (a, b) -> a.isBefore(b) ? a : b));
    }

    private void follow(Caller caller, Plan plan, Trail before, Span span) {
        var trail = before;
        for (var step : plan.steps()) {
            switch (step) {
                case Step.Greet greet -> trail = new Trail(true, trail.rang, trail.menu);
                case Step.Reach reach -> trail = new Trail(trail.said, true, trail.menu);
                case Step.AnswerWithin within -> {}
                case Step.Recorded record -> {}
                case Step.Keys keys -> {
                    keys(caller, plan, keys.menu(), trail, span);
                    return;
                }
                case Step.TakeMessage message -> owner(span);
                case Step.PromiseOnly promise -> owner(span);
                case Step.Refuse refuse -> refused(caller, refuse, trail, span);
            }
        }
    }

    private void keys(Caller caller, Plan plan, Menu menu, Trail trail, Span span) {
        var script = office.scripts().values().stream()
                .filter(one -> menu.equals(one.menu()))
                .map(Script::name)
                .filter(name -> !name.equals(trail.menu))
                .findFirst()
                .orElse(plan.script());
        if (trail.menu != null) {
            findings.fault(
                    "scripts." + script + ".menu",
                    "comes after the menu of script " + trail.menu + ": one level at the most",
                    span.from());
            return;
        }
        var silence = Router.choose(menu.otherwise(), plan, caller.at(office, span.from()));
        if (silence.steps().stream().noneMatch(step -> step instanceof Step.Reach || step instanceof Step.Keys)) {
            findings.fault(
                    "scripts." + script + ".menu.otherwise",
                    "silence, a wrong key and a pulse telephone reach no person",
                    span.from());
        }
        follow(caller, silence, new Trail(trail.said, trail.rang, script), span);
        for (var choice : menu.keys().values()) {
            follow(
                    caller,
                    Router.choose(choice, plan, caller.at(office, span.from())),
                    new Trail(false, trail.rang, script),
                    span);
        }
    }

    private void owner(Span span) {
        if (deserted(span)) {
            findings.fault("people", "everybody has left: a promise made now has no owner", span.from());
        }
    }

    private boolean deserted(Span span) {
        return !office.people().isEmpty() && office.people().stream().allMatch(p -> p.leftBefore(span.date()));
    }

    /** By a script: who is owed something must have heard why, and must not have been rung for. */
    private void refused(Caller caller, Step.Refuse refuse, Trail trail, Span span) {
        var prefix = "script ";
        if (!refuse.rule().startsWith(prefix) || !caller.owed()) {
            return;
        }
        var field = "scripts." + refuse.rule().substring(prefix.length()) + ".otherwise";
        if (trail.rang) {
            findings.fault(
                    field, "a caller whom nobody answers is refused: a busy tone, and nobody calls back", span.from());
        } else if (!trail.said) {
            findings.fault(field, "nobody is rung and nothing is said before the call is refused", span.from());
        }
    }
}
