package ringdown.switchboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ringdown.call.HangupCause;
import ringdown.call.Telephone;
import ringdown.ledger.StageEntry;
import ringdown.number.Dialled;
import ringdown.number.Extension;
import ringdown.number.PhoneNumber;
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

    /** Whom the telephone named, 20 s; empty if that is nobody. */
    Optional<Stage> meant(String dialled) {
        Optional<Stage> stage = target(dialled).map(PassingOn::ring);
        if (stage.isEmpty()) {
            run.event("nobody is called " + dialled);
        }
        return stage;
    }

    /** Whoever rings already, 20 s more. */
    static Stage of(Bells.Bell rings) {
        return ring(
                rings.who().matches("[0-9]{1,8}")
                        ? new RingTarget.OfPerson(new Extension(rings.who()))
                        : new RingTarget.OutsideNumber(new PhoneNumber(rings.who())));
    }

    /** Whoever put the caller through, 20 s; then their team. */
    List<Stage> back(String by) {
        List<Stage> stages = new ArrayList<>();
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

    /** What the telephone is told that asked for it. */
    static HangupCause cause(StageEntry.Result why) {
        return switch (why) {
            case BUSY -> HangupCause.BUSY;
            case UNREACHABLE -> HangupCause.UNREACHABLE;
            case NO_ANSWER, CALLER_LEFT, ANSWERED -> HangupCause.NO_ANSWER;
        };
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

    /** With every telephone of theirs: one that is only just falling silent would be left out for the whole stage. */
    private boolean canBeRung(Extension person) {
        PersonNow now = run.desk.presence().snapshot().of(person);
        return now.state() != PersonState.BUSY
                && !now.ready().isEmpty()
                && telephones(person).noneMatch(t -> switch (t.state()) {
                    case BUSY, RINGING -> true;
                    case FREE, UNREACHABLE -> false;
                });
    }

    private Stream<Telephone> telephones(Extension person) {
        return run.office.person(person).stream()
                .flatMap(one -> one.phones().stream())
                .flatMap(phone -> run.desk.equipment().telephone(person, phone).stream());
    }
}
