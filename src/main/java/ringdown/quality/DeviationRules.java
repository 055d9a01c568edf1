package ringdown.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.CallEntry;
import ringdown.ledger.DeafTime;
import ringdown.ledger.Direction;
import ringdown.ledger.Outcome;
import ringdown.ledger.Promise;
import ringdown.ledger.StageEntry;
import ringdown.office.CallerClass;
import ringdown.office.Office;
import ringdown.office.RingTarget;
import ringdown.office.Script;
import ringdown.office.Stage;
import ringdown.office.Team;

/** Finds what left the order that the office file describes. Pure. */
final class DeviationRules {
    /** Whoever waits as long has been let down, whatever the script says. */
    static final Duration LONG_WAIT = Duration.ofSeconds(60);

    /** A caller rings for about so long: a shorter deafness lost nobody. */
    private static final Duration WORTH_NOTING = Duration.ofSeconds(30);

    private static final int CHAIN = 2;
    private static final String SCRIPT = "script ";
    private static final String TEAM = "team ";

    private final Office office;

    DeviationRules(Office office) {
        this.office = office;
    }

    /** Of a call that is over. */
    List<Deviation> of(CallEntry call) {
        List<Deviation> all = new ArrayList<>();
        Instant end = call.endedAt();
        if (call.direction() != Direction.IN || end == null || call.outcome() == Outcome.REFUSED) {
            return all;
        }
        if (call.outcome() == Outcome.TALKED
                && call.answeredBy() != null
                && !call.answeredBy().equals(CallEntry.PARALLEL)) {
            talked(call, end, call.answeredBy(), all);
        }
        double waited = waited(call);
        if (waited >= LONG_WAIT.toSeconds()) {
            all.add(of(call, end, Deviation.Kind.LONG_WAIT, way(call), null, null, whole(waited) + " s"));
        }
        return all;
    }

    private void talked(CallEntry call, Instant end, String who, List<Deviation> all) {
        outOfTurn(call, end, who).ifPresent(all::add);
        Duration within = answerWithin(call);
        if (within != null && call.waitSeconds() > within.toMillis() / 1000.0) {
            String note = "%d s in place of %d s".formatted(whole(call.waitSeconds()), within.toSeconds());
            all.add(of(call, end, Deviation.Kind.LATE_ANSWER, way(call), null, who, note));
        }
        if (call.transfers() >= CHAIN) {
            all.add(of(call, end, Deviation.Kind.TRANSFERS, kind(call), null, who, call.transfers() + " transfers"));
        }
        wrongTeam(call, end, who).ifPresent(all::add);
        if (Boolean.FALSE.equals(call.settled())) {
            var person = new Deviation.Subject(Deviation.What.PERSON, who);
            all.add(of(call, end, Deviation.Kind.HUNG_UP, person, null, who, whole(call.talkSeconds()) + " s"));
        }
    }

    /**
     * The first stage that rang somebody and was not lifted, where a later one was; or somebody who was not rung. Who was dialling the caller
     * at that moment took the call before any stage, by rule (SITUATIONS 14).
     */
    private Optional<Deviation> outOfTurn(CallEntry call, Instant end, String who) {
        boolean rung = call.stages().stream().anyMatch(stage -> stage.rang().contains(who));
        if (!rung && call.transfers() == 0 && !call.stages().isEmpty()) {
            return Optional.of(
                    of(call, end, Deviation.Kind.OUT_OF_TURN, way(call), null, who, "nobody had rung " + who));
        }
        return call.stages().stream()
                .takeWhile(stage -> stage.result() != StageEntry.Result.ANSWERED)
                .filter(stage -> stage.result() == StageEntry.Result.NO_ANSWER
                        && !stage.notRung().keySet().containsAll(stage.rang()))
                .findFirst()
                .map(stage -> of(
                        call,
                        end,
                        Deviation.Kind.OUT_OF_TURN,
                        way(call),
                        stage.target(),
                        who,
                        "it rang " + String.join(", ", stage.rang()) + " for " + whole(stage.seconds()) + " s"));
    }

    /** A team took what turned out to be another team's. Who answered as manager, backup, head or duty did so by rule. */
    private Optional<Deviation> wrongTeam(CallEntry call, Instant end, String who) {
        String target = call.stages().stream()
                .filter(stage -> stage.result() == StageEntry.Result.ANSWERED)
                .map(StageEntry::target)
                .reduce((first, last) -> last)
                .orElse("");
        Optional<CallerClass> callerClass =
                Optional.ofNullable(call.callerClass()).flatMap(office::callerClass);
        Optional<Team> own = callerClass.flatMap(one -> team(office, one));
        if (callerClass.isEmpty() || own.isEmpty() || !(target.contains(TEAM) || target.contains("level "))) {
            return Optional.empty();
        }
        Team team = own.get();
        boolean theirs =
                team.members().stream().anyMatch(member -> member.digits().equals(who))
                        || (team.head() != null && team.head().digits().equals(who));
        return theirs
                ? Optional.empty()
                : Optional.of(of(
                        call,
                        end,
                        Deviation.Kind.WRONG_TEAM,
                        new Deviation.Subject(
                                Deviation.What.CALLER_CLASS, callerClass.get().name()),
                        null,
                        who,
                        "it is for team " + team.name()));
    }

