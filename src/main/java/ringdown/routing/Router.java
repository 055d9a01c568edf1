package ringdown.routing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.office.Menu;
import ringdown.office.RingTarget;
import ringdown.office.Stage;
import ringdown.office.StateOfPeople;
import ringdown.office.Strategy;

/** Decides where calls go. Pure functions of values; safe from any thread. */
public final class Router {
    private Router() {}

    /**
     * The way of a call: refusals first, then after hours and overrides unless the caller's script says always, then the way of those
     * who call again, then the script of the caller's class, then that of the number called.
     */
    public static Plan plan(Enquiry enquiry) {
        var party = Party.of(enquiry);
        var draft = new PlanDraft(enquiry, party);
        var plan = switch (Way.of(enquiry, party)) {
            case Way.Refused refused ->
                draft.add(new Step.Refuse(refused.rule())).done("refused");
            case Way.Closed closed -> closed(draft).afterHours();
            case Way.Away away -> closed(draft).away(away.override(), away.tooLong());
            case Way.Again again -> new ScriptWay(draft).again(again.script(), again.atOnce());
            case Way.Usual usual -> new ScriptWay(draft).usual(usual.script());
        };
        return Answered.as(plan, enquiry);
    }

    /** The call is of whose it would be if somebody were there. */
    private static ClosedWay closed(PlanDraft draft) {
        var enquiry = draft.enquiry;
        var script = Way.script(enquiry.office(), enquiry.called(), draft.party.callerClass());
        var responsible = draft.party.manager() == null
                ? Answerable.of(enquiry.office(), enquiry.called(), draft.party.callerClass())
                        .orElse(null)
                : script.responsible();
        return new ClosedWay(draft.responsible(responsible), script);
    }

    /** The way on after a key, or after silence: the choice, then what is left of the plan. */
    public static Plan choose(Menu.Choice choice, Plan plan, Enquiry enquiry) {
        return switch (choice) {
            case Menu.Choice.Message message -> plan.with(plan.script(), List.of(new Step.TakeMessage()));
            case Menu.Choice.GoTo to ->
                enquiry.office()
                        .script(to.script())
                        .map(script -> new ScriptWay(new PlanDraft(enquiry, Party.of(enquiry))).usual(script))
                        .orElseGet(() -> plan.with(plan.script(), List.of(new Step.TakeMessage())));
            case Menu.Choice.Ring ring -> plan.with(plan.script(), ringThenRest(ring.target(), plan));
        };
    }

    private static List<Step> ringThenRest(RingTarget target, Plan plan) {
        var steps = new ArrayList<Step>();
        steps.add(new Step.Reach(
                new Stage.Ring(target, null, Stage.DEFAULT_TIME, Strategy.TOGETHER, null), plan.responsible()));
        var rest = plan.steps().stream()
                .dropWhile(step -> !(step instanceof Step.Keys))
                .skip(1)
                .toList();
        steps.addAll(rest.isEmpty() ? List.of(new Step.TakeMessage()) : rest);
        return steps;
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
}
