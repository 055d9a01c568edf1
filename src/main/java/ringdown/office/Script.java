package ringdown.office;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of a call.
 *
 * @param always goes before after hours
 * @param responsible the team (or extension) whose head is meant by {@code head}
 * @param askRating the caller is asked to rate the talk
 * @param answerWithin the whole way, then {@code otherwise}
 */
public record Script(
        String name,
        Greeting greeting,
        List<Stage> stages,
        Otherwise otherwise,
        @Nullable Menu menu,
        boolean always,
        boolean askRating,
        @Nullable String responsible,
        @Nullable Duration answerWithin) {
    public Script {
        stages = List.copyOf(stages);
    }
}
