package ringdown.routing;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.office.CallerClass;
import ringdown.office.Menu;
import ringdown.office.Office;
import ringdown.office.Otherwise;
import ringdown.office.RingTarget;
import ringdown.office.Script;
import ringdown.office.Stage;

/** Who answers for a call in, whether or not anybody was rung: what is owed to a caller is theirs. Pure. */
public final class Answerable {
    private final Office office;
    private final Set<String> seen = new HashSet<>();

    private Answerable(Office office) {
        this.office = office;
    }

    /**
     * Whoever the script or the class names as responsible, else whom the script of the class or of the number called rings first.
     *
     * @param callerClass null: none
     * @return a team's name or an extension; empty: the file names nobody
     */
    public static Optional<String> of(Office office, Called called, @Nullable CallerClass callerClass) {
        Script script = Way.script(office, called, callerClass);
        return Optional.ofNullable(script.responsible())
                .or(() -> Optional.ofNullable(callerClass).map(CallerClass::responsible))
                .or(() -> Optional.ofNullable(callerClass).map(CallerClass::team))
                .or(() -> new Answerable(office).first(script));
    }

    private Optional<String> first(Script script) {
        if (!seen.add(script.name())) {
            return Optional.empty();
        }
        return Optional.ofNullable(script.menu())
                .flatMap(menu -> chosen(menu.otherwise()))
                .or(() -> script.stages().stream()
                        .flatMap(stage -> rung(stage).stream())
                        .findFirst())
                .or(() -> script.otherwise() instanceof Otherwise.GoTo next ? named(next.script()) : Optional.empty());
    }

    private Optional<String> rung(Stage stage) {
        return switch (stage) {
            case Stage.Queue queue -> name(queue.target());
            case Stage.Ring ring ->
                name(ring.target()).or(() -> Optional.ofNullable(ring.orElse()).flatMap(this::name));
        };
    }

    private Optional<String> chosen(Menu.Choice choice) {
        return switch (choice) {
            case Menu.Choice.Ring ring -> name(ring.target());
            case Menu.Choice.GoTo next -> named(next.script());
            case Menu.Choice.Message message -> Optional.empty();
        };
    }

    private Optional<String> named(String script) {
        return office.script(script)
                .flatMap(next -> Optional.ofNullable(next.responsible()).or(() -> first(next)));
    }

    private Optional<String> name(RingTarget target) {
        return switch (target) {
            case RingTarget.OfTeam team -> Optional.of(team.name());
            case RingTarget.OfPerson person -> Optional.of(person.extension().digits());
            case RingTarget.OfLevel level ->
                office.teams().stream()
                        .filter(team -> team.level() == level.level())
                        .map(team -> team.name())
                        .findFirst();
            case RingTarget.Manager manager -> Optional.empty();
            case RingTarget.Backups backups -> Optional.empty();
            case RingTarget.LastSpoken spoken -> Optional.empty();
            case RingTarget.Head head -> Optional.empty();
            case RingTarget.Duty duty -> Optional.empty();
            case RingTarget.Owner owner -> Optional.empty();
            case RingTarget.Mobiles mobiles -> Optional.empty();
            case RingTarget.OutsideNumber outside -> Optional.empty();
        };
    }
}
