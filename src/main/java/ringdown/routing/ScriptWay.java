package ringdown.routing;

import java.util.HashSet;
import java.util.Set;
import ringdown.office.Greeting;
import ringdown.office.Otherwise;
import ringdown.office.RingTarget;
import ringdown.office.Script;
import ringdown.office.Stage;

/** The way of a script while the office is there, for a first call and for one that follows another (SITUATIONS rule 14). */
final class ScriptWay {
    private final PlanDraft draft;

    ScriptWay(PlanDraft draft) {
        this.draft = draft;
    }

    /** The script, and those it goes on with. */
    Plan usual(Script script) {
        var own = draft.party.callerClass();
        var within = script.answerWithin() == null && own != null ? own.answerWithin() : script.answerWithin();
        draft.askRating(script.askRating()).answerWithin(within);
        if (within != null) {
            draft.add(new Step.AnswerWithin(within));
        }
        add(script, within != null, new HashSet<>());
        return draft.done(script.name());
    }

    /**
     * No menu: who owes the call and the deputies, then the head; in the third call the head at once. If these do not answer, whoever
     * else the script rings.
     */
    Plan again(Script script, boolean atOnce) {
        draft.responsible(script.responsible()).askRating(script.askRating());
        if (!(script.greeting() instanceof Greeting.None)) {
            if (script.menu() == null) {
                draft.greet(draft.greetings.of(script.greeting()));
            }
            draft.greet(new Step.Announcement.CallsAgain(draft.language));
        }
        var time = script.stages().stream()
                .filter(Stage.Ring.class::isInstance)
                .map(Stage::time)
                .findFirst()
                .orElse(Stage.DEFAULT_TIME);
        if (atOnce) {
            draft.firstInQueue().ring(new RingTarget.Head(), time).ring(new RingTarget.Owner(), time);
        } else {
            draft.ring(new RingTarget.Owner(), time).ring(new RingTarget.Head(), time);
        }
        script.stages().stream()
                .filter(stage -> !(stage.target() instanceof RingTarget.Head))
                .forEach(draft::ring);
        otherwise(script, false, new HashSet<>(Set.of(script.name())));
        return draft.done(script.name());
    }

    private void add(Script script, boolean limited, Set<String> seen) {
        if (!seen.add(script.name())) {
            draft.add(new Step.TakeMessage()); // the year-proof refuses such a file; a caller gets the message all the
            // same
            return;
        }
        draft.responsible(script.responsible());
        var keys = script.menu() != null;
        var greeting = keys ? draft.greetings.withKeys(script.greeting()) : draft.greetings.of(script.greeting());
        draft.greet(greeting);
        if (greeting.isPresent() && seen.size() == 1) {
            draft.greet(draft.greetings.oneSentenceMore(keys));
        }
        if (script.menu() != null) {
            draft.add(new Step.Keys(script.menu()));
        }
        script.stages().forEach(draft::ring);
        otherwise(script, limited, seen);
    }

    private void otherwise(Script script, boolean limited, Set<String> seen) {
        switch (script.otherwise()) {
            case Otherwise.Message message -> draft.add(new Step.TakeMessage());
            case Otherwise.Promise promise -> draft.add(new Step.PromiseOnly());
            case Otherwise.Refuse refuse -> draft.add(new Step.Refuse("script " + script.name()));
            case Otherwise.GoTo to ->
                draft.enquiry
                        .office()
                        .script(to.script())
                        .ifPresentOrElse(next -> goOn(next, limited, seen), () -> draft.add(new Step.TakeMessage()));
        }
    }

    /** The way that follows has a time of its own, or as long as it takes. */
    private void goOn(Script next, boolean limited, Set<String> seen) {
        if (limited || next.answerWithin() != null) {
            draft.add(new Step.AnswerWithin(next.answerWithin()));
        }
        add(next, next.answerWithin() != null, seen);
    }
}
