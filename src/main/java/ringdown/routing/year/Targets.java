package ringdown.routing.year;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ringdown.number.Extension;
import ringdown.office.AfterHours;
import ringdown.office.Menu;
import ringdown.office.Office;
import ringdown.office.Otherwise;
import ringdown.office.Person;
import ringdown.office.RingTarget;
import ringdown.office.Script;
import ringdown.office.Stage;

/** What is written in the office file about whom to ring, and where. */
final class Targets {
    private Targets() {}

    /** Fields of a script to what they ring: "scripts.front.stages[0].ring". */
    static Map<String, RingTarget> of(Script script) {
        var targets = new LinkedHashMap<String, RingTarget>();
        for (var i = 0; i < script.stages().size(); i++) {
            var field = "scripts." + script.name() + ".stages[" + i + "]";
            switch (script.stages().get(i)) {
                case Stage.Queue queue -> targets.put(field + ".queue", queue.target());
                case Stage.Ring ring -> {
                    targets.put(field + ".ring", ring.target());
                    if (ring.orElse() != null) {
                        targets.put(field + ".else", ring.orElse());
                    }
                }
            }
        }
        choices(script).forEach((field, choice) -> {
            if (choice instanceof Menu.Choice.Ring ring) {
                targets.put(field, ring.target());
            }
        });
        return targets;
    }

    /** Fields of a script's menu to what they do: "scripts.front.menu.1". */
    static Map<String, Menu.Choice> choices(Script script) {
        var choices = new LinkedHashMap<String, Menu.Choice>();
        var menu = script.menu();
        if (menu != null) {
            var field = "scripts." + script.name() + ".menu.";
            menu.keys().forEach((key, choice) -> choices.put(field + key, choice));
            choices.put(field + "otherwise", menu.otherwise());
        }
        return choices;
    }

    /** Fields of a way of being closed to what they ring. */
    static Map<String, RingTarget> of(String name, AfterHours.Mode mode) {
        var targets = new LinkedHashMap<String, RingTarget>();
        var field = "afterHours.modes." + name;
        if (mode.ring() != null) {
            targets.put(field + ".ring", mode.ring());
        }
        if (mode.urgent() != null) {
            targets.put(field + ".urgent", mode.urgent());
        } else if (mode.urgentKey() != null) {
            targets.put(field + ".urgentKey", new RingTarget.Duty());
        }
        return targets;
    }

    /** The scripts that one may go on with, by a key or by itself. */
    static List<String> goneTo(Script script) {
        var names = new ArrayList<String>();
        if (script.otherwise() instanceof Otherwise.GoTo to) {
            names.add(to.script());
        }
        for (var choice : choices(script).values()) {
            if (choice instanceof Menu.Choice.GoTo to) {
                names.add(to.script());
            }
        }
        return names;
    }

    /** A script and all that may follow it. */
    static Set<String> from(String script, Office office) {
        var found = new LinkedHashSet<String>();
        var next = new ArrayList<>(List.of(script));
        while (!next.isEmpty()) {
            var name = next.removeLast();
            if (found.add(name)) {
                office.script(name).ifPresent(one -> next.addAll(goneTo(one)));
            }
        }
        return found;
    }

    /** Everybody whose absence or leaving can change who is rung, those who stand in included. */
    static Set<Extension> cast(RingTarget target, Office office) {
        var people = new LinkedHashSet<Extension>();
        var next = new ArrayList<>(named(target, office).toList());
        while (!next.isEmpty()) {
            var one = next.removeLast();
            if (people.add(one)) {
                office.person(one).stream().flatMap(Targets::standIns).forEach(next::add);
            }
        }
        return people;
    }

    private static Stream<Extension> standIns(Person person) {
        return Stream.concat(person.deputies().stream(), Stream.ofNullable(person.successor()));
    }

    private static Stream<Extension> named(RingTarget target, Office office) {
        return switch (target) {
            case RingTarget.OfTeam team -> office.team(team.name()).stream().flatMap(t -> t.members().stream());
            case RingTarget.OfLevel level ->
                office.teams().stream()
                        .filter(team -> team.level() == level.level())
                        .flatMap(team -> team.members().stream());
            case RingTarget.OfPerson person -> Stream.of(person.extension());
            case RingTarget.Head head ->
                Stream.concat(
                        office.teams().stream().flatMap(team -> Stream.ofNullable(team.head())),
                        office.scripts().values().stream()
                                .flatMap(script -> office.people().stream()
                                        .map(Person::extension)
                                        .filter(e -> e.digits().equals(script.responsible()))));
            case RingTarget.Duty duty ->
                Stream.concat(
                        office.duty().stream()
                                .flatMap(shift ->
                                        Stream.concat(Stream.of(shift.person()), Stream.ofNullable(shift.reserve()))),
                        Stream.ofNullable(office.afterHours().duty()));
            case RingTarget.Manager manager -> firstThree(office);
            case RingTarget.Backups backups -> firstThree(office);
            case RingTarget.LastSpoken spoken -> Stream.of();
            case RingTarget.Owner owner -> Stream.of();
            case RingTarget.Mobiles mobiles -> Stream.of();
            case RingTarget.OutsideNumber outside -> Stream.of();
        };
    }

    /** {@link Caller#of} tries a contact with these. */
    private static Stream<Extension> firstThree(Office office) {
        return office.people().stream().limit(3).map(Person::extension);
    }
}
