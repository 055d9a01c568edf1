package ringdown.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import ringdown.office.Line;

/** When the line called is taken off-hook (LINES rule 2): a line that waits for a person skips what is said before somebody is rung. */
final class Answered {
    private Answered() {}

    static Plan as(Plan plan, Enquiry enquiry) {
        if (!(enquiry.called() instanceof Called.OnLine on) || plan.closed() || !rings(plan.steps())) {
            return plan;
        }
        return enquiry.office()
                .line(on.port())
                .map(line -> switch (line.answer()) {
                    case Line.Answer.Greeting greeting -> plan;
                    case Line.Answer.ByPerson person -> plan.with(plan.script(), silent(plan, enquiry));
                    case Line.Answer.After after -> plan.with(plan.script(), later(plan, enquiry, after.time()));
                })
                .orElse(plan);
    }

    private static boolean rings(List<Step> steps) {
        return steps.stream().anyMatch(step -> step instanceof Step.Reach || step instanceof Step.Keys);
    }

    /** Nobody can press keys on a line that was not taken: silence decides. */
    private static List<Step> silent(Plan plan, Enquiry enquiry) {
        for (var step : plan.steps()) {
            if (step instanceof Step.Keys keys) {
                return withoutGreetings(
                        Router.choose(keys.menu().otherwise(), plan, enquiry).steps());
            }
        }
        return withoutGreetings(plan.steps());
    }

    private static List<Step> withoutGreetings(List<Step> steps) {
        if (!rings(steps)) {
            return steps;
        }
        var kept = new ArrayList<Step>();
        var rung = false;
        for (var step : steps) {
            rung = rung || step instanceof Step.Reach;
            if (rung || step instanceof Step.AnswerWithin) {
                kept.add(step);
            }
        }
        return kept;
    }

    /** People are rung for that long; then the line is taken and the call goes its way. */
    private static List<Step> later(Plan plan, Enquiry enquiry, Duration time) {
        var steps = new ArrayList<Step>();
        steps.add(new Step.AnswerWithin(time));
        silent(plan, enquiry).stream().filter(Step.Reach.class::isInstance).forEach(steps::add);
        steps.add(new Step.AnswerWithin(null));
        steps.addAll(plan.steps());
        return steps;
    }
}
