package ringdown.office;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;

/** A matter callers come with: who solves it, on which level, by when. */
public record Topic(
        String name,
        int level,
        @Nullable Extension solver,
        @Nullable Duration answerWithin,
        boolean complaint) {}
