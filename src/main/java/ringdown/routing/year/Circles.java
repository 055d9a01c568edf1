package ringdown.routing.year;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ringdown.office.Menu;
import ringdown.office.Office;
import ringdown.office.Otherwise;
import ringdown.office.Person;
import ringdown.office.Script;

/** Ways that come back to themselves: scripts, ways of being closed, forwarding, inheriting. */
final class Circles {
    private Circles() {}

    /** The circle through the name in words; a circle further on belongs to the names in it. Null: none. */
    static @Nullable String through(String name, Function<String, Optional<String>> next) {
        var seen = new LinkedHashSet<String>();
        var at = Optional.of(name);
        while (at.isPresent() && seen.add(at.get())) {
            at = next.apply(at.get());
        }
        return at.isPresent() && at.get().equals(name) ? String.join(", ", seen) + ", " + name : null;
    }

    static void find(Office office, Walk walk, Spans spans, Findings findings) {
        for (var name : office.scripts().keySet()) {
            var circle = through(name, from -> office.script(from).flatMap(Circles::unasked));
            if (circle != null) {
                findings.fault("scripts." + name, "goes round in a circle: " + circle, walk.entered(name));
            }
        }
        var modes = office.afterHours().modes();
        for (var name : modes.keySet()) {
            var circle = through(
                    name,
                    from -> Optional.ofNullable(modes.get(from))
                            .flatMap(mode -> Optional.ofNullable(mode.otherwise())));
            if (circle != null) {
                findings.fault("afterHours.modes." + name, "goes round in a circle: " + circle, spans.closedIn(name));
            }
        }
        for (var i = 0; i < office.people().size(); i++) {
            heirs(office, i, spans, findings);
        }
    }

    private static void heirs(Office office, int i, Spans spans, Findings findings) {
        var person = office.people().get(i);
        var circle = through(
                person.extension().digits(),
                digits -> office.people().stream()
                        .filter(p -> p.extension().digits().equals(digits))
                        .flatMap(Circles::heir)
                        .findFirst());
        if (circle != null) {
            findings.fault(
                    "people[" + i + "].successor",
                    "who has left is followed by who has left: " + circle,
                    spans.after(java.util.Objects.requireNonNull(person.left())));
        }
    }

    private static java.util.stream.Stream<String> heir(Person person) {
        return person.left() == null || person.successor() == null
                ? java.util.stream.Stream.empty()
                : java.util.stream.Stream.of(person.successor().digits());
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
}
