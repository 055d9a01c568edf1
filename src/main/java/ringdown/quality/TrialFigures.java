package ringdown.quality;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a rule is judged by over a time (SITUATIONS 21). Shares from 0 to 1; null where there is nothing to reckon with.
 *
 * @param waitSeconds of those who were answered, in the mean
 * @param repeats callers who had to call again within a week
 */
public record TrialFigures(
        int calls,
        @Nullable Double lost,
        @Nullable Double waitSeconds,
        @Nullable Double reachedHead,
        int repeats,
        @Nullable Double rating) {

    /** {@code following}: these calls and those of the week after them. */
    static TrialFigures of(List<CallFact> calls, List<CallFact> following, Instant now) {
        return new TrialFigures(
                calls.size(),
                share(Part.of(calls, call -> call.lost(now))),
                boxed(calls.stream()
                        .filter(call -> call.answeredBy() != null)
                        .mapToDouble(CallFact::waitSeconds)
                        .average()),
                share(Part.of(calls.stream().filter(CallFact::toBeAnswered).toList(), CallFact::reachedHead)),
                Targets.repeats(calls, following),
                boxed(calls.stream()
                        .filter(call -> call.rating() != null)
                        .mapToInt(call -> Objects.requireNonNullElse(call.rating(), 0))
                        .average()));
    }

    private static @Nullable Double share(Part part) {
        return part.of() == 0 ? null : Double.valueOf((double) part.n() / part.of());
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
    }
}
