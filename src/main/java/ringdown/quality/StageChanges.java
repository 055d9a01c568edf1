package ringdown.quality;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import ringdown.office.Office;
import ringdown.office.RingTarget;
import ringdown.office.Script;
import ringdown.office.Stage;
import ringdown.office.Team;

/** Stages that ring longer, shorter, or another team. Pure. */
final class StageChanges {
    private static final Duration LONGEST_STAGE = Duration.ofSeconds(60);
    private static final Duration SHORTEST_STAGE = Duration.ofSeconds(5);
    private static final Duration MORE = Duration.ofSeconds(5);

    private final Office office;

    StageChanges(Office office) {
        this.office = office;
    }

    /** By half, at least 5 s; empty beyond a minute. */
    Optional<RuleChange> longer(Script script, int place) {
        Duration was = script.stages().get(place).time();
        Duration then = was.plus(was.dividedBy(2).compareTo(MORE) > 0 ? was.dividedBy(2) : MORE);
        return then.compareTo(LONGEST_STAGE) > 0
                ? Optional.empty()
                : Optional.of(lasting(RuleChange.Word.LONGER_STAGE, script, place, whole(then)));
    }

    /** The first stage that can be shorter, so that whoever answers does so in time. */
    Optional<RuleChange> sooner(Script script) {
        int place = place(
                script, stage -> stage instanceof Stage.Ring && stage.time().compareTo(SHORTEST_STAGE) > 0);
        if (place < 0 || place == script.stages().size() - 1) {
            return Optional.empty();
        }
        Duration then = whole(script.stages().get(place).time().multipliedBy(2).dividedBy(3));
        Duration most = then.compareTo(SHORTEST_STAGE) < 0 ? SHORTEST_STAGE : then;
        return Optional.of(lasting(RuleChange.Word.SHORTER_STAGE, script, place, most));
    }

    private RuleChange lasting(RuleChange.Word word, Script script, int place, Duration time) {
        Stage stage = script.stages().get(place);
        return RuleChange.of(
                office,
                word,
                Rewrite.of(office).stage(script, place, Rewrite.lasting(stage, time)),
                "script",
                script.name(),
                "stage",
                stage.target().toString(),
                "from",
                stage.time().toSeconds() + "s",
                "to",
                time.toSeconds() + "s");
    }

    private static Duration whole(Duration time) {
        return Duration.ofSeconds(time.toSeconds());
    }

    /** The first team that the script rings is another. */
    Optional<RuleChange> otherTeam(Script script, Team to) {
        int place = place(script, stage -> stage.target() instanceof RingTarget.OfTeam);
        if (place < 0 || script.stages().get(place).target().equals(new RingTarget.OfTeam(to.name()))) {
            return Optional.empty();
        }
        Stage stage = script.stages().get(place);
        Stage then = Rewrite.ringing(stage, new RingTarget.OfTeam(to.name()));
        return Optional.of(RuleChange.of(
                office,
                RuleChange.Word.OTHER_TEAM,
                Rewrite.of(office).stage(script, place, then),
                "script",
                script.name(),
                "from",
                stage.target().toString(),
                "to",
                then.target().toString()));
    }

    /** Where in the script; -1: nowhere. */
    static int place(Script script, Predicate<Stage> which) {
        for (int i = 0; i < script.stages().size(); i++) {
            if (which.test(script.stages().get(i))) {
                return i;
            }
        }
        return -1;
    }

    static Optional<RingTarget.OfTeam> firstTeam(Script script) {
        return script.stages().stream()
                .map(Stage::target)
                .filter(RingTarget.OfTeam.class::isInstance)
                .map(RingTarget.OfTeam.class::cast)
                .findFirst();
    }
}
