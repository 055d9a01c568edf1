package ringdown.routing.year;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.office.Office;
import ringdown.office.Person;
import ringdown.office.RingTarget;
import ringdown.office.Script;
import ringdown.office.Stage;
import ringdown.office.StateOfPeople;
import ringdown.office.Strategy;
import ringdown.routing.Router;

/** Whether a target rings anybody on any day of the year when everybody is free, or at least a mobile. */
final class Stages {
    private static final String WAY_OUT = ".menu.otherwise";
    private static final String NO_PERSON = "silence, a wrong key and a pulse telephone reach no person: rings ";

    /** Who cannot be rung at the end of the year for so long has gone, not only shut for the holidays. */
    private static final Duration FOR_GOOD = Duration.ofDays(21);

    private final Office office;
    private final Spans spans;
    private final Findings findings;
    private final StateOfPeople free;
    private final Caller caller;

    Stages(Office office, Spans spans, Findings findings) {
        this.office = office;
        this.spans = spans;
        this.findings = findings;
        this.free = Staff.FREE.of(office);
        this.caller = Caller.of(office).getFirst();
    }

    /** Warns of every target that never rings anybody, or nobody any more, and refuses queues and ways out of a menu that end so. */
    void scripts(Walk walk) {
        for (var script : office.scripts().values()) {
            Targets.of(script).forEach((field, target) -> {
                var lastHope = field.endsWith(WAY_OUT) && !goesOn(script);
                if (neverRings(target, script.responsible())) {
                    dead(field, target, lastHope, walk.entered(script.name()));
                } else if (!(target instanceof RingTarget.Duty)) {
                    deadFrom(target, script.responsible())
                            .flatMap(gone -> firstCallIn(script, gone))
                            .ifPresent(at -> left(field, target, lastHope, at));
                }
            });
        }
    }

    /** Who leaves, leaves at midnight; the first caller whom nobody answers comes when the script is next in force. */
    private Optional<Instant> firstCallIn(Script script, Instant from) {
        return spans.first(span -> !span.from().isBefore(from) && (script.always() || span.someOpen()));
    }

    /** After whoever the menu rings come the stages: whether one of them always has somebody. */
    private boolean goesOn(Script script) {
        return script.stages().stream()
                .map(Stage::target)
                .anyMatch(target -> !neverRings(target, script.responsible())
                        && deadFrom(target, script.responsible()).isEmpty());
    }

    private void dead(String field, RingTarget target, boolean lastHope, Instant at) {
        if (field.endsWith(".queue")) {
            findings.fault(field, "callers wait for " + target + ", of whom nobody has a telephone", at);
        } else if (lastHope) {
            findings.fault(field, NO_PERSON + target + ", of whom nobody can ever be rung", at);
        } else {
            findings.warn(field, "rings " + target + ", of whom nobody can ever be rung", at);
        }
    }

    private void left(String field, RingTarget target, boolean lastHope, Instant at) {
        var what = target + ", of whom nobody can be rung from then on";
        if (lastHope) {
            findings.fault(field, NO_PERSON + what, at);
        } else {
            findings.warn(field, "rings " + what, at);
        }
    }

    /** The first minute of a time up to the end of the year in which nobody of the target can be rung; somebody could before. */
    Optional<Instant> deadFrom(RingTarget target, @Nullable String responsible) {
        var all = spans.all();
        var last = all.size() - 1;
        while (last >= 0 && isOurs(target) && !rings(target, responsible, all.get(last))) {
            last--;
        }
        if (last < 0 || last == all.size() - 1) {
            return Optional.empty();
        }
        var from = all.get(last + 1).from();
        return Duration.between(from, all.getLast().from()).compareTo(FOR_GOOD) < 0
                ? Optional.empty()
                : Optional.of(from);
    }

    /** Whom the others mean is the contact's business. */
    private static boolean isOurs(RingTarget target) {
        return target instanceof RingTarget.Head
                || target instanceof RingTarget.Duty
                || target instanceof RingTarget.OfTeam
                || target instanceof RingTarget.OfLevel
                || target instanceof RingTarget.OfPerson;
    }

    boolean neverRings(RingTarget target, @Nullable String responsible) {
        return switch (target) {
            // Whom these mean is the contact's business.
            case RingTarget.Manager manager -> false;
            case RingTarget.Backups backups -> false;
            case RingTarget.LastSpoken spoken -> false;
            case RingTarget.Owner owner -> false;
            case RingTarget.OutsideNumber outside -> false;
            case RingTarget.Mobiles mobiles -> office.people().stream().allMatch(person -> person.mobile() == null);
            case RingTarget.Head head -> firstRinging(target, responsible).isEmpty();
            case RingTarget.Duty duty -> firstRinging(target, responsible).isEmpty();
            case RingTarget.OfTeam team -> firstRinging(target, responsible).isEmpty();
            case RingTarget.OfLevel level -> firstRinging(target, responsible).isEmpty();
            case RingTarget.OfPerson person -> firstRinging(target, responsible).isEmpty();
        };
    }

    private Optional<Instant> firstRinging(RingTarget target, @Nullable String responsible) {
        return spans.first(span -> rings(target, responsible, span));
    }

    /** Whether somebody of the target can be rung then, when everybody is free. */
    boolean rings(RingTarget target, @Nullable String responsible, Span span) {
        var stage = new Stage.Ring(target, null, Stage.DEFAULT_TIME, Strategy.TOGETHER, null);
        var enquiry = caller.at(office, span.from());
        return lastTeams(target)
                        .anyMatch(team -> !Router.resolve(stage, enquiry, free, team.orElse(null), responsible)
                                .nobody())
                || hasMobile(Targets.cast(target, office), span);
    }

    /** Whose head is meant may depend on the team rung before. */
    private Stream<Optional<String>> lastTeams(RingTarget target) {
        return target instanceof RingTarget.Head
                ? Stream.concat(
                        Stream.of(Optional.empty()), office.teams().stream().map(team -> Optional.of(team.name())))
                : Stream.of(Optional.empty());
    }

    private boolean hasMobile(Set<Extension> cast, Span span) {
        return cast.stream()
                .flatMap(one -> office.person(one).stream())
                .anyMatch(person -> person.mobile() != null && !gone(person, span));
    }

    private static boolean gone(Person person, Span span) {
        return person.leftBefore(span.date()) || person.absentOn(span.date());
    }

    /** Scripts nobody gets into, by line, class, key or another script. */
    void unused(Walk walk) {
        var used = new HashSet<String>();
        office.classes().forEach(c -> Optional.ofNullable(c.script()).ifPresent(used::add));
        office.lines().forEach(l -> Optional.ofNullable(l.script()).ifPresent(used::add));
        office.trunks().forEach(t -> Optional.ofNullable(t.script()).ifPresent(used::add));
        office.scripts().values().stream()
                .map(Script::name)
                .filter(name -> !used.contains(name) && !walk.isEntered(name))
                .forEach(name -> findings.warn("scripts." + name, "no call ever gets here", spans.begin()));
    }
}