    /** The team that serves a class: the one responsible, else the one it rings, else the first its script rings. */
    static Optional<Team> team(Office office, CallerClass callerClass) {
        return Optional.ofNullable(callerClass.responsible())
                .flatMap(office::team)
                .or(() -> Optional.ofNullable(callerClass.team()).flatMap(office::team))
                .or(() -> Optional.ofNullable(callerClass.script())
                        .flatMap(office::script)
                        .flatMap(script -> team(office, script)));
    }

    private static Optional<Team> team(Office office, Script script) {
        return Optional.ofNullable(script.responsible())
                .flatMap(office::team)
                .or(() -> script.stages().stream()
                        .map(Stage::target)
                        .filter(RingTarget.OfTeam.class::isInstance)
                        .map(target -> ((RingTarget.OfTeam) target).name())
                        .findFirst()
                        .flatMap(office::team));
    }

    /** Overdue, or kept too late. */
    Optional<Deviation> of(Promise promise) {
        if (promise.state() != Promise.State.BROKEN && !promise.late()) {
            return Optional.empty();
        }
        String owner = promise.owner();
        String callerClass = promise.matter().callerClass();
        Deviation.Subject subject = owner != null
                ? new Deviation.Subject(Deviation.What.PERSON, owner)
                : callerClass != null
                        ? new Deviation.Subject(Deviation.What.CALLER_CLASS, callerClass)
                        : new Deviation.Subject(Deviation.What.SCRIPT, "");
        return Optional.of(new Deviation(
                Deviation.Kind.PROMISE_LATE.word() + "-" + promise.id(),
                promise.overdueAt(),
                Deviation.Kind.PROMISE_LATE,
                subject,
                null,
                owner,
                promise.callId(),
                callerClass));
    }

    /** Once it is over, or has lasted for long enough. */
    Optional<Deviation> of(DeafTime deaf, Instant now) {
        boolean busy = deaf.cause() == DeafTime.Cause.ALL_BUSY;
        Duration lasted = Duration.between(deaf.from(), deaf.to() == null ? now : deaf.to());
        if (lasted.compareTo(WORTH_NOTING) < 0) {
            return Optional.empty();
        }
        Deviation.Kind kind = busy ? Deviation.Kind.ALL_BUSY : Deviation.Kind.LINE_DEAF;
        return Optional.of(new Deviation(
                "%s-%s-%d".formatted(kind.word(), deaf.via(), deaf.from().toEpochMilli()),
                deaf.from(),
                kind,
                new Deviation.Subject(Deviation.What.LINE, deaf.via()),
                null,
                null,
                null,
                deaf.cause().word() + ": " + deaf.seen()));
    }

    private static Deviation of(
            CallEntry call,
            Instant at,
            Deviation.Kind kind,
            Deviation.Subject subject,
            @Nullable String stage,
            @Nullable String person,
            String note) {
        return new Deviation(kind.word() + "-" + call.id(), at, kind, subject, stage, person, call.id(), note);
    }

    /** Rung, or waiting in a queue; after it whoever left a message did not wait any more. */
    private static double waited(CallEntry call) {
        return call.answeredBy() != null
                ? call.waitSeconds()
                : call.stages().stream().mapToDouble(StageEntry::seconds).sum();
    }

    private @Nullable Duration answerWithin(CallEntry call) {
        return Optional.ofNullable(call.callerClass())
                .flatMap(office::callerClass)
                .map(CallerClass::answerWithin)
                .or(() -> script(call).flatMap(office::script).map(Script::answerWithin))
                .orElse(null);
    }

    /** The class of the caller, else the way the call went. */
    private static Deviation.Subject kind(CallEntry call) {
        String callerClass = call.callerClass();
        return callerClass == null ? way(call) : new Deviation.Subject(Deviation.What.CALLER_CLASS, callerClass);
    }

    private static Deviation.Subject way(CallEntry call) {
        return new Deviation.Subject(Deviation.What.SCRIPT, script(call).orElse(""));
    }

    private static Optional<String> script(CallEntry call) {
        return call.events().stream()
                .map(CallEntry.Event::what)
                .filter(what -> what.startsWith(SCRIPT))
                .map(what -> what.substring(SCRIPT.length()))
                .findFirst();
    }

    private static long whole(double seconds) {
        return Math.round(seconds);
    }
}
