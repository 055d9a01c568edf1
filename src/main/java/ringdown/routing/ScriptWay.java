package ringdown.routing;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ringdown.office.Greeting;
import ringdown.office.Menu;
import ringdown.office.Otherwise;
import ringdown.office.Recording;
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
     * else the script rings, of a menu those who are rung without a key.
     */
    Plan again(Script script, boolean atOnce) {
        draft.responsible(script.responsible()).askRating(script.askRating());
        var greeting =
                script.menu() == null ? draft.greetings.of(script.greeting()) : Optional.<Step.Announcement>empty();
        draft.record(script, says(script, greeting));
        if (!(script.greeting() instanceof Greeting.None)) {
            draft.greet(greeting).greet(new Step.Announcement.CallsAgain(draft.language));
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
        whoeverIsRungWithoutAKey(script)
                .filter(stage -> !(stage.target() instanceof RingTarget.Head))
                .forEach(draft::ring);
        otherwise(script, false, new HashSet<>(Set.of(script.name())));
        return draft.done(script.name());
    }

    private Stream<Stage> whoeverIsRungWithoutAKey(Script script) {
        if (script.menu() == null || !script.stages().isEmpty()) {
            return script.stages().stream();
        }
        return switch (script.menu().otherwise()) {
            case Menu.Choice.Ring ring -> Stream.of(PlanDraft.together(ring.target(), Stage.DEFAULT_TIME));
            case Menu.Choice.GoTo to ->
                draft.enquiry.office().script(to.script()).stream().flatMap(next -> next.stages().stream());
            case Menu.Choice.Message message -> Stream.empty();
        };
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
        draft.record(script, says(script, greeting)).greet(greeting);
        if (greeting.isPresent() && seen.size() == 1) {
            draft.greet(draft.greetings.oneSentenceMore(keys));
        }
        if (script.menu() != null) {
            draft.add(new Step.Keys(script.menu()));
        }
        script.stages().forEach(draft::ring);
        otherwise(script, limited, seen);
    }

    /** A greeting that says it may have been replaced by the box's own in another language, or left out: then the box says it. */
    private Recording.Says says(Script script, Optional<Step.Announcement> greeting) {
        var says = draft.enquiry.office().recording().says(script);
        var asWritten = script.greeting() instanceof Greeting.Text text
                && greeting.filter(Step.Announcement.Words.class::isInstance)
                        .map(said -> ((Step.Announcement.Words) said).text())
                        .filter(text.words()::equals)
                        .isPresent();
        return says == Recording.Says.GREETING && !asWritten ? Recording.Says.BOX : says;
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
