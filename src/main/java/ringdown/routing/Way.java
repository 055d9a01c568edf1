package ringdown.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.office.CallerClass;
import ringdown.office.Greeting;
import ringdown.office.Office;
import ringdown.office.Otherwise;
import ringdown.office.Recording;
import ringdown.office.RingTarget;
import ringdown.office.Script;
import ringdown.office.Stage;
import ringdown.office.Strategy;
import ringdown.schedule.ActiveOverride;

/** Which way a call goes, in the order in which these go before each other. */
sealed interface Way {
    /** Whoever calls for the third time within so much working time goes to the head at once (SITUATIONS rule 14). */
    Duration THIRD_CALL = Duration.ofHours(2);

    /** By a rule of the office file. */
    record Refused(String rule) implements Way {}

    /** The office is closed. */
    record Closed() implements Way {}

    /** Somebody has set an override; {@code tooLong}: for longer than its {@code max}. */
    record Away(ActiveOverride override, boolean tooLong) implements Way {}

    /** A promise stands; {@code atOnce}: to the head, it is the third call within two working hours. */
    record Again(Script script, boolean atOnce) implements Way {}

    /** The script of the caller's class, else of the number called. */
    record Usual(Script script) implements Way {}

    static Way of(Enquiry enquiry, Party party) {
        var rule = refusal(enquiry, party);
        if (rule != null) {
            return new Refused(rule);
        }
        var script = script(enquiry.office(), enquiry.called(), party.callerClass());
        if (!script.always()) {
            var absence = absence(enquiry);
            if (absence.isPresent()) {
                return absence.get();
            }
        }
        return calledBefore(enquiry, party, script) ? new Again(script, thirdCall(enquiry)) : new Usual(script);
    }

    /** A box that does not know the time takes the way that rings people: nobody can say that they are not there. */
    private static Optional<Way> absence(Enquiry enquiry) {
        var trusted = enquiry.circumstances().clockTrusted();
        if (trusted && !enquiry.called().hours(enquiry.office()).isOpen(enquiry.at())) {
            return Optional.of(new Closed());
        }
        var set = enquiry.circumstances().override();
        if (set == null
                || trusted && !set.holds(enquiry.at(), enquiry.office().info().timeZone())) {
            return Optional.empty();
        }
        return Optional.of(new Away(set, trusted && set.tooLong(enquiry.at())));
    }

    private static @Nullable String refusal(Enquiry enquiry, Party party) {
        var number = enquiry.number();
        if (number != null && enquiry.office().blocked().contains(number)) {
            return "blocked " + number;
        }
        var callerClass = party.callerClass();
        return callerClass != null && callerClass.refuse() ? "class " + callerClass.name() : null;
    }

    /** Those who are called back, and whose script rings anybody, by a key or without: a job seeker's second call rings nobody either. */
    private static boolean calledBefore(Enquiry enquiry, Party party, Script script) {
        var callerClass = party.callerClass();
        return enquiry.promise() != null
                && (!script.stages().isEmpty() || script.menu() != null)
                && (callerClass == null || callerClass.obligation() == CallerClass.Obligation.CALL_BACK);
    }

    private static boolean thirdCall(Enquiry enquiry) {
        var promise = enquiry.promise();
        if (promise == null || !enquiry.circumstances().clockTrusted()) {
            return false;
        }
        var hours = enquiry.called().hours(enquiry.office());
        return promise.callsAt().stream()
                        .filter(call -> recent(call, enquiry.at()))
                        .filter(call -> hours.workingTime(call, enquiry.at()).compareTo(THIRD_CALL) <= 0)
                        .count()
                >= 2;
    }

    /** No two working hours last a month. */
    private static boolean recent(Instant call, Instant at) {
        return call.isAfter(at.minus(Duration.ofDays(31)));
    }

    /** The class's script beats that of the number called (SITUATIONS rule 16). */
    static Script script(Office office, Called called, @Nullable CallerClass callerClass) {
        if (callerClass != null && callerClass.script() != null) {
            var own = office.script(callerClass.script());
            if (own.isPresent()) {
                return own.get();
            }
        }
        if (callerClass != null && callerClass.team() != null) {
            return ofTeam(callerClass.team());
        }
        return calledScript(called, office)
                .flatMap(office::script)
                .or(() -> office.scripts().values().stream().findFirst())
                .orElseGet(() -> ofTeam(
                        office.teams().isEmpty()
                                ? null
                                : office.teams().getFirst().name()));
    }

    private static Optional<String> calledScript(Called called, Office office) {
        return switch (called) {
            case Called.OnLine line -> office.line(line.port()).map(l -> l.script());
            case Called.OnTrunk trunk -> office.trunk(trunk.trunk()).map(t -> t.script());
        };
    }

    /** The default way: the team 20 s, its head 20 s, message (CONTRACT §2); without teams everybody. */
    private static Script ofTeam(@Nullable String team) {
        var stages = team == null
                ? List.of(together(new RingTarget.OfLevel(1)))
                : List.<Stage>of(together(new RingTarget.OfTeam(team)), together(new RingTarget.Head()));
        return new Script(
                team == null ? "everybody" : "team " + team,
                new Greeting.None(),
                stages,
                new Otherwise.Message(),
                null,
                false,
                false,
                team,
                null,
                null,
                Recording.Says.BOX);
    }

    private static Stage together(RingTarget target) {
        return new Stage.Ring(target, null, Stage.DEFAULT_TIME, Strategy.TOGETHER, null);
    }
}
