package ringdown.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringdown.office.CallerClass;
import ringdown.office.Office;
import ringdown.office.RingTarget;
import ringdown.office.Script;
import ringdown.office.Team;
import ringdown.schedule.HoursOverride;

/** Which change of the office file would mend what repeats itself; where no rule is to blame, none. Pure. */
final class ProposedChanges {
    private static final Duration LATER = Duration.ofMinutes(30);

    private final Office office;
    private final Instant now;
    private final StageChanges stages;
    private final TeamChanges teams;
    private final HoursChanges hours;

    ProposedChanges(Office office, Instant now) {
        this.office = office;
        this.now = now;
        this.stages = new StageChanges(office);
        this.teams = new TeamChanges(office);
        this.hours = new HoursChanges(office);
    }

    /** {@code seen}: what repeated itself, not empty. */
    Optional<RuleChange> of(Deviation.Group group, List<Deviation> seen) {
        String name = group.subject().name();
        return switch (group.kind()) {
            case OUT_OF_TURN -> office.script(name).flatMap(script -> outOfTurn(script, group.stage(), seen));
            case LATE_ANSWER -> office.script(name).flatMap(stages::sooner);
            case LONG_WAIT -> office.script(name).flatMap(teams::moreHands);
            case OVERRIDE_LEFT_ON -> override(name).flatMap(one -> hours.ends(one, seen));
            case OVERRIDE_SET -> override(name).flatMap(one -> hours.breakInHours(one, seen));
            case PROMISE_LATE -> longerPromise(seen);
            case TRANSFERS -> otherTeam(group.subject(), seen);
            case WRONG_TEAM -> office.callerClass(name).flatMap(one -> joins(one, seen));
            case ALL_BUSY -> new LineChanges(office).busyForward(name);
            case NOT_ANSWERING -> teams.otherDuty(name, now);
            case LINE_DEAF, HUNG_UP -> Optional.empty();
        };
    }

    /** Whoever takes a team's calls joins it; else the stage rings longer. */
    private Optional<RuleChange> outOfTurn(Script script, @Nullable String target, List<Deviation> seen) {
        int place =
                StageChanges.place(script, stage -> stage.target().toString().equals(target));
        RingTarget meant = place < 0
                ? StageChanges.firstTeam(script).orElse(null)
                : script.stages().get(place).target();
        if (meant instanceof RingTarget.OfTeam team) {
            Optional<RuleChange> joined = teams.person(often(seen, Deviation::person))
                    .flatMap(who -> office.team(team.name()).flatMap(known -> teams.joins(who, known)));
            if (joined.isPresent()) {
                return joined;
            }
        }
        return place < 0 ? Optional.empty() : stages.longer(script, place);
    }

    private Optional<RuleChange> joins(CallerClass callerClass, List<Deviation> seen) {
        return teams.person(often(seen, Deviation::person))
                .flatMap(who -> DeviationRules.team(office, callerClass).flatMap(team -> teams.joins(who, team)));
    }

    /** A moment that can be kept is better than one that cannot; the class is that of most of these promises. */
    private Optional<RuleChange> longerPromise(List<Deviation> seen) {
        return Optional.ofNullable(often(seen, Deviation::note))
                .flatMap(office::callerClass)
                .map(one -> {
                    Duration then = one.callBackWithin().plus(LATER);
                    return RuleChange.of(
                            office,
                            RuleChange.Word.LONGER_PROMISE,
                            Rewrite.of(office).callerClass(promising(one, then)),
                            "class",
                            one.name(),
                            "from",
                            one.callBackWithin().toMinutes() + "m",
                            "to",
                            then.toMinutes() + "m");
                });
    }

    private static CallerClass promising(CallerClass one, Duration within) {
        return new CallerClass(
                one.name(),
                one.key(),
                one.script(),
                one.team(),
                one.responsible(),
                one.answerWithin(),
                within,
                one.obligation(),
                one.hearWithin(),
                one.refuse());
    }

    private static CallerClass served(CallerClass one, String team) {
        return new CallerClass(
                one.name(),
                one.key(),
                one.script(),
                team,
                one.responsible(),
                one.answerWithin(),
                one.callBackWithin(),
                one.obligation(),
                one.hearWithin(),
                one.refuse());
    }

    /** Those to whom such calls are passed on in the end get them first. */
    private Optional<RuleChange> otherTeam(Deviation.Subject subject, List<Deviation> seen) {
        Optional<Team> to = teams.person(often(seen, Deviation::person)).flatMap(teams::teamOf);
        Optional<CallerClass> callerClass =
                subject.what() == Deviation.What.CALLER_CLASS ? office.callerClass(subject.name()) : Optional.empty();
        if (to.isEmpty()) {
            return Optional.empty();
        }
        String script = callerClass.map(CallerClass::script).orElse(callerClass.isEmpty() ? subject.name() : null);
        if (script == null) {
            return callerClass
                    .filter(one -> !to.get().name().equals(one.team()))
                    .map(one -> RuleChange.of(
                            office,
                            RuleChange.Word.CLASS_TO_TEAM,
                            Rewrite.of(office).callerClass(served(one, to.get().name())),
                            "class",
                            one.name(),
                            "to",
                            to.get().name()));
        }
        return office.script(script).flatMap(known -> stages.otherTeam(known, to.get()));
    }

    private Optional<HoursOverride> override(String name) {
        return office.overrides().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    /** What most of them say, if it is more than half of those that say anything. */
    private static @Nullable String often(List<Deviation> seen, Function<Deviation, @Nullable String> what) {
        Map<String, Long> counts = seen.stream()
                .map(what)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() * 2 > all)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
