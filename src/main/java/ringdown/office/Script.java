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
 * @param record its talks are recorded; null: as the office says
 * @param saysRecorded who tells the caller so; null: the greeting's own words, else as the office says
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
        @Nullable Duration answerWithin,
        @Nullable Boolean record,
        Recording.@Nullable Says saysRecorded) {
    public Script {
        stages = List.copyOf(stages);
    }
}
