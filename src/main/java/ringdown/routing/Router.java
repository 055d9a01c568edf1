package ringdown.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.office.CallerClass;
import ringdown.office.Menu;
import ringdown.office.Office;
import ringdown.office.RingTarget;
import ringdown.office.Script;
import ringdown.office.Stage;
import ringdown.office.StateOfPeople;
import ringdown.office.Strategy;

/** Decides where calls go. Pure functions of values; safe from any thread. */
public final class Router {
    private Router() {}

    /**
     * The way of a call: refusals first, then after hours unless the caller's script says always, then the script of the caller's class,
     * then that of the number called.
     */
    public static Plan plan(Enquiry enquiry) {
        var office = enquiry.office();
        var party = Party.of(enquiry);
        var refusal = refusal(enquiry, party);
        if (refusal != null) {
            return new PlanMaker(enquiry, party).refused(refusal);
        }
        var script = script(enquiry, party);
        var always = script.map(Script::always).orElse(false);
        if (!always && !office.officeHours().isOpen(enquiry.at())) {
            return new PlanMaker(enquiry, party).afterHours();
        }
        return script.map(s -> new PlanMaker(enquiry, party).script(s))
                .orElseGet(() -> new PlanMaker(enquiry, party).team(teamOf(party.callerClass(), office)));
    }

    /** The way on after a key, or after silence: the choice, then what is left of the plan. */
    public static Plan choose(Menu.Choice choice, Plan plan, Enquiry enquiry) {
        return switch (choice) {
            case Menu.Choice.Message message -> plan.with(plan.script(), List.of(new Step.TakeMessage()));
            case Menu.Choice.GoTo to ->
                enquiry.office()
                        .script(to.script())
                        .map(script -> new PlanMaker(enquiry, Party.of(enquiry)).script(script))
                        .orElseGet(() -> plan.with(plan.script(), List.of(new Step.TakeMessage())));
            case Menu.Choice.Ring ring -> plan.with(plan.script(), ringThenRest(ring.target(), plan));
        };
    }

    private static List<Step> ringThenRest(RingTarget target, Plan plan) {
        var steps = new ArrayList<Step>();
        steps.add(new Step.Reach(
                new Stage.Ring(target, null, Stage.DEFAULT_TIME, Strategy.TOGETHER, null), responsible(plan)));
        var rest = plan.steps().stream()
                .dropWhile(step -> !(step instanceof Step.Keys))
                .skip(1)
                .toList();
        steps.addAll(rest.isEmpty() ? List.of(new Step.TakeMessage()) : rest);
        return steps;
    }

    private static @Nullable String responsible(Plan plan) {
        return plan.steps().stream()
                .filter(Step.Reach.class::isInstance)
                .map(step -> Optional.ofNullable(((Step.Reach) step).responsible()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /**
     * Who is rung when a stage starts.
     *
     * @param lastTeam the team rung last in this call, null: none
     * @param responsible the script's responsible team or extension, null: none named
     */
    public static Resolved resolve(
            Stage stage, Enquiry enquiry, StateOfPeople now, @Nullable String lastTeam, @Nullable String responsible) {
        return new StageResolver(enquiry, now, lastTeam, responsible).resolve(stage);
    }

    private static @Nullable String refusal(Enquiry enquiry, Party party) {
        var office = enquiry.office();
        var number = enquiry.number();
        if (number != null && office.blocked().contains(number)) {
            return "blocked " + number;
        }
        var callerClass = party.callerClass();
        return callerClass != null && callerClass.refuse() ? "class " + callerClass.name() : null;
    }

    /** The class's script beats that of the number called (SITUATIONS rule 16); empty: the default way. */
    private static Optional<Script> script(Enquiry enquiry, Party party) {
        var office = enquiry.office();
        var callerClass = party.callerClass();
        if (callerClass != null) {
            if (callerClass.script() != null) {
                return office.script(callerClass.script());
            }
            if (callerClass.team() != null) {
                return Optional.empty();
            }
        }
        return calledScript(enquiry.called(), office)
                .flatMap(office::script)
                .or(() -> office.scripts().values().stream().findFirst());
    }

    private static Optional<String> calledScript(Called called, Office office) {
        return switch (called) {
            case Called.OnLine line -> office.line(line.port()).map(l -> l.script());
            case Called.OnTrunk trunk -> office.trunk(trunk.trunk()).map(t -> t.script());
        };
    }

    private static @Nullable String teamOf(@Nullable CallerClass callerClass, Office office) {
        if (callerClass != null && callerClass.team() != null) {
            return callerClass.team();
        }
        return office.teams().isEmpty() ? null : office.teams().getFirst().name();
    }
}
