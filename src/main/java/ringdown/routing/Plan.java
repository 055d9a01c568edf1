package ringdown.routing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.number.Language;
import ringdown.office.RingTarget;
import ringdown.office.Stage;
import ringdown.office.Strategy;

/**
 * The way of one call. Its last step is {@link Step.TakeMessage}, {@link Step.PromiseOnly} or {@link Step.Refuse}.
 *
 * @param script its name; "after hours", "away NAME" for an override, or the name of the class or team for the default way
 * @param callerClass name of the class that decided, null: none
 * @param closed the office is not there and an announcement says so: after hours, or an override
 * @param language the caller is spoken to in
 * @param callBackWithin of a promise opened by this call
 * @param answerWithin the whole way, then the last step; null: no limit. {@link Step.AnswerWithin} carries it out
 * @param responsible the team (or extension) that answers for the call, null: none named
 * @param firstInQueue whoever calls for the third time within two working hours waits behind nobody (SITUATIONS rule 14)
 * @param urgent the key that works in every announcement of this plan, null: none
 */
public record Plan(
        String script,
        @Nullable String callerClass,
        boolean closed,
        Language language,
        List<Step> steps,
        boolean askRating,
        Duration callBackWithin,
        @Nullable Duration answerWithin,
        @Nullable String responsible,
        boolean firstInQueue,
        @Nullable Urgent urgent) {

    /** A key for those who cannot wait, and whom it rings. */
    public record Urgent(String key, RingTarget target, Duration time) {

        /** Rings them. */
        public Stage stage() {
            return new Stage.Ring(target, null, time, Strategy.TOGETHER, null);
        }
    }

    public Plan {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || !isEnding(steps.getLast())) {
            throw new IllegalArgumentException("a plan ends in a message, a promise or a refusal");
        }
    }

    /** Which keys end this announcement: any where a menu follows, else the urgent one, else none. */
    public String keysDuring(Step.Greet greet) {
        var ahead = steps.subList(Math.max(0, steps.indexOf(greet)), steps.size());
        if (ahead.stream().anyMatch(Step.Keys.class::isInstance)) {
            return "0123456789*#";
        }
        return urgent == null ? "" : urgent.key();
    }

    /** The rule by which the first talk of this way is recorded; empty: none says anything. */
    public Optional<Step.Recorded> recorded() {
        return steps.stream()
                .filter(Step.Recorded.class::isInstance)
                .map(Step.Recorded.class::cast)
                .findFirst();
    }

    /** The same caller on another way. */
    Plan with(String newScript, List<Step> newSteps) {
        return new Plan(
                newScript,
                callerClass,
                closed,
                language,
                newSteps,
                askRating,
                callBackWithin,
                answerWithin,
                responsible,
                firstInQueue,
                urgent);
    }

    private static boolean isEnding(Step step) {
        return switch (step) {
            case Step.TakeMessage m -> true;
            case Step.PromiseOnly p -> true;
            case Step.Refuse r -> true;
            case Step.Greet g -> false;
            case Step.Keys k -> false;
            case Step.Reach r -> false;
            case Step.AnswerWithin w -> false;
            case Step.Recorded r -> false;
        };
    }
}
