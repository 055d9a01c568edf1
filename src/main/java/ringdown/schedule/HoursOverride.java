package ringdown.schedule;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A named departure from the hours, set by one button or key.
 *
 * @param until the hour at which it ends by itself, null: until somebody releases it, and then no hour is spoken (SITUATIONS rule 12)
 * @param greeting null: the after-hours one
 * @param max after which the head is rung
 * @param ring "mobiles" or null
 */
public record HoursOverride(
        String name,
        @Nullable LocalTime until,
        @Nullable String greeting,
        @Nullable Duration max,
        @Nullable String ring) {}
