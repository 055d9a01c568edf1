package ringdown.schedule;

import java.time.Instant;

/**
 * The two moments of a promise to call back.
 *
 * @param dueAt when calling back starts
 * @param overdueAt when it is broken
 * @param dateKnown false: no date and no hour may be spoken, the year's calendar is not confirmed
 */
public record PromiseTimes(Instant dueAt, Instant overdueAt, boolean dateKnown) {
    public PromiseTimes {
        if (overdueAt.isBefore(dueAt)) {
            throw new IllegalArgumentException("overdue before due");
        }
    }
}
