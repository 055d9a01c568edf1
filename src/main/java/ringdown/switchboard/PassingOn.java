package ringdown.switchboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringdown.number.Dialled;
import ringdown.number.Extension;
import ringdown.office.PersonNow;
import ringdown.office.PersonState;
import ringdown.office.RingTarget;
import ringdown.office.Stage;
import ringdown.office.Strategy;
import ringdown.office.Team;

/** Where a caller goes whom somebody of the office puts through to somebody else (SITUATIONS 1). Used by the call's own thread only. */
final class PassingOn {
    /** Whoever was asked first, or has just laid down, is not busy: their call's end takes a moment to be carried out. */
    private static final Duration ENDING = Duration.ofSeconds(1);

    private final CallRun run;

    PassingOn(CallRun run) {
        this.run = run;
    }

    /** Whom the telephone named, 20 s; whoever named them; their team. */
    List<Stage> stages(String dialled, String by) {
        List<Stage> stages = new ArrayList<>();
        target(dialled)
                .map(PassingOn::ring)
                .ifPresentOrElse(stages::add, () -> run.event("nobody is called " + dialled));
        person(by).ifPresent(sender -> {
            stages.add(ring(new RingTarget.OfPerson(sender)));
            run.office.teams().stream()
                    .filter(team -> team.members().contains(sender))
                    .findFirst()
                    .map(Team::name)
                    .ifPresent(team -> stages.add(ring(new RingTarget.OfTeam(team))));
        });
        return stages;
    }

    private Optional<RingTarget> target(String dialled) {
        return switch (run.office.dialPlan().dialled(dialled)) {
            case Dialled.Inside inside -> Optional.of(new RingTarget.OfPerson(inside.extension()));
            case Dialled.Outside outside ->
                Optional.ofNullable(outside.number()).map(RingTarget.OutsideNumber::new);
            case Dialled.Emergency emergency -> Optional.empty();
            case Dialled.Feature feature -> Optional.empty();
            case Dialled.Incomplete incomplete -> Optional.empty();
            case Dialled.Invalid invalid -> Optional.empty();
        };
    }

    private Optional<Extension> person(String who) {
        return run.office.people().stream()
                .map(person -> person.extension())
                .filter(extension -> extension.digits().equals(who))
                .findFirst();
    }

    private static Stage ring(RingTarget target) {
        return new Stage.Ring(target, null, Stage.DEFAULT_TIME, Strategy.TOGETHER, null);
    }

    /** Waits a moment for somebody whose last call is just ending. */
    void settle(Stage stage) {
        if (stage.target() instanceof RingTarget.OfPerson(Extension person)
                && run.desk.presence().registered(person)) {
            run.settle(ENDING, () -> canBeRung(person));
        }
    }

    private boolean canBeRung(Extension person) {
        PersonNow now = run.desk.presence().snapshot().of(person);
        return now.state() != PersonState.BUSY && !now.ready().isEmpty();
    }
}
