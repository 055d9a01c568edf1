package ringdown.switchboard;

import java.util.LinkedHashSet;
import java.util.Set;
import ringdown.number.Extension;
import ringdown.office.Office;
import ringdown.office.RingTarget;
import ringdown.office.Stage;

/** Who sits at the front desk, as far as the office file tells. Stateless. */
final class FrontDesk {
    private FrontDesk() {}

    /** Whom the first script rings first, if that is a team; else the first team; else everybody. */
    static Set<Extension> of(Office office) {
        Set<Extension> desk = new LinkedHashSet<>();
        office.scripts().values().stream()
                .flatMap(script -> script.stages().stream().limit(1))
                .map(Stage::target)
                .filter(RingTarget.OfTeam.class::isInstance)
                .map(target -> ((RingTarget.OfTeam) target).name())
                .findFirst()
                .flatMap(office::team)
                .or(() -> office.teams().stream().findFirst())
                .ifPresentOrElse(
                        team -> desk.addAll(team.members()),
                        () -> office.people().forEach(person -> desk.add(person.extension())));
        return desk;
    }
}
