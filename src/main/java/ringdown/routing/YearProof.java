package ringdown.routing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringdown.office.Fault;
import ringdown.office.Greeting;
import ringdown.office.Menu;
import ringdown.office.Office;
import ringdown.office.Otherwise;
import ringdown.office.RingTarget;
import ringdown.office.Script;
import ringdown.office.Stage;

/** Tries every script without a caller: each must end, and none may leave the caller without a sound. Pure. */
public final class YearProof {
    private final Office office;
    private final Map<String, Integer> lines;
    private final List<Fault> faults = new ArrayList<>();

    private YearProof(Office office, Map<String, Integer> lines) {
        this.office = office;
        this.lines = lines;
    }

    /**
     * What does not hold, empty if everything does.
     *
     * @param lines where scripts stand, as {@link ringdown.office.Reading.Good#lines()} gives them; may be empty
     */
    public static List<Fault> check(Office office, Map<String, Integer> lines) {
        var proof = new YearProof(office, lines);
        office.scripts().values().forEach(proof::script);
        proof.modes();
        return List.copyOf(proof.faults);
    }

    private void script(Script script) {
        loopFrom(script).ifPresent(loop -> fault("scripts." + script.name(), "goes round in a circle: " + loop));
        for (var target : goneTo(script)) {
            if (office.script(target).isEmpty()) {
                fault("scripts." + script.name(), "goes on with script " + target + ", which is not there");
            }
        }
        if (isSilent(script)) {
            fault("scripts." + script.name(), "nobody can ever be rung and nothing is said before the call is refused");
        }
    }

    /** The circle in words; only ways that a caller takes without pressing a key. */
    private Optional<String> loopFrom(Script script) {
        var seen = new LinkedHashSet<String>();
        var next = Optional.of(script);
        while (next.isPresent()) {
            if (!seen.add(next.get().name())) {
                return next.get().name().equals(script.name())
                        ? Optional.of(String.join(", ", seen) + ", " + script.name())
                        : Optional.empty(); // a circle further on is the fault of the scripts in it
            }
            next = unasked(next.get()).flatMap(office::script);
        }
        return Optional.empty();
    }

    /** Where a caller gets who does nothing and whom nobody answers. */
    private static Optional<String> unasked(Script script) {
        var menu = script.menu();
        if (menu != null && menu.otherwise() instanceof Menu.Choice.GoTo to) {
            return Optional.of(to.script());
        }
        if (menu != null && menu.otherwise() instanceof Menu.Choice.Message) {
            return Optional.empty();
        }
        return script.otherwise() instanceof Otherwise.GoTo to ? Optional.of(to.script()) : Optional.empty();
    }

    private static List<String> goneTo(Script script) {
        var names = new LinkedHashSet<String>();
        if (script.otherwise() instanceof Otherwise.GoTo to) {
            names.add(to.script());
        }
        var menu = script.menu();
        if (menu != null) {
            var choices = new ArrayList<>(menu.keys().values());
            choices.add(menu.otherwise());
            choices.stream()
                    .filter(Menu.Choice.GoTo.class::isInstance)
                    .forEach(choice -> names.add(((Menu.Choice.GoTo) choice).script()));
        }
        return List.copyOf(names);
    }

    private boolean isSilent(Script script) {
        return script.greeting() instanceof Greeting.None
                && script.menu() == null
                && !script.stages().isEmpty()
                && script.otherwise() instanceof Otherwise.Refuse
                && script.stages().stream().noneMatch(this::mayRing);
    }

    private boolean mayRing(Stage stage) {
        return mayRing(stage.target())
                || stage instanceof Stage.Ring ring && ring.orElse() != null && mayRing(ring.orElse());
    }

    private boolean mayRing(RingTarget target) {
        return switch (target) {
            case RingTarget.OfTeam team ->
                office.team(team.name()).stream()
                        .flatMap(t -> t.members().stream())
                        .flatMap(member -> office.person(member).stream())
                        .anyMatch(person -> !person.phones().isEmpty());
            case RingTarget.OfPerson one ->
                office.person(one.extension()).stream()
                        .anyMatch(person -> !person.phones().isEmpty());
            case RingTarget.Duty duty ->
                !office.duty().isEmpty() || office.afterHours().duty() != null;
            case RingTarget.Owner owner -> true;
            case RingTarget.Mobiles mobiles -> office.people().stream().anyMatch(person -> person.mobile() != null);
            case RingTarget.Head head -> office.teams().stream().anyMatch(team -> team.head() != null);
            case RingTarget.Manager manager -> true;
            case RingTarget.Backups backups -> true;
            case RingTarget.LastSpoken spoken -> true;
            case RingTarget.OutsideNumber outside -> true;
        };
    }

    private void modes() {
        office.afterHours().modes().keySet().forEach(name -> {
            var seen = new LinkedHashSet<String>();
            var next = Optional.of(name);
            while (next.isPresent() && seen.add(next.get())) {
                next = Optional.ofNullable(office.afterHours().modes().get(next.get()))
                        .flatMap(mode -> Optional.ofNullable(mode.otherwise()));
            }
            if (next.isPresent() && next.get().equals(name)) {
                fault("afterHours.modes." + name, "goes round in a circle: " + String.join(", ", seen) + ", " + name);
            }
        });
    }

    private void fault(String field, String what) {
        var line = lines.getOrDefault(field, lines.getOrDefault(field.substring(0, field.indexOf('.')), 0));
        faults.add(new Fault(line, field, what));
    }
}
